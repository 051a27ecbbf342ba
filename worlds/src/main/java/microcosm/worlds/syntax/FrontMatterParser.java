package microcosm.worlds.syntax;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;

import microcosm.worlds.syntax.FrontMatter.Entry;
import microcosm.worlds.syntax.FrontMatter.Node;

/// Reads front matter as a stream of YAML tokens, so that nothing is ever expanded: no anchors, aliases, tags or merges, maps at most two
/// deep in the root map.
final class FrontMatterParser {
    private static final int LONGEST = 64 * 1024;
    private static final int DEEPEST = 4;

    private final Source source;
    private final int firstLine;
    private final YAMLParser yaml;
    private final List<Fault> faults;

    private FrontMatterParser(Source source, int firstLine, YAMLParser yaml, List<Fault> faults) {
        this.source = source;
        this.firstLine = firstLine;
        this.yaml = yaml;
        this.faults = faults;
    }

    /// @param from offset of the first character after the opening line
    static FrontMatter parse(Source source, int from, int to, List<Fault> faults) {
        if (to - from > LONGEST) {
            faults.add(Fault.of(source, from, "front matter of " + (to - from) + " characters", "at most " + LONGEST));
            return new FrontMatter(List.of());
        }
        Optional<Fault> special = special(source, from, to);
        if (special.isPresent()) {
            faults.add(special.get());
            return new FrontMatter(List.of());
        }
        int firstLine = source.line(from);
        try (YAMLParser yaml = factory().createParser(source.text().substring(from, to))) {
            var parser = new FrontMatterParser(source, firstLine, yaml, faults);
            if (yaml.nextToken() == JsonToken.START_OBJECT) {
                return new FrontMatter(parser.entries(1));
            }
            faults.add(Fault.of(source, from, "front matter that is not a list of keys", "format: world/1, id: …"));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            int offset = at == null ? from : offset(source, firstLine, at.getLineNr(), at.getColumnNr());
            faults.add(Fault.of(source, Math.min(offset, to),
                    "front matter that is not YAML: " + reason(e.getOriginalMessage()),
                    "key: value, key: [a, b] or key: {a: 1}"));
        } catch (Refused e) {
            faults.add(e.fault);
        } catch (YAMLException | IOException e) {
            faults.add(
                    Fault.of(source, from, "front matter that is not YAML: " + reason(String.valueOf(e.getMessage())),
                            "key: value, key: [a, b] or key: {a: 1}"));
        }
        return new FrontMatter(List.of());
    }

    private static YAMLFactory factory() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST + 1);
        options.setCodePointLimit(LONGEST);
        return YAMLFactory.builder().loaderOptions(options).build();
    }

    private static String reason(String message) {
        String first = message.lines().filter(line -> !line.isBlank()).findFirst().orElse("it breaks off").strip();
        return first.length() > 120 ? first.substring(0, 120) + "…" : first;
    }

    private List<Entry> entries(int depth) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            Words key = words(yaml.currentName());
            yaml.nextToken();
            Node value = node(depth);
            if (entries.containsKey(key.text())) {
                faults.add(Fault.of(source, key.offset(), "\"" + key + "\" a second time", "each key once"));
            } else {
                entries.put(key.text(), new Entry(key, value));
            }
        }
        return List.copyOf(entries.values());
    }

    private Node node(int depth) throws IOException {
        int offset = offset();
        JsonToken token = yaml.currentToken();
        if (token == null) {
            throw new Refused(Fault.of(source, offset, "front matter that breaks off", "a value"));
        }
        if (depth >= DEEPEST && token.isStructStart()) {
            throw new Refused(
                    Fault.of(source, offset, "front matter nested too deeply", "a word, a number or a list of them"));
        }
        if (token == JsonToken.START_OBJECT) {
            return new Node.Entries(entries(depth + 1), offset);
        }
        if (token == JsonToken.START_ARRAY) {
            var nodes = new ArrayList<Node>();
            while (yaml.nextToken() != JsonToken.END_ARRAY) {
                nodes.add(node(depth + 1));
            }
            return new Node.Items(nodes, offset);
        }
        String text = token == JsonToken.VALUE_NULL ? "" : yaml.getText();
        return new Node.Scalar(words(text));
    }

    /// Anchors, aliases and tags are refused before anything is parsed: the first character of a value that is `&`, `*` or `!`.
    private static Optional<Fault> special(Source source, int from, int to) {
        char quote = 0;
        char before = '\n';
        for (int i = from; i < to; i++) {
            char c = source.text().charAt(i);
            boolean starts = before == ' ' || before == '\n' || before == '\t' || before == '[' || before == '{'
                    || before == ',';
            if (quote != 0) {
                quote = c == quote || c == '\n' ? 0 : quote;
            } else if (starts && (c == '"' || c == '\'')) {
                quote = c;
            } else if (starts && c == '#') {
                while (i + 1 < to && source.text().charAt(i + 1) != '\n') {
                    i++;
                }
            } else if (starts && (c == '&' || c == '*')) {
                return Optional.of(Fault.of(source, i, "an anchor or alias (& or *)", "write the value out"));
            } else if (starts && c == '!') {
                return Optional.of(Fault.of(source, i, "a tag (!)", "a plain value"));
            }
            before = c;
        }
        return Optional.empty();
    }

    private Words words(String text) { return Words.standingFor(source, text, offset()); }

    private int offset() {
        JsonLocation at = yaml.currentTokenLocation();
        return offset(source, firstLine, at.getLineNr(), at.getColumnNr());
    }

    private static int offset(Source source, int firstLine, int line, int column) {
        return source.start(firstLine + line - 1) + Math.max(0, column - 1);
    }

    /// The rest of the front matter is not worth reading.
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        final transient Fault fault;

        Refused(Fault fault) {
            super(fault.what(), null, false, false);
            this.fault = fault;
        }
    }
}

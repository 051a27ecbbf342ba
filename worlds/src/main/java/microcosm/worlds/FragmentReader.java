package microcosm.worlds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import microcosm.worlds.syntax.Block;
import microcosm.worlds.syntax.Limits;
import microcosm.worlds.syntax.Links;
import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.PageParser;
import microcosm.worlds.syntax.Source;
import microcosm.worlds.syntax.Words;

/// Reads what `like: [a carrier](people/carrier.md)` brings in: prose and bullets that several people or worlds share.
///
/// The path is relative to the world's own folder and stays inside it. A key the person sets is the person's; the fragment's is left
/// out. A fragment includes nothing itself.
final class FragmentReader {
    private final Reading reading;
    private final Map<String, Optional<Page>> read = new LinkedHashMap<>();

    FragmentReader(Reading reading) { this.reading = reading; }

    /// @return the blocks of an entity with the fragment's before them
    List<Block> included(Page.Entity entity) {
        var own = new ArrayList<Block>();
        var shared = new ArrayList<Block>();
        for (Block block : entity.blocks()) {
            if (block instanceof Block.Bullet(var key, var value) && key.is("like")) {
                page(value).ifPresent(page -> shared.addAll(page.premise()));
                reading.writtenOut.drop(key.offset(), value.offset(value.text().length()));
            } else {
                own.add(block);
            }
        }
        if (shared.isEmpty()) {
            return own;
        }
        Set<String> set = new LinkedHashSet<>();
        own.forEach(block -> {
            if (block instanceof Block.Bullet(var key, _)) {
                set.add(key.text());
            }
        });
        var all = new ArrayList<Block>(shared.stream()
                .filter(block -> !(block instanceof Block.Bullet(var key, _) && set.contains(key.text()))).toList());
        reading.writtenOut.insertBelow(entity.heading(), all);
        all.addAll(own);
        return all;
    }

    private Optional<Page> page(Words value) {
        var links = Links.in(value);
        if (links.size() != 1 || links.getFirst().from() != 0 || links.getFirst().to() != value.text().length()) {
            reading.wrong(value, Problems.quoted(value.text()) + " is not a link to a fragment",
                    "[what it is](path/from/this/file.md)");
            return Optional.empty();
        }
        Words path = links.getFirst().destination();
        if (!isInside(path.text())) {
            reading.wrong(path, Problems.quoted(path.text()) + " leaves the world's folder",
                    "a relative path below this file, without .. or a scheme, that ends in .md");
            return Optional.empty();
        }
        return read.computeIfAbsent(path.text(), _ -> parsed(path));
    }

    private static boolean isInside(String path) {
        boolean plain = path.matches("[\\p{L}\\p{N}._/-]{1,200}") && path.endsWith(".md") && !path.startsWith("/");
        return plain && List.of(path.split("/")).stream()
                .noneMatch(part -> part.isEmpty() || part.equals("..") || part.equals("."));
    }

    private Optional<Page> parsed(Words path) {
        try {
            Optional<byte[]> bytes = reading.fragments.bytes(path.text());
            if (bytes.isEmpty()) {
                reading.wrong(path, "no file " + Problems.quoted(path.text()), "a file beside this one");
                return Optional.empty();
            }
            if (bytes.get().length > Limits.MOST_BYTES) {
                reading.wrong(path, Problems.quoted(path.text()) + " is too large",
                        "at most " + Limits.MOST_BYTES + " bytes");
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.get())).toString();
            Page page = PageParser.parse(new Source(beside(path.source().file(), path.text()), text));
            page.faults().forEach(reading.problems::add);
            boolean plain = page.premise().stream()
                    .allMatch(block -> block instanceof Block.Paragraph || block instanceof Block.Bullet);
            if (!plain || !page.sections().isEmpty() || page.front().isPresent()) {
                reading.wrong(path, Problems.quoted(path.text()) + " is not a fragment",
                        "prose and bullets, without sections or front matter");
            }
            return Optional.of(page);
        } catch (CharacterCodingException e) {
            reading.wrong(path, Problems.quoted(path.text()) + " is not UTF-8", "a UTF-8 text");
        } catch (IOException e) {
            reading.wrong(path, Problems.quoted(path.text()) + " cannot be read: " + e.getClass().getSimpleName(),
                    "a readable file");
        }
        return Optional.empty();
    }

    private static String beside(String file, String path) {
        return file.substring(0, file.lastIndexOf('/') + 1) + path;
    }
}

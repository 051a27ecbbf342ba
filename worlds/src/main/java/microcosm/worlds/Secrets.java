package microcosm.worlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import microcosm.worlds.syntax.Block;
import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.Words;

/// Finds secrets that public prose tells: as many words in a row as [#TELLING], or the whole of a shorter secret of at least three.
final class Secrets {
    private static final int TELLING = 6;
    private static final int SHORTEST = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final Page page;
    private final Problems problems;

    Secrets(Page page, Problems problems) {
        this.page = page;
        this.problems = problems;
    }

    private record Word(String text, int index) {}

    void check() {
        Map<String, Words> telling = new LinkedHashMap<>();
        for (Page.Section section : page.sections()) {
            for (Page.Entity entity : section.entities()) {
                for (Block block : entity.blocks()) {
                    if (block instanceof Block.Bullet(var key, var value) && key.is("secret")) {
                        runs(value, entity.heading(), telling);
                    }
                }
            }
        }
        if (!telling.isEmpty()) {
            publicProse().forEach(words -> told(words, telling));
        }
    }

    private static List<Word> words(Words from) {
        var words = new ArrayList<Word>();
        var matcher = WORD.matcher(from.text().toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(new Word(matcher.group(), matcher.start()));
        }
        return words;
    }

    private static String run(List<Word> words, int from, int length) {
        return String.join(" ", words.subList(from, from + length).stream().map(Word::text).toList());
    }

    private static void runs(Words secret, Words whose, Map<String, Words> telling) {
        List<Word> words = words(secret);
        int length = Math.min(TELLING, words.size());
        for (int i = 0; length >= SHORTEST && i + length <= words.size(); i++) {
            telling.putIfAbsent(run(words, i, length), whose);
        }
    }

    private List<Words> publicProse() {
        var prose = new ArrayList<Words>();
        paragraphs(page.premise(), prose);
        for (Page.Section section : page.sections()) {
            boolean isPublic = List.of("People", "Populations", "Roles", "Places", "Channels", "Goods")
                    .contains(section.heading().text());
            if (isPublic) {
                section.entities().forEach(entity -> paragraphs(entity.blocks(), prose));
            } else if (section.heading().is("Facts") || section.heading().is("Events")) {
                section.entities().stream().filter(Secrets::isForEveryone)
                        .forEach(entity -> paragraphs(entity.blocks(), prose));
            }
        }
        return prose;
    }

    private static boolean isForEveryone(Page.Entity entity) {
        return entity.blocks().stream().noneMatch(block -> block instanceof Block.Bullet(var key, var value)
                && (key.is("known to") || key.is("told to")) && !value.is("everyone"));
    }

    private static void paragraphs(List<Block> blocks, List<Words> into) {
        blocks.forEach(block -> {
            if (block instanceof Block.Paragraph(var words)) {
                into.add(words);
            }
        });
    }

    private void told(Words prose, Map<String, Words> telling) {
        List<Word> words = words(prose);
        for (int i = 0; i < words.size(); i++) {
            for (int length = SHORTEST; length <= Math.min(TELLING, words.size() - i); length++) {
                Words whose = telling.get(run(words, i, length));
                if (whose != null) {
                    problems.add(prose, words.get(i).index(),
                            "public prose tells a secret: " + Problems.quoted(run(words, i, length)),
                            "the secret of " + whose + " told nowhere else");
                    return;
                }
            }
        }
    }
}

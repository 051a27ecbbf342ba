package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import microcosm.prompts.Passage;
import microcosm.trace.EventId;
import microcosm.worlds.Tool;

/// What somebody has asked their tools in one turn, and what they may still ask.
final class Lookups {
    /// How often all tools together are asked in one turn.
    static final int MOST = 6;

    private final List<Tool> tools;
    private final Map<String, Integer> used = new LinkedHashMap<>();
    private final List<Looked> looked = new ArrayList<>();

    /// @param question as it was put
    private record Looked(Tool tool, String question, Inner.Found found) {}

    Lookups(List<Tool> tools) { this.tools = List.copyOf(tools); }

    /// @return ids of the tools that may be asked now; none once as many questions were put as may be
    List<String> open() {
        return looked.size() >= MOST
                ? List.of()
                : tools.stream().filter(tool -> used.getOrDefault(tool.id(), 0) < tool.uses()).map(Tool::id).toList();
    }

    /// Asks a tool that is open.
    void ask(Deliberation.Use use, EventId replied, Inner inner) {
        tools.stream().filter(tool -> tool.id().equals(use.tool())).findFirst().ifPresent(tool -> {
            used.merge(tool.id(), 1, Integer::sum);
            looked.add(new Looked(tool, use.question(),
                    inner.use(tool.id(), use.question(), List.of(replied))));
        });
    }

    Passage passage() {
        return Passage.lines(looked.stream().map(one -> one.found().answered()
                ? Passage.quoted(one.tool().name() + ", asked “" + shortened(one.question()) + "”:",
                        one.found().text(), one.found().event().toString())
                : Passage.line("- " + one.tool().name() + ", asked “" + shortened(one.question()) + "”, gave nothing: "
                        + one.found().text(), one.found().event().toString()))
                .toList());
    }

    /// @return one line for each, as the person would tell it later, with its event
    Map<EventId, String> told() {
        var told = new LinkedHashMap<EventId, String>();
        looked.forEach(one -> told.put(one.found().event(), one.tool().name() + ", asked “" + shortened(one.question())
                + "”: " + one.found().text()));
        return told;
    }

    private static String shortened(String question) {
        return question.length() <= 120 ? question : question.substring(0, 120) + " […]";
    }
}

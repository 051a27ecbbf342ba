package microcosm.gamemaster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

import microcosm.worlds.Person;
import microcosm.worlds.Tool;
import microcosm.worlds.World;

/// The tools of a world, for whoever may use them.
final class Toolbox {
    static final int LONGEST_QUESTION = 400;
    private static final int LONGEST_ANSWER = 800;
    private static final Map<String, Answering> KINDS = kinds();

    private final List<Tool> tools;

    private Toolbox(List<Tool> tools) { this.tools = tools; }

    static Toolbox of(World world) { return new Toolbox(world.dealings().tools()); }

    /// @return those shipped, then those found by [ServiceLoader]
    static List<Answering> all() { return List.copyOf(KINDS.values()); }

    private static Map<String, Answering> kinds() {
        var kinds = new LinkedHashMap<String, Answering>();
        ServiceLoader.load(Answering.class, Answering.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get).forEach(kind -> kinds.putIfAbsent(kind.name(), kind));
        return kinds;
    }

    /// @param id of a tool; its name will do
    /// @param who asks; empty for nobody who could
    Answering.Answer ask(String id, String question, Optional<Person> who) {
        Optional<Tool> tool = tools.stream()
                .filter(one -> one.id().equals(id) || one.name().equalsIgnoreCase(id.strip()))
                .findFirst();
        Optional<Answering> kind = tool.flatMap(one -> Optional.ofNullable(KINDS.get(one.kind())));
        if (tool.isEmpty() || kind.isEmpty()) {
            return Answering.Answer.none("There is no tool \"" + id + "\" here.");
        }
        if (who.filter(tool.get()::isFor).isEmpty()) {
            return Answering.Answer.none(tool.get().name() + " is not yours to use.");
        }
        if (question.isBlank() || question.length() > LONGEST_QUESTION) {
            return Answering.Answer.none(question.isBlank()
                    ? tool.get().name() + " was asked nothing."
                    : tool.get().name() + " takes questions of at most " + LONGEST_QUESTION + " characters.");
        }
        Answering.Answer answer = kind.get().answer(tool.get(), question.strip());
        return answer.text().length() <= LONGEST_ANSWER
                ? answer
                : new Answering.Answer(answer.given(), answer.text().substring(0, LONGEST_ANSWER) + " […]");
    }
}

package microcosm.gamemaster;

import java.util.List;
import java.util.Optional;

import microcosm.gamemaster.GameMaster.Proposal;
import microcosm.trace.Effect;
import microcosm.trace.Task;

/// Work: tasks given and handed in, tools asked.
enum Errands implements Consequence {
    ASSIGN("assign", "assign(to, text, from): somebody is given a task, and hears it; nobody else does") {
        @Override
        public Proposal of(Means with) {
            String from = with.actor().or(() -> with.id(2)).orElseGet(with::actorOrFail);
            String to = with.text(0);
            String text = with.text(1);
            String id = with.cause() + "#" + with.number();
            while (with.now().state().task(id).isPresent()) {
                id += "+";
            }
            var task = new Task(id, from, to, text, with.now().step());
            return new Proposal.Happens(List.of(
                    new Effect.Told(with.what(), with.actor().isPresent() ? from : "", List.of(to), text),
                    new Effect.Assigned(task)));
        }
    },
    HAND_IN("hand_in",
            "hand_in(to, text): the oldest task somebody gave the actor is done, and they hear what came of it") {
        @Override
        public Proposal of(Means with) {
            String actor = with.actorOrFail();
            String to = with.text(0);
            Optional<Task> oldest = with.now().standing().tasks(actor).stream()
                    .filter(task -> task.from().equals(to) && task.to().equals(actor)
                            && with.now().state().task(task.id()).isPresent())
                    .findFirst();
            return oldest.<Proposal>map(task -> new Proposal.Happens(List.of(
                    new Effect.Told(with.what(), actor, List.of(to), with.text(1)), new Effect.HandedIn(task.id()))))
                    .orElseGet(() -> new Proposal.Fails(
                            "You have no task of " + with.now().society().name(to) + "'s to hand in."));
        }
    },
    CONSULT("consult", "consult(tool, text): the actor asks a tool, and alone learns what it says") {
        @Override
        public Proposal of(Means with) {
            String actor = with.actorOrFail();
            Answering.Answer answer = Toolbox.of(with.now().world()).ask(with.text(0), with.text(1),
                    with.now().society().person(actor));
            return answer.given()
                    ? new Proposal.Happens(List.of(new Effect.Told("", "", List.of(actor), answer.text())))
                    : new Proposal.Fails(answer.text());
        }
    };

    private final String called;
    private final String summary;

    Errands(String called, String summary) {
        this.called = called;
        this.summary = summary;
    }

    @Override
    public String word() { return called; }

    @Override
    public String summary() { return summary; }
}

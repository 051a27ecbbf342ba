package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;

import microcosm.trace.State;

/// Everything a state says, to be compared.
record TestState(List<Object> said) {
    static TestState of(State state) {
        var said = new ArrayList<Object>();
        said.add(List.copyOf(state.people()));
        for (String person : state.people()) {
            said.add(state.holdings(person));
            said.add(state.whereabouts(person));
            said.add(List.copyOf(state.attributes(person).entrySet()));
        }
        said.add(List.copyOf(state.attributes("*").entrySet()));
        said.add(List.copyOf(state.offers()));
        said.add(List.copyOf(state.debts()));
        said.add(List.copyOf(state.facts()));
        said.add(List.copyOf(state.underWay()));
        return new TestState(said);
    }
}

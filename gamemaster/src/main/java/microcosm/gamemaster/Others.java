package microcosm.gamemaster;

import java.util.AbstractList;

/// Everybody but one, in cast order, without a copy for each.
final class Others extends AbstractList<String> {
    private final Society society;
    private final int without;

    Others(Society society, String without) {
        this.society = society;
        this.without = society.order(without);
    }

    @Override
    public String get(int index) { return society.ids().get(index < without ? index : index + 1); }

    @Override
    public int size() { return society.ids().size() - 1; }

    @Override
    public boolean contains(Object id) {
        return id instanceof String name && society.person(name).isPresent() && society.order(name) != without;
    }
}

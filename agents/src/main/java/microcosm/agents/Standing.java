package microcosm.agents;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import microcosm.trace.Debt;
import microcosm.worlds.Bundle;

/// What a person has, owes and is owed, as numbers a goal can be worked out from many times a turn. Decisions are made in doubles; what
/// is then attempted is settled in decimals.
final class Standing {
    private final List<String> goods;
    private final double[] held;
    private final double[] owed;
    private final double due;
    private final int step;
    private final Map<String, String> own;

    private Standing(List<String> goods, double[] held, double[] owed, double due, int step,
            Map<String, String> own) {
        this.goods = goods;
        this.held = held;
        this.owed = owed;
        this.due = due;
        this.step = step;
        this.own = own;
    }

    static Standing of(List<String> goods, Situation situation) {
        double[] held = new double[goods.size()];
        double[] owed = new double[goods.size()];
        double due = 0;
        add(goods, held, situation.holdings(), 1);
        for (Debt debt : situation.debts()) {
            if (debt.debtor().equals(situation.person())) {
                add(goods, owed, debt.goods(), 1);
            }
            if (debt.creditor().equals(situation.person())) {
                due += debt.goods().amounts().values().stream().mapToDouble(BigDecimal::doubleValue).sum();
            }
        }
        SequencedMap<String, String> own = situation.known().get(situation.person());
        return new Standing(goods, held, owed, due, situation.step(), own == null ? new LinkedHashMap<>() : own);
    }

    /// @return the world's goods, in its order; amounts are asked for by their index here
    List<String> goods() { return goods; }

    double held(int good) { return held[good]; }

    /// @return what the person owes of a good, over all creditors
    double owed(int good) { return owed[good]; }

    /// @return everything the person is owed, over all debtors, all goods added
    double due() { return due; }

    int step() { return step; }

    /// @return what is known of the person: attribute → value
    Map<String, String> own() { return own; }

    /// This standing after giving one bundle and getting another.
    Standing after(Bundle give, Bundle get) {
        double[] changed = held.clone();
        add(goods, changed, give, -1);
        add(goods, changed, get, 1);
        return new Standing(goods, changed, owed, due, step, own);
    }

    /// This standing after giving and getting lots of single goods.
    ///
    /// @param give index of a good
    /// @param get index of a good
    Standing after(int give, int given, int get, int got) {
        double[] changed = held.clone();
        changed[give] -= given;
        changed[get] += got;
        return new Standing(goods, changed, owed, due, step, own);
    }

    /// This standing after some of a debt is paid.
    Standing repaid(Bundle paid) {
        double[] left = held.clone();
        double[] owing = owed.clone();
        add(goods, left, paid, -1);
        add(goods, owing, paid, -1);
        return new Standing(goods, left, owing, due, step, own);
    }

    /// Whether there is as much of every good as in `bundle`.
    boolean holds(Bundle bundle) {
        return bundle.amounts().entrySet().stream().allMatch(e -> goods.contains(e.getKey())
                && held[goods.indexOf(e.getKey())] >= e.getValue().doubleValue());
    }

    private static void add(List<String> goods, double[] amounts, Bundle bundle, int sign) {
        for (Map.Entry<String, BigDecimal> entry : bundle.amounts().entrySet()) {
            int at = goods.indexOf(entry.getKey());
            if (at >= 0) {
                amounts[at] += sign * entry.getValue().doubleValue();
            }
        }
    }
}

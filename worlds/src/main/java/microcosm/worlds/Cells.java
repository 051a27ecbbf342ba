package microcosm.worlds;

import java.util.List;

import microcosm.worlds.syntax.Block;

/// What reads each kind of cell in one arm.
final class Cells {
    final Reading reading;
    final FormulaReader formulas;
    final Arms arms;
    final References references;
    final Schedules schedules;
    final MembersReader members;
    final Numbers numbers;
    final Calls calls;
    final Rows rows;

    Cells(Reading reading) {
        this.reading = reading;
        formulas = new FormulaReader(reading);
        arms = new Arms(reading, formulas);
        references = new References(reading);
        schedules = new Schedules(reading);
        members = new MembersReader(reading, formulas, references);
        numbers = new Numbers(reading);
        calls = new Calls(reading, formulas);
        rows = new Rows(reading, arms);
    }

    Bullets bullets(List<Block> blocks, String keys) {
        return new Bullets(reading, arms, blocks, List.of(keys.split(", ")));
    }
}

package microcosm.worlds;

import microcosm.worlds.syntax.Page;

/// What is allowed and makes no sense.
final class Lint {
    Lint(Page page, Front front, Names names, Problems problems) {}

    void arm(World world, Iterable<String> used) {}

    void overAllArms() {}
}

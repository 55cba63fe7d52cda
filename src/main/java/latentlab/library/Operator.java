package latentlab.library;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** How a condition compares. */
enum Operator {
    EQUAL(order -> order == 0, "=", ":"),
    OTHER(order -> order != 0, "!=", "≠"),
    AT_MOST(order -> order <= 0, "<=", "≤"),
    AT_LEAST(order -> order >= 0, ">=", "≥"),
    LESS(order -> order < 0, "<"),
    MORE(order -> order > 0, ">");

    /** A regular expression of all of them, longer ones first. */
    static final String PATTERN = "!=|≠|<=|≤|>=|≥|=|:|<|>";

    private final IntPredicate holds;
    private final List<String> signs;

    Operator(IntPredicate holds, String... signs) {
        this.holds = holds;
        this.signs = List.of(signs);
    }

    static Operator of(String sign) {
        return Arrays.stream(values())
                .filter(each -> each.signs.contains(sign))
                .findFirst()
                .orElseThrow();
    }

    /** Whether it asks for equality alone, so that there need be no less or more. */
    boolean plain() {
        return this == EQUAL || this == OTHER;
    }

    /** @param order of what there is and what is asked for, as comparators have it */
    boolean holds(int order) {
        return holds.test(order);
    }

    boolean holds(boolean equal) {
        return holds.test(equal ? 0 : 1);
    }
}

package latentlab.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import latentlab.text.Sentence;

/**
 * What loading did beyond reading what there was: nothing is left out, merged, inverted or split anew without a word.
 *
 * @param parts how training and test images came about
 * @param leftOut what is no part of the dataset though it was there
 * @param changed what was done to images
 * @param warnings what a person should look at before training
 */
public record Account(List<Sentence> parts, List<LeftOut> leftOut, List<Sentence> changed, List<Sentence> warnings) {
    /** Of data of which there is nothing to say. */
    public static final Account NONE = new Account(List.of(), List.of(), List.of(), List.of());

    public Account {
        parts = List.copyOf(parts);
        leftOut = List.copyOf(leftOut);
        changed = List.copyOf(changed);
        warnings = List.copyOf(warnings);
    }

    /**
     * Some that were left out for one reason.
     *
     * @param reason what is the matter with them; has no values that differ from name to name
     * @param names of files within what was opened, of lines or rows; all of them, in order
     */
    public record LeftOut(Sentence reason, List<String> names) {
        public LeftOut {
            names = List.copyOf(names);
        }

        public int count() {
            return names.size();
        }
    }

    /** Whether a person should look at it before training. */
    public boolean warns() {
        return !leftOut.isEmpty() || !warnings.isEmpty();
    }

    /** For parts that are not what they were. */
    Account withoutParts() {
        return new Account(List.of(), leftOut, changed, warnings);
    }

    /** For what is used after all. @param key of a reason */
    Account without(String key) {
        List<LeftOut> others = leftOut.stream()
                .filter(left -> !left.reason().key().equals(key))
                .toList();
        return new Account(parts, others, changed, warnings);
    }

    public Account withParts(Sentence... said) {
        return new Account(joined(parts, said), leftOut, changed, warnings);
    }

    /** @param names none of them adds nothing */
    public Account withLeftOut(Sentence reason, List<String> names) {
        return names.isEmpty()
                ? this
                : new Account(parts, joined(leftOut, new LeftOut(reason, names)), changed, warnings);
    }

    public Account withChanged(Sentence... said) {
        return new Account(parts, leftOut, joined(changed, said), warnings);
    }

    public Account withWarnings(Sentence... said) {
        return new Account(parts, leftOut, changed, joined(warnings, said));
    }

    /** @return this, and what another says of the same dataset */
    public Account and(Account more) {
        return new Account(
                joined(parts, more.parts.toArray(Sentence[]::new)),
                joined(leftOut, more.leftOut.toArray(LeftOut[]::new)),
                joined(changed, more.changed.toArray(Sentence[]::new)),
                joined(warnings, more.warnings.toArray(Sentence[]::new)));
    }

    @SafeVarargs
    private static <T> List<T> joined(List<T> first, T... more) {
        return new ArrayList<>(
                Stream.concat(first.stream(), Arrays.stream(more)).toList());
    }
}

package latentlab.data.arrays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import latentlab.data.Account;
import latentlab.data.ClassOrder;
import latentlab.data.layout.LookAlikes;
import latentlab.text.Sentence;

/**
 * The classes of training and test images together: numbers in their order, texts in that of class names.
 *
 * @param names of each class, by label; empty when there are no labels
 * @param train shape [training images], 0 or more, or null; likewise {@code test}
 * @param account what there is to say of them
 */
record Classes(List<String> names, int[] train, int[] test, Account account) {
    /** Class names that sentences name. */
    private static final int NAMED = 10;

    /** @param files that may name the classes, of which the first is taken that fits; likewise null for no labels */
    static Classes of(Labels train, Labels test, List<LabelNames> files) {
        List<Labels> parts = Stream.of(train, test).filter(Objects::nonNull).toList();
        if (parts.isEmpty()) {
            return new Classes(List.of(), null, null, Account.NONE);
        }
        return parts.stream().allMatch(part -> part.numbers() != null)
                ? numbers(parts, train, test, files)
                : texts(parts, train, test);
    }

    private static Classes numbers(List<Labels> parts, Labels train, Labels test, List<LabelNames> files) {
        TreeSet<Long> distinct = new TreeSet<>();
        parts.forEach(part -> Arrays.stream(part.numbers()).forEach(distinct::add));
        List<Long> labels = List.copyOf(distinct);
        Account account = Account.NONE;
        for (Labels part : parts) {
            if (part.oneHot()) {
                account = account.withChanged(Sentence.of("data.labels.oneHot", part.place()));
            }
        }
        if (labels.getFirst() != 0 || labels.getLast() != labels.size() - 1) {
            account = account.withChanged(Sentence.of(
                    "data.labels.numbers",
                    parts.getFirst().place(),
                    labels.size(),
                    Long.toString(labels.getFirst()),
                    Long.toString(labels.getLast())));
        }
        List<String> names = null;
        for (LabelNames file : files) {
            names = file.of(labels);
            if (names != null && file.byLabel().size() > labels.size()) {
                account = account.withWarnings(unused(file, names));
            }
            if (names != null) {
                break;
            }
        }
        if (names == null && !files.isEmpty()) {
            LabelNames file = files.getFirst();
            account = account.withWarnings(
                    Sentence.of("data.names.count", file.place(), file.byLabel().size(), labels.size()));
        }
        if (names == null) {
            names = labels.stream().map(label -> Long.toString(label)).toList();
        }
        Map<Long, Integer> index = new HashMap<>();
        labels.forEach(label -> index.put(label, index.size()));
        return new Classes(names, indices(train, index), indices(test, index), account);
    }

    private static Sentence unused(LabelNames file, List<String> used) {
        List<String> unused = new ArrayList<>(file.byLabel().values());
        unused.removeAll(used);
        return Sentence.of("data.names.unused", file.place(), unused.size(), some(unused));
    }

    private static String some(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? some + ", …" : some;
    }

    private static int[] indices(Labels labels, Map<Long, Integer> index) {
        return labels == null
                ? null
                : Arrays.stream(labels.numbers()).mapToInt(index::get).toArray();
    }

    private static Classes texts(List<Labels> parts, Labels train, Labels test) {
        TreeSet<String> written = new TreeSet<>();
        parts.forEach(part -> written.addAll(Arrays.asList(part.written())));
        LookAlikes classes = new LookAlikes(written);
        TreeSet<String> distinct = new TreeSet<>(new ClassOrder());
        written.forEach(label -> distinct.add(classes.of(label)));
        Map<String, Integer> index = new HashMap<>();
        distinct.forEach(name -> index.put(name, index.size()));
        Sentence[] merged = classes.merged().entrySet().stream()
                .map(each -> Sentence.of(
                        "data.changed.merged", each.getKey(), each.getValue().size()))
                .toArray(Sentence[]::new);
        return new Classes(
                List.copyOf(distinct),
                textIndices(train, classes, index),
                textIndices(test, classes, index),
                Account.NONE.withChanged(merged));
    }

    private static int[] textIndices(Labels labels, LookAlikes classes, Map<String, Integer> index) {
        return labels == null
                ? null
                : Arrays.stream(labels.written())
                        .mapToInt(label -> index.get(classes.of(label)))
                        .toArray();
    }
}

package latentlab.data.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The folders of one folder that are parts of a dataset, by what they are for. */
final class Parts {
    private final Map<Purpose, List<Branch>> branches = new EnumMap<>(Purpose.class);
    private int count;

    private Parts() {}

    /**
     * @return null if its folders are something else: {@code train} beside {@code bus} and {@code plane} is a class,
     *     and so are {@code test1} and {@code test2} if there are pictures right in them
     */
    static Parts of(Branch folder) {
        Map<String, Parts> byRest = new TreeMap<>();
        for (Branch branch : folder.branches()) {
            PartName name = PartName.of(branch.name());
            if (name != null) {
                byRest.computeIfAbsent(name.rest(), _ -> new Parts()).add(name.purpose(), branch);
            }
        }
        for (Parts parts : byRest.values()) {
            boolean all = parts.count == folder.branches().size();
            boolean alike = parts.count > 1 && !parts.several();
            if (all && !(alike && parts.all().stream().anyMatch(Branch::hasOwn))
                    || parts.branches.containsKey(Purpose.TRAIN) && parts.branches.size() > 1) {
                return parts;
            }
        }
        return null;
    }

    private void add(Purpose purpose, Branch branch) {
        branches.computeIfAbsent(purpose, _ -> new ArrayList<>()).add(branch);
        count++;
    }

    /** Whether there is more than one kind of them. */
    boolean several() {
        return branches.size() > 1;
    }

    List<Branch> all() {
        return branches.values().stream().flatMap(Collection::stream).toList();
    }

    /** What is learnt from, whatever it is called, without what may join it. */
    List<Branch> train() {
        for (Purpose purpose : List.of(Purpose.TRAIN, Purpose.VALIDATION, Purpose.TEST, Purpose.EVALUATION)) {
            if (branches.containsKey(purpose)) {
                return branches.get(purpose);
            }
        }
        throw new IllegalStateException("parts of no kind");
    }

    List<Branch> test() {
        for (Purpose purpose : List.of(Purpose.TEST, Purpose.EVALUATION)) {
            if (branches.containsKey(purpose) && branches.get(purpose) != train()) {
                return branches.get(purpose);
            }
        }
        return List.of();
    }

    /** What is for validation, and joins the training images or stands in for test images. */
    List<Branch> validation() {
        return all().stream()
                .filter(branch -> !train().contains(branch) && !test().contains(branch))
                .toList();
    }
}

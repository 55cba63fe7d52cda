package latentlab.data.layout;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** A folder that has pictures somewhere in it, and what it has of them. */
final class Branch {
    private final String name;
    private final String path;
    private final Map<String, Branch> branches = new TreeMap<>();
    private int[] own = new int[4];
    private int owns;
    /** Pictures in it at any depth. */
    private int count;

    private Branch(String name, String path) {
        this.name = name;
        this.path = path;
    }

    /** What was opened. */
    static Branch root() {
        return new Branch("", "");
    }

    /** @param file its path within the root, with slashes */
    void add(int picture, String file) {
        Branch branch = this;
        branch.count++;
        int start = 0;
        for (int slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', start)) {
            String folder = file.substring(start, slash);
            String whole = file.substring(0, slash);
            branch = branch.branches.computeIfAbsent(folder, _ -> new Branch(folder, whole));
            branch.count++;
            start = slash + 1;
        }
        branch.addOwn(picture);
    }

    private void addOwn(int picture) {
        if (owns == own.length) {
            own = Arrays.copyOf(own, 2 * owns);
        }
        own[owns++] = picture;
    }

    String name() {
        return name;
    }

    /** Within what was opened; empty for all of that. */
    String path() {
        return path;
    }

    int count() {
        return count;
    }

    /** Folders in it that have pictures, by name. */
    Collection<Branch> branches() {
        return branches.values();
    }

    /** The folder in it where that is all it has; otherwise null. */
    Branch only() {
        return owns == 0 && branches.size() == 1 ? branches.values().iterator().next() : null;
    }

    boolean hasOwn() {
        return owns > 0;
    }

    /** Folders that have pictures right in them: itself, and those in it at any depth. */
    int places() {
        return (hasOwn() ? 1 : 0)
                + branches.values().stream().mapToInt(Branch::places).sum();
    }

    /** Pictures right in it, in order. */
    int[] own() {
        return Arrays.copyOf(own, owns);
    }

    /** Pictures in it at any depth, in order. */
    int[] all() {
        int[] all = new int[count];
        collect(all, 0);
        Arrays.sort(all);
        return all;
    }

    private int collect(int[] all, int from) {
        System.arraycopy(own, 0, all, from, owns);
        int next = from + owns;
        for (Branch branch : branches.values()) {
            next = branch.collect(all, next);
        }
        return next;
    }
}

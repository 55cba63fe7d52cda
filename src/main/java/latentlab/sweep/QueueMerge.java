package latentlab.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import latentlab.sweep.QueueFile.Item;

/**
 * Brings the queues of two windows together: what either has changed since both were the same counts, and where both
 * have changed the same thing, it is as here.
 *
 * @param base both of them, when they were the same, by the names of the folders in their order
 */
record QueueMerge(SequencedMap<String, Item> base) {
    List<Item> of(List<Item> ours, List<Item> theirs) {
        Map<String, Item> there = byName(theirs);
        SequencedMap<String, Item> merged = new LinkedHashMap<>();
        for (Item each : ours) {
            Item before = base.get(each.folder());
            Item found = there.get(each.folder());
            if (before != null && found != null) {
                merged.put(each.folder(), both(before, each, found));
            } else if (before == null || !each.equals(before)) {
                merged.put(each.folder(), each);
            }
        }
        for (Item each : theirs) {
            // What is known and not among ours has been taken off here.
            if (!base.containsKey(each.folder())) {
                merged.putIfAbsent(each.folder(), each);
            }
        }
        if (moved(ours)) {
            return List.copyOf(merged.values());
        }
        Set<String> order = new LinkedHashSet<>(there.keySet());
        order.addAll(merged.keySet());
        return order.stream().map(merged::get).filter(Objects::nonNull).toList();
    }

    static SequencedMap<String, Item> byName(List<Item> items) {
        SequencedMap<String, Item> all = new LinkedHashMap<>();
        items.forEach(each -> all.put(each.folder(), each));
        return all;
    }

    /** Whether the order of ours is another one than that new sweeps come into behind the others. */
    private boolean moved(List<Item> ours) {
        List<String> names = ours.stream().map(Item::folder).toList();
        Set<String> unmoved = new LinkedHashSet<>(base.keySet());
        unmoved.addAll(names);
        unmoved.retainAll(names);
        return !new ArrayList<>(unmoved).equals(names);
    }

    private static Item both(Item before, Item ours, Item theirs) {
        return new Item(
                ours.folder(),
                one(before.workers(), ours.workers(), theirs.workers()),
                one(before.accuracy(), ours.accuracy(), theirs.accuracy()),
                one(before.paused(), ours.paused(), theirs.paused()),
                one(before.waiting(), ours.waiting(), theirs.waiting()),
                all(before.cancelled(), ours.cancelled(), theirs.cancelled()),
                all(before.diverged(), ours.diverged(), theirs.diverged()),
                all(before.finished(), ours.finished(), theirs.finished()));
    }

    private static <T> T one(T before, T ours, T theirs) {
        return ours.equals(before) ? theirs : ours;
    }

    /** Theirs, with those that came here and without those that went here. */
    private static List<Integer> all(List<Integer> before, List<Integer> ours, List<Integer> theirs) {
        Set<Integer> all = new TreeSet<>(theirs);
        Set<Integer> gone = new TreeSet<>(before);
        ours.forEach(gone::remove);
        all.removeAll(gone);
        Set<Integer> come = new TreeSet<>(ours);
        before.forEach(come::remove);
        all.addAll(come);
        return List.copyOf(all);
    }
}

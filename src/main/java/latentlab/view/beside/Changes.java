package latentlab.view.beside;

import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import latentlab.run.Run;
import latentlab.session.ImageChanges;
import latentlab.view.LatestOnly;

/** At which epochs the images of some of the runs change, found out when it is first asked for. */
final class Changes {
    private final LatestOnly comparing;
    private List<Run> runs = List.of();
    /** Null until they are known. */
    private List<Integer> known;

    Changes(LatestOnly comparing) {
        this.comparing = comparing;
    }

    /** Begins with other runs; a search under way ends. */
    void of(List<Run> others) {
        comparing.forget();
        runs = others;
        known = null;
    }

    /**
     * @param then receives the epochs in order, at once where they are known; not called if other runs are looked at,
     *     or while they are being found for somebody else
     */
    void find(Consumer<List<Integer>> then) {
        if (known != null) {
            then.accept(known);
            return;
        }
        if (comparing.pending()) {
            // One that began anew at each press of a key would never end.
            return;
        }
        List<Run> of = runs;
        comparing.request(wanted -> find(of, wanted), found -> {
            known = found;
            then.accept(found);
        });
    }

    private static List<Integer> find(List<Run> runs, BooleanSupplier wanted) {
        TreeSet<Integer> all = new TreeSet<>();
        for (Run each : runs) {
            ImageChanges changes = new ImageChanges(each);
            ImageChanges.Known so;
            do {
                if (!wanted.getAsBoolean()) {
                    throw new CancellationException("nobody waits for the changes of " + each.id());
                }
                so = changes.more();
            } while (!so.complete());
            all.addAll(ImageChanges.standingOut(so.changes()));
        }
        return List.copyOf(all);
    }
}

package latentlab.view.library;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import latentlab.library.Entry;
import latentlab.library.RunSummary;

/** Which runs of the library have left which others. */
final class Parentage {
    private Map<String, Entry> byId = Map.of();
    private Consumer<RunSummary> go = _ -> {};

    /** @param all runs of the library, found or not */
    void know(List<Entry> all) {
        byId = all.stream()
                .filter(Entry::readable)
                .collect(Collectors.toMap(each -> each.run().id(), each -> each, (first, _) -> first));
    }

    /** @return the run that another has left; null if it has left none, or one that is not there */
    Entry of(RunSummary run) {
        return run.from() == null ? null : byId.get(run.from().run());
    }

    /** @param receiver of a run whose parent is to be shown */
    void setOnGo(Consumer<RunSummary> receiver) {
        go = receiver;
    }

    void goFrom(RunSummary run) {
        go.accept(run);
    }
}

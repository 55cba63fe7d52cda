package latentlab.app;

import java.util.List;
import latentlab.view.beside.BesideView;
import latentlab.view.comparison.ComparisonView;
import latentlab.view.library.LibraryPane.Instead;
import latentlab.view.sweep.SweepView;

/** What takes the place of the library's list. */
final class LibraryPlaces {
    private LibraryPlaces() {}

    static List<Instead> of(ComparisonView comparison, BesideView beside, SweepView sweeps) {
        return List.of(
                new Instead("comparison", comparison, comparison.header(), comparison.back(), comparison),
                new Instead("beside", beside, beside.header(), beside.back(), beside),
                new Instead("sweeps", sweeps, sweeps.header(), sweeps.back(), sweeps.queue()));
    }
}

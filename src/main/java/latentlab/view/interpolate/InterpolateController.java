package latentlab.view.interpolate;

import java.util.SplittableRandom;
import javafx.beans.value.ObservableValue;
import latentlab.data.Dataset;
import latentlab.run.Run;
import latentlab.session.Exploration;
import latentlab.view.LatestOnly;
import latentlab.view.ShownEpoch;
import latentlab.view.ViewContext;

/** Interpolates between two test images with the model of the selected epoch. */
final class InterpolateController {
    private final InterpolateView view;
    private final Exploration exploration;
    private final LatestOnly computation;
    private final SplittableRandom chance = new SplittableRandom();
    /** A reference, since a binding without one is garbage-collected. */
    private final ObservableValue<ShownEpoch> selected;

    InterpolateController(InterpolateView view, ViewContext context) {
        this.view = view;
        exploration = context.exploration();
        computation = context.ofEpoch();
        view.from.follow(exploration.imageProperty(), exploration::choose);
        view.to.follow(exploration.targetProperty(), exploration::chooseTarget);
        view.swap.setOnAction(_ -> exploration.swap());
        view.random.setOnAction(_ -> chooseAnyTwo());
        selected = context.shown();
        selected.subscribe(_ -> refresh());
        exploration.imageProperty().subscribe(_ -> refresh());
        exploration.targetProperty().subscribe(_ -> refresh());
        view.visibleProperty().subscribe(_ -> refresh());
    }

    private void refresh() {
        ShownEpoch selection = selected.getValue();
        int from = exploration.imageProperty().get();
        int to = exploration.targetProperty().get();
        if (!view.isVisible() || selection == null || from < 0 || to < 0) {
            // Requests may refer to a run that is over.
            computation.forget();
            return;
        }
        Run run = selection.run();
        view.from.show(run.dataset(), from);
        view.to.show(run.dataset(), to);
        computation.request(() -> Interpolation.of(run, selection.epoch(), from, to), view.strip::show);
    }

    private void chooseAnyTwo() {
        ShownEpoch selection = selected.getValue();
        if (selection != null) {
            Dataset dataset = selection.run().dataset();
            exploration.choose(chance.nextInt(dataset.test().count()));
            exploration.chooseTarget(chance.nextInt(dataset.test().count()));
        }
    }
}

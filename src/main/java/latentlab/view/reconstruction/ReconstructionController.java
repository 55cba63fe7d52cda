package latentlab.view.reconstruction;

import java.util.Arrays;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.engine.model.Reconstructions;
import latentlab.engine.training.EpochResult;
import latentlab.run.Run;
import latentlab.session.Selection;
import latentlab.session.TrainingModel;
import latentlab.view.LatestOnly;
import latentlab.view.ShownEpoch;
import latentlab.view.ViewContext;

/** Shows the sample images, or the first of those selected, and what the model makes of them at the selected epoch. */
final class ReconstructionController {
    private final ReconstructionView view;
    private final ViewContext context;
    private final TrainingModel model;
    private final LatestOnly computation;
    /** Held here: a binding nobody holds is collected. */
    private final ObservableValue<ShownEpoch> selected;

    private final Tooltip tooltip = new Tooltip();
    /** The epoch whose reconstructions the grid shows: the selected one, a moment later. */
    private final ObjectProperty<EpochResult> painted = new SimpleObjectProperty<>();

    private final Selection selection;
    private Run shownRun;
    /** Test images in the grid. */
    private int[] images = {};

    private Reconstructions shown;

    ReconstructionController(ReconstructionView view, ViewContext context) {
        this.view = view;
        this.context = context;
        model = context.model();
        selection = context.selection();
        computation = context.ofEpoch();
        view.empty.visibleProperty().bind(model.runProperty().isNull());
        view.caption
                .textProperty()
                .bind(Bindings.createStringBinding(
                        this::caption, context.texts().messagesProperty(), painted));
        Tooltip.install(view.grid, tooltip);
        view.grid.pointedProperty().subscribe(column -> describe(column.intValue()));
        view.grid
                .accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> context.texts()
                                .get("view.reconstruction.grid", view.caption.getText(), tooltip.getText()),
                        view.caption.textProperty(),
                        tooltip.textProperty(),
                        context.texts().messagesProperty()));
        view.selection.visibleProperty().bind(selection.imagesProperty().map(some -> !some.isEmpty()));
        view.selection.setOnAction(_ -> selection.showInGrid(view.selection.isSelected()));
        selected = ShownEpoch.of(model);
        selected.subscribe(this::show);
        selection.inGridProperty().subscribe(view.selection::setSelected);
        selection.inGridProperty().subscribe(_ -> show(selected.getValue()));
        selection.imagesProperty().subscribe(_ -> show(selected.getValue()));
    }

    private String caption() {
        return painted.get() == null
                ? ""
                : context.texts()
                        .get(
                                "view.reconstruction.caption",
                                painted.get().epoch(),
                                painted.get().validLoss());
    }

    private void show(ShownEpoch now) {
        if (now == null) {
            return;
        }
        Run run = now.run();
        int[] wanted = wanted(run);
        if (run != shownRun || !Arrays.equals(wanted, images)) {
            shownRun = run;
            images = wanted;
            showOriginals();
        }
        computation.request(() -> run.reconstruct(now.epoch(), wanted), reconstructions -> {
            shown = reconstructions;
            view.grid.showReconstructions(reconstructions);
            painted.set(model.history().get(now.epoch()));
            describe(view.grid.pointedProperty().get());
        });
    }

    private int[] wanted(Run run) {
        Selection.Images picked = selection.imagesProperty().get();
        return selection.inGridProperty().get() ? picked.first(Dataset.SAMPLES) : run.samples();
    }

    private void showOriginals() {
        ImageSet test = shownRun.dataset().test();
        shown = null;
        view.grid.showOriginals(test.pixelsOf(images), test.shape());
    }

    private void describe(int column) {
        if (column < 0 || shown == null || column >= shown.count()) {
            tooltip.hide();
            tooltip.setText(context.texts().get("view.reconstruction.hover"));
            return;
        }
        int index = images[column];
        int label = shownRun.dataset().test().label(index);
        String name = label < 0 ? "–" : shownRun.dataset().className(label);
        tooltip.setText(context.texts().get("view.reconstruction.cell", name, index, shown.errors()[column]));
        if (view.grid.isFocused() && !view.grid.isHover()) {
            Point2D place = view.grid.below(column);
            tooltip.show(view.grid, place.getX(), place.getY());
        }
    }
}

package latentlab.view.reconstruction;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import latentlab.data.ImageSet;
import latentlab.engine.EpochResult;
import latentlab.engine.Reconstructions;
import latentlab.run.Run;
import latentlab.run.TrainingModel;
import latentlab.view.LatestOnly;
import latentlab.view.ShownEpoch;
import latentlab.view.ViewContext;

/** Shows the sample images and what the model makes of them at the selected epoch. */
public final class ReconstructionController {
    private final ReconstructionView view;
    private final ViewContext context;
    private final TrainingModel model;
    private final LatestOnly computation;
    /** Held here: a binding nobody holds is collected. */
    private final ObservableValue<ShownEpoch> selected;

    private final Tooltip tooltip = new Tooltip();
    /** The epoch whose reconstructions the grid shows: the selected one, a moment later. */
    private final ObjectProperty<EpochResult> painted = new SimpleObjectProperty<>();

    private Run shownRun;
    private Reconstructions shown;

    public ReconstructionController(ReconstructionView view, ViewContext context) {
        this.view = view;
        this.context = context;
        model = context.model();
        computation = context.latestOnly();
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
        selected = ShownEpoch.of(model);
        selected.subscribe(this::show);
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

    private void show(ShownEpoch selection) {
        if (selection == null) {
            return;
        }
        Run run = selection.run();
        if (run != shownRun) {
            shownRun = run;
            showOriginals(run);
        }
        int[] samples = run.samples();
        computation.request(() -> run.reconstruct(selection.epoch(), samples), reconstructions -> {
            shown = reconstructions;
            view.grid.showReconstructions(reconstructions);
            painted.set(model.history().get(selection.epoch()));
            describe(view.grid.pointedProperty().get());
        });
    }

    private void showOriginals(Run run) {
        ImageSet test = run.dataset().test();
        int[] samples = run.samples();
        byte[] images = new byte[samples.length * test.size()];
        for (int i = 0; i < samples.length; i++) {
            System.arraycopy(test.pixels(), samples[i] * test.size(), images, i * test.size(), test.size());
        }
        shown = null;
        view.grid.showOriginals(images, test.height(), test.width());
    }

    private void describe(int column) {
        if (column < 0 || shown == null || column >= shown.count()) {
            tooltip.hide();
            tooltip.setText(context.texts().get("view.reconstruction.hover"));
            return;
        }
        int index = shownRun.samples()[column];
        int label = shownRun.dataset().test().label(index);
        String name = label < 0 ? "–" : shownRun.dataset().className(label);
        tooltip.setText(context.texts().get("view.reconstruction.cell", name, index, shown.errors()[column]));
        if (view.grid.isFocused() && !view.grid.isHover()) {
            Point2D place = view.grid.below(column);
            tooltip.show(view.grid, place.getX(), place.getY());
        }
    }
}

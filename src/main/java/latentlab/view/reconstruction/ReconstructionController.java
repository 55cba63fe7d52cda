package latentlab.view.reconstruction;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import latentlab.data.Dataset;
import latentlab.engine.training.EpochResult;
import latentlab.preferences.GridLook;
import latentlab.run.Run;
import latentlab.session.EpochComparison;
import latentlab.session.EpochComparison.Pinned;
import latentlab.session.GridImages;
import latentlab.session.Selection;
import latentlab.session.TrainingModel;
import latentlab.view.LatestOnly;
import latentlab.view.ShownEpoch;
import latentlab.view.Texts;
import latentlab.view.Tip;
import latentlab.view.ViewContext;
import latentlab.view.reconstruction.GridPictures.Against;
import latentlab.view.words.NoRunWords;

/** Shows the chosen test images, in their order or by error, and what the model makes of them at the selected epoch. */
final class ReconstructionController {
    private final ReconstructionView view;
    private final ViewContext context;
    private final TrainingModel model;
    private final LatestOnly computation;
    /** Held here: a binding nobody holds is collected. */
    private final ObservableValue<ShownEpoch> selected;

    private final Tooltip tooltip = new Tip();
    /** What the grid shows: of the selected epoch, a moment later; null before there is a run. */
    private final ObjectProperty<GridPictures> painted = new SimpleObjectProperty<>();

    private final GridImages chosen;
    private final EpochComparison comparison;
    private final ObjectProperty<GridLook> look;
    /** Null until an image is first enlarged. */
    private EnlargedController enlarged;
    /** What is known of the epoch to compare with, so that it is computed once; null for nothing. */
    private Against against;
    /** The last epoch to compare with that had to be given up since it is not kept any more; -1 for none. */
    private int given = -1;

    ReconstructionController(ReconstructionView view, ViewContext context) {
        this.view = view;
        this.context = context;
        model = context.model();
        chosen = context.images();
        comparison = context.comparison();
        look = context.preferences().gridLookProperty();
        computation = context.ofEpoch();
        new ComparisonControls(view, context);
        view.empty.visibleProperty().bind(model.runProperty().isNull());
        view.empty.textProperty().bind(NoRunWords.bind(model, context.texts(), "view.reconstruction.empty"));
        view.caption
                .textProperty()
                .bind(Bindings.createStringBinding(
                        this::caption, context.texts().messagesProperty(), painted, view.narrow()));
        view.why
                .textProperty()
                .bind(Bindings.createStringBinding(
                        this::explanation, context.texts().messagesProperty(), painted));
        Tooltip.install(view.grid, tooltip);
        view.grid.pointedProperty().subscribe(column -> describe(column.intValue()));
        view.grid
                .accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        this::description,
                        view.caption.textProperty(),
                        tooltip.textProperty(),
                        view.grid.dividerProperty(),
                        context.texts().messagesProperty()));
        Selection selection = context.selection();
        view.selection.visibleProperty().bind(selection.imagesProperty().map(some -> !some.isEmpty()));
        view.selection.setOnAction(_ -> selection.showInGrid(view.selection.isSelected()));
        selected = ShownEpoch.of(model);
        selected.subscribe(this::show);
        selection.inGridProperty().subscribe(view.selection::setSelected);
        chosen.imagesProperty().subscribe(_ -> show(selected.getValue()));
        chosen.sortedProperty().subscribe(_ -> show(selected.getValue()));
        look.subscribe(_ -> show(selected.getValue()));
        comparison.pinnedProperty().subscribe(this::follow);
        new ImagesController(view.chosen, context);
        view.grid.setActions(new Columns());
        view.visibleProperty().subscribe(visible -> {
            if (!visible && enlarged != null) {
                enlarged.hide();
            }
        });
    }

    /** Does with columns what pointer and keys ask for. */
    private final class Columns implements ColumnGestures.Actions {
        @Override
        public void move(int from, int to) {
            chosen.move(from, to);
        }

        @Override
        public void enlarge(int column) {
            if (enlarged == null) {
                enlarged = new EnlargedController(context);
            }
            enlarged.show(view.grid, view.grid.above(column), view.grid.shown().images()[column]);
        }

        @Override
        public void replace(int column, String typed) {
            GridPictures shown = view.grid.shown();
            new ReplaceCard(
                            shown.epoch().run().dataset(),
                            shown.images()[column],
                            context.texts(),
                            image -> chosen.replace(column, image))
                    .show(view.grid, view.grid.above(column), typed);
        }

        @Override
        public void remove(int column) {
            chosen.remove(column);
        }
    }

    private String caption() {
        GridPictures now = painted.get();
        Run run = now == null ? null : now.epoch().run();
        if (run == null || run != model.runProperty().get()) {
            return "";
        }
        Texts texts = context.texts();
        EpochResult b = model.history().get(now.epoch().epoch());
        if (now.against() == null) {
            return view.narrow().get()
                    ? texts.get("view.reconstruction.caption.narrow", b.epoch(), b.validLoss())
                    : texts.get("view.reconstruction.caption", b.epoch(), b.validLoss());
        }
        EpochResult a = now.against().epoch().result();
        String key = gone(run, a) ? "compared.gone" : given < 0 ? "compared" : "compared.given";
        return texts.get("view.reconstruction." + key, a.epoch(), a.validLoss(), b.epoch(), b.validLoss(), given);
    }

    private static boolean gone(Run run, EpochResult a) {
        return !run.epochs().keeps(a.epoch());
    }

    /** What is short in the caption, at length; empty where there is nothing to explain. */
    private String explanation() {
        GridPictures now = painted.get();
        if (now == null || now.against() == null) {
            return "";
        }
        EpochResult a = now.against().epoch().result();
        if (gone(now.epoch().run(), a)) {
            return context.texts().get("view.reconstruction.gone", a.epoch());
        }
        return given < 0 ? "" : context.texts().get("view.reconstruction.given", given, a.epoch());
    }

    private String description() {
        Texts texts = context.texts();
        GridPictures now = painted.get();
        String caption = view.caption.getText();
        String told = caption.isEmpty() ? "" : texts.get("view.reconstruction.told", caption, errors(now.errors()));
        String grid = texts.get("view.reconstruction.grid", told, tooltip.getText());
        return now != null && now.wiped()
                ? texts.get(
                        "view.reconstruction.grid.wiped",
                        grid,
                        view.grid.dividerProperty().get())
                : grid;
    }

    /** @param errors of the images shown; not empty */
    private String errors(double[] errors) {
        DoubleSummaryStatistics all = Arrays.stream(errors).summaryStatistics();
        return context.texts()
                .get("view.reconstruction.errors", errors.length, all.getMin(), all.getMax(), all.getAverage());
    }

    private void follow(Pinned pinned) {
        if (against == null || !against.epoch().equals(pinned)) {
            against = null;
            given = -1;
        }
        show(selected.getValue());
    }

    private void show(ShownEpoch now) {
        if (now == null) {
            return;
        }
        Run run = now.run();
        int[] wanted = chosen.imagesProperty().get().inOrder();
        boolean sorted = chosen.sortedProperty().get();
        GridLook as = look.get();
        GridPictures before = painted.get();
        if (before == null || before.epoch().run() != run) {
            // Of the same run, the images before stay until there is something to show below the new ones.
            GridPictures waiting = GridPictures.waiting(now, wanted, as);
            view.grid.show(waiting);
            painted.set(null);
        }
        // The one that is pinned may still be of the run before, until whoever watches the run has heard of the new
        // one.
        Pinned asked = comparison.pinnedProperty().get();
        Pinned pinned = asked == null || asked.run() != run ? null : asked;
        Against known = against;
        computation.request(
                () -> GridPictures.of(
                        now, sorted ? ByError.order(run, now.epoch(), wanted) : wanted, as, pinned, known),
                pictures -> paint(pictures, pinned));
    }

    private void paint(GridPictures pictures, Pinned asked) {
        against = pictures.against();
        view.grid.show(pictures);
        chosen.arranged(Arrays.stream(pictures.images()).boxed().toList());
        if (against != null && !against.epoch().equals(asked)) {
            given = asked.epoch();
            comparison.pin(against.epoch().epoch());
        }
        painted.set(pictures);
        describe(view.grid.pointedProperty().get());
    }

    private void describe(int column) {
        GridPictures now = painted.get();
        if (column < 0 || now == null || column >= now.count()) {
            tooltip.hide();
            tooltip.setText(context.texts().get("view.reconstruction.hover"));
            return;
        }
        int index = now.images()[column];
        Dataset dataset = now.epoch().run().dataset();
        int label = dataset.test().label(index);
        String name = label < 0 ? "–" : dataset.className(label);
        double error = now.errors()[column];
        tooltip.setText(
                now.against() == null
                        ? context.texts().get("view.reconstruction.cell", name, index, error)
                        : context.texts()
                                .get(
                                        "view.reconstruction.cell.compared",
                                        name,
                                        index,
                                        now.against().made().errors()[column],
                                        error));
        if (view.grid.isFocused() && !view.grid.isHover()) {
            Point2D place = view.grid.below(column);
            tooltip.show(view.grid, place.getX(), place.getY());
        }
    }
}

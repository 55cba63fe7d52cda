package latentlab.view.latent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import latentlab.data.ImageSet;
import latentlab.engine.Reconstructions;
import latentlab.run.Exploration;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.run.TrainingModel;
import latentlab.text.Problem;
import latentlab.view.Choices;
import latentlab.view.LatestOnly;
import latentlab.view.ShownEpoch;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.latent.MapPoints.Kind;

/** Shows the latent codes of the run's test images at the selected epoch. */
public final class LatentController {
    private final LatentView view;
    private final TrainingModel model;
    private final Texts texts;
    private final LatestOnly mapComputation;
    private final LatestOnly cardComputation;
    /** Held here: a binding nobody holds is collected. */
    private final ObservableValue<ShownEpoch> selected;

    private Run shownRun;
    private MapChoice choice = MapChoice.forDimension(2);
    private final TsneController tsne;
    private final PlaceController space;
    private final QualityController quality;
    private final Exploration exploration;
    /** Why there is no map, or null. */
    private Problem problem;

    private int hovered = -1;
    /** The choices are being set from the axes, not by the user. */
    private boolean showing;

    public LatentController(LatentView view, ViewContext context) {
        this.view = view;
        model = context.model();
        texts = context.texts();
        mapComputation = context.latestOnly();
        cardComputation = context.latestOnly();
        view.empty.visibleProperty().bind(model.runProperty().isNull());
        exploration = context.exploration();
        view.setActions(new Touches());
        space = new PlaceController(view, context);
        quality = new QualityController(view.quality, context);
        view.source.getItems().setAll(MapSource.values());
        Choices.words(view.source, texts, source -> texts.get("view.latent.source." + name(source)));
        Choices.words(view.axes, texts, method -> texts.get("view.latent.method." + name(method)));
        tsne = new TsneController(view.tsne, texts, context.userInterface(), this::show, this::fail);
        Choices.words(view.unitX, texts, unit -> texts.get("view.latent.unitX", unit + 1));
        Choices.words(view.unitY, texts, unit -> texts.get("view.latent.unitY", unit + 1));
        texts.messagesProperty().subscribe(_ -> describe());
        for (ComboBox<?> box : List.of(view.source, view.axes, view.unitX, view.unitY)) {
            box.valueProperty().addListener(_ -> choose());
        }
        showAxes();
        selected = ShownEpoch.of(model);
        selected.subscribe(_ -> refresh());
        model.stateProperty().subscribe(_ -> measure());
    }

    /** Lays nothing out any more. */
    public void close() {
        tsne.stop();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void choose() {
        if (!showing) {
            choice = new MapChoice(
                            view.source.getValue(), view.axes.getValue(), view.unitX.getValue(), view.unitY.getValue())
                    .possible();
            showAxes();
            describe();
            refresh();
        }
    }

    private void open(Run run) {
        int latent = run.model().latent();
        boolean sameDimension = shownRun != null && shownRun.model().latent() == latent;
        boolean sameData = shownRun != null && shownRun.dataset() == run.dataset();
        shownRun = run;
        if (!sameDimension) {
            choice = choice.inDimension(latent);
        }
        if (!sameData) {
            view.legend.show(run.dataset());
        }
        showing = true;
        Integer[] all = IntStream.range(0, latent).boxed().toArray(Integer[]::new);
        for (ComboBox<Integer> box : List.of(view.unitX, view.unitY)) {
            // A choice made before there were items is not shown in words.
            box.setValue(null);
            box.getItems().setAll(all);
        }
        showing = false;
        showAxes();
    }

    private void showAxes() {
        boolean pixels = choice.source() == MapSource.PIXELS;
        boolean several = pixels || shownRun != null && shownRun.model().latent() > 1;
        showing = true;
        view.source.setValue(choice.source());
        List<MapMethod> methods = pixels ? List.of(MapMethod.PRINCIPAL, MapMethod.TSNE) : List.of(MapMethod.values());
        if (!methods.equals(view.axes.getItems())) {
            view.axes.setValue(null);
            view.axes.getItems().setAll(methods);
        }
        view.axes.setValue(choice.method());
        view.unitX.setValue(choice.unitX());
        view.unitY.setValue(choice.unitY());
        showing = false;
        view.axes.setVisible(several);
        view.units.setVisible(several && choice.method() == MapMethod.UNITS);
        view.tsne.setVisible(several && choice.method() == MapMethod.TSNE);
    }

    private void refresh() {
        ShownEpoch selection = selected.getValue();
        if (selection == null) {
            return;
        }
        Run run = selection.run();
        if (run != shownRun) {
            open(run);
            showNothing();
        }
        problem = null;
        if (view.tsne.isVisible()) {
            mapComputation.forget();
            boolean training = model.stateProperty().get() == RunState.TRAINING;
            fillCard();
            tsne.show(
                    run,
                    selection.epoch(),
                    choice.source(),
                    training && model.liveProperty().get());
            return;
        }
        tsne.stop();
        MapChoice wanted = choice;
        // The planes of late epochs take long: they give way to what is asked for meanwhile.
        mapComputation.request(asked -> MapPoints.of(run, selection.epoch(), wanted, asked), this::show);
    }

    private void show(MapPoints points) {
        problem = null;
        view.map.show(points);
        space.show(points, choice);
        measure();
        describe();
        fillCard();
    }

    private void fail(Problem why) {
        problem = why;
        showNothing();
        describe();
    }

    private void showNothing() {
        view.map.show(null);
        space.show(null, choice);
        measure();
    }

    /** What moves with the training, or by itself, has no numbers yet. */
    private void measure() {
        boolean moving = tsne.moving()
                || model.stateProperty().get() == RunState.TRAINING
                        && model.liveProperty().get();
        quality.show(moving ? null : view.map.shown(), choice.source());
    }

    private void describe() {
        MapPoints points = view.map.shown();
        String note = points == null ? "" : note(points);
        String hint = problem != null
                ? texts.get(problem.sentence())
                : points != null && points.collapsed() ? hint(points) : "";
        view.note.setText(note);
        view.hint.setText(hint);
        view.hint.setVisible(!hint.isEmpty());
        int epoch = points == null ? 0 : points.epoch();
        view.map.setAccessibleText(texts.get("view.latent.map", epoch, note, hint));
    }

    private String note(MapPoints points) {
        if (points.kind() == Kind.STRIP) {
            return texts.get("view.latent.strip");
        }
        // Once units are chosen it is about the axes before, and there is no room for it.
        boolean said = points.kind() == Kind.PRINCIPAL && choice.method() == MapMethod.PRINCIPAL && !points.collapsed();
        return said ? texts.get("view.latent.share", points.share()) : "";
    }

    private String hint(MapPoints points) {
        boolean others = points.kind() == Kind.UNITS && points.run().model().latent() > 2;
        return texts.get(others ? "view.latent.deadUnits" : "view.latent.collapsed");
    }

    private void hover(int image) {
        hovered = image;
        if (image < 0) {
            cardComputation.forget();
            view.card.clear();
        } else {
            fillCard();
        }
    }

    private void fillCard() {
        MapPoints points = view.map.shown();
        if (hovered < 0 || points == null) {
            return;
        }
        int image = hovered;
        Run run = points.run();
        // Pixels have no epoch of their own: what the model makes of them is that of the selected one.
        int epoch = selected.getValue() == null || selected.getValue().run() != run
                ? points.epoch()
                : selected.getValue().epoch();
        cardComputation.request(
                () -> run.reconstruct(choice.source() == MapSource.PIXELS ? epoch : points.epoch(), image),
                reconstruction -> showCard(run, image, reconstruction));
    }

    private void showCard(Run run, int image, Reconstructions reconstruction) {
        ImageSet test = run.dataset().test();
        int label = test.label(image);
        String name =
                label < 0 ? texts.get("view.latent.noLabel") : run.dataset().className(label);
        view.card.fill(
                texts.get("view.latent.card", name, image),
                texts.get("view.latent.cardError", reconstruction.errors()[0]),
                Arrays.copyOfRange(test.pixels(), image * test.size(), (image + 1) * test.size()),
                reconstruction.image(0),
                test.height(),
                test.width());
        view.map.requestLayout();
    }

    private final class Touches implements LatentMap.Actions {
        @Override
        public void hover(int image) {
            LatentController.this.hover(image);
        }

        @Override
        public void choose(int image) {
            exploration.choose(image);
        }

        @Override
        public void goTo(double x, double y) {
            space.goTo(x, y);
        }
    }
}

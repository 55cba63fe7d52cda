package latentlab.view.latent;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import latentlab.comparison.RunNames;
import latentlab.embedding.MapQuality;
import latentlab.map.MapChoice;
import latentlab.map.MapColouring;
import latentlab.map.MapMethod;
import latentlab.map.MapPoints;
import latentlab.map.MapSource;
import latentlab.map.MapSubject;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.session.Exploration;
import latentlab.session.TrainingModel;
import latentlab.text.Problem;
import latentlab.view.Choices;
import latentlab.view.LatestOnly;
import latentlab.view.ShownEpoch;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.words.DifferenceWords;
import latentlab.view.words.MapRemarks;
import latentlab.view.words.NoRunWords;

/** Shows the test images on one map, for the run and epoch chosen for it. */
final class MapController {
    /** The map requested last. */
    private record Wanted(ShownEpoch of, MapChoice choice) {}

    private final MapView view;
    private final TrainingModel model;
    private final Texts texts;
    private final LatestOnly mapComputation;
    /** A reference, since a binding without one is garbage-collected. */
    private final ObservableValue<ShownEpoch> selected;

    private MapSubject subject;
    private MapChoice choice = MapChoice.forDimension(2);
    private final LayoutController layout;
    private final PlaceController space;
    private final QualityController quality;
    private final CardController card;
    private final ColourController colours;
    private final ObservableValue<MapColouring> colouring;
    private final MapRemarks remarks;
    private final Exploration exploration;
    /** Whether the map is in the window; a hidden map needs no computation. */
    private boolean inWindow;

    private Run shownRun;
    private Wanted wanted;
    /** Why there is no map, or null. */
    private Problem problem;

    private int hovered = -1;
    /** Whether the choices are being set by the program, not by the user. */
    private boolean showing;

    /**
     * @param first the initial subject
     * @param colouring of the points
     */
    MapController(MapView view, ViewContext context, MapSubject first, ObservableValue<MapColouring> colouring) {
        this.view = view;
        this.colouring = colouring;
        subject = first;
        model = context.model();
        texts = context.texts();
        remarks = new MapRemarks(texts);
        mapComputation = context.ofEpoch();
        view.empty.visibleProperty().bind(model.runProperty().isNull());
        view.empty.textProperty().bind(NoRunWords.bind(model, texts, "view.latent.empty"));
        exploration = context.exploration();
        view.setActions(new Touches());
        space = new PlaceController(view, context);
        new SelectionOnMap(view.map, context.selection());
        card = new CardController(view, context);
        colours = new ColourController(view, context, colouring, this::describe);
        colouring.subscribe((_, _) -> describe());
        quality = new QualityController(view.quality, context);
        view.map.visibilityProperty().subscribe((_, _) -> describe());
        quality.shownProperty().addListener(_ -> describe());
        Choices.words(view.source, texts, this::words);
        Choices.words(view.axes, texts, method -> texts.get("view.latent.method." + name(method)));
        layout = new LayoutController(view.layout, context, this::show, this::fail);
        Choices.words(view.unitX, texts, unit -> texts.get("view.latent.unitX", unit + 1));
        Choices.words(view.unitY, texts, unit -> texts.get("view.latent.unitY", unit + 1));
        texts.messagesProperty().subscribe(_ -> describe());
        for (ComboBox<?> box : List.of(view.source, view.axes, view.unitX, view.unitY)) {
            box.valueProperty().addListener(_ -> choose());
        }
        view.epoch.valueProperty().addListener(_ -> refresh());
        choice = choice.of(subject.source());
        offerSubjects();
        showAxes();
        model.trainedRuns().addListener((ListChangeListener<Run>) _ -> offerSubjects());
        selected = ShownEpoch.of(model);
        selected.subscribe(_ -> refresh());
        model.stateProperty().subscribe(_ -> {
            // A layout follows the training at intervals: once that pauses or ends, it is of the epoch shown.
            refresh();
            measure();
        });
        exploration.hoveredProperty().subscribe(_ -> lightUp());
    }

    /** @param value whether the map is in the window */
    void setInWindow(boolean value) {
        inWindow = value;
        if (value) {
            refresh();
        } else {
            wanted = null;
            layout.stop();
            mapComputation.forget();
        }
    }

    /** Shows another subject. */
    void show(MapSubject of, MapMethod method) {
        showing = true;
        view.source.setValue(of);
        view.axes.setValue(method);
        showing = false;
        choose();
    }

    boolean shows(MapSubject of, MapMethod method) {
        return subject.equals(of) && choice.method() == method;
    }

    /** The quality of the map shown; null while it is not computed. */
    ObservableValue<MapQuality> qualityProperty() {
        return quality.shownProperty();
    }

    /** Stops the layout. */
    void close() {
        layout.stop();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String words(MapSubject of) {
        if (of.run() == null) {
            return texts.get("view.latent.source." + (of.pinned() ? "otherEpoch" : name(of.source())));
        }
        List<Run> trained = model.trainedRuns();
        int place = trained.indexOf(of.run());
        return place < 0
                ? ""
                : texts.get("view.latent.source.run", place + 1, names(trained).get(place));
    }

    private List<String> names(List<Run> trained) {
        return RunNames.of(
                trained,
                run -> texts.get(
                        "view.latent.source.run.alone",
                        run.model().latent(),
                        Choices.word(texts, run.model().kind())),
                (name, value) -> texts.get(DifferenceWords.of(name, value)));
    }

    private void offerSubjects() {
        Run current = model.runProperty().get();
        List<MapSubject> subjects = Stream.concat(
                        Stream.of(MapSubject.CODES, MapSubject.PIXELS, MapSubject.OTHER_EPOCH),
                        model.trainedRuns().stream()
                                .filter(run -> run != current)
                                .map(MapSubject::of))
                .toList();
        if (!subjects.equals(view.source.getItems())) {
            showing = true;
            // The name of the one chosen depends on the others.
            view.source.setValue(null);
            view.source.getItems().setAll(subjects);
            view.source.setValue(subject);
            showing = false;
        }
    }

    private void choose() {
        if (!showing) {
            if (view.source.getValue().equals(subject)) {
                choice = new MapChoice(
                                subject.source(), view.axes.getValue(), view.unitX.getValue(), view.unitY.getValue())
                        .possible();
            } else {
                subject = view.source.getValue();
                choice = choice.with(view.axes.getValue()).of(subject.source());
                if (subject.run() != null) {
                    view.epoch.offer(subject.run().epochs());
                    view.epoch.choose(last(subject.run()));
                }
            }
            view.map.showWhole();
            showAxes();
            describe();
            refresh();
        }
    }

    private static int last(Run run) {
        return run.epochs().count() - 1;
    }

    /** The run and epoch to show now, or null. */
    private ShownEpoch target() {
        ShownEpoch now = selected.getValue();
        if (now == null || !subject.pinned()) {
            return now;
        }
        Run run = subject.run() == null ? now.run() : subject.run();
        return new ShownEpoch(run, run.epochs().kept(Math.clamp(view.epoch.getValue(), 0, last(run))));
    }

    private void open(Run run) {
        int latent = run.model().latent();
        boolean sameDimension = shownRun != null && shownRun.model().latent() == latent;
        shownRun = run;
        if (!sameDimension) {
            choice = choice.inDimension(latent);
        }
        showing = true;
        Integer[] all = IntStream.range(0, latent).boxed().toArray(Integer[]::new);
        for (ComboBox<Integer> box : List.of(view.unitX, view.unitY)) {
            // A value chosen before there were items is not shown in words.
            box.setValue(null);
            box.getItems().setAll(all);
        }
        showing = false;
        offerSubjects();
        showAxes();
    }

    private void showAxes() {
        boolean pixels = choice.source() == MapSource.PIXELS;
        boolean several = pixels || shownRun != null && shownRun.model().latent() > 1;
        showing = true;
        List<MapMethod> methods =
                pixels ? List.of(MapMethod.PRINCIPAL, MapMethod.TSNE, MapMethod.UMAP) : List.of(MapMethod.values());
        if (!methods.equals(view.axes.getItems())) {
            view.axes.setValue(null);
            view.axes.getItems().setAll(methods);
        }
        view.axes.setValue(choice.method());
        view.unitX.setValue(choice.unitX());
        view.unitY.setValue(choice.unitY());
        showing = false;
        view.epoch.setVisible(subject.pinned());
        view.axes.setVisible(several);
        view.units.setVisible(several && choice.method() == MapMethod.UNITS);
        view.layout.setVisible(several && choice.method().stepwise());
    }

    private void refresh() {
        ShownEpoch target = target();
        if (!inWindow || target == null) {
            return;
        }
        Run run = target.run();
        if (run != shownRun) {
            open(run);
            showNothing();
        }
        view.epoch.offer(run.epochs());
        problem = null;
        if (view.layout.isVisible()) {
            mapComputation.forget();
            wanted = null;
            card.refresh(choice.source());
            layout.show(run, target.epoch(), choice.source(), choice.method(), following());
            return;
        }
        layout.stop();
        Wanted now = new Wanted(target, choice);
        if (now.equals(wanted)) {
            return;
        }
        wanted = now;
        // Slow for late epochs, whose planes need all before: stops if there is a newer request.
        mapComputation.request(asked -> MapPoints.of(run, target.epoch(), now.choice(), asked), this::show);
    }

    /** Whether the map follows the training. */
    private boolean following() {
        return !subject.pinned()
                && model.stateProperty().get() == RunState.TRAINING
                && model.liveProperty().get();
    }

    private void show(MapPoints points) {
        problem = null;
        // Described with it, since each map has a visibility of its own.
        view.map.show(points);
        space.show(points, choice);
        measure();
        card.refresh(choice.source());
        colours.refresh();
    }

    private void fail(Problem why) {
        problem = why;
        showNothing();
        describe();
    }

    private void showNothing() {
        wanted = null;
        view.map.show(null);
        space.show(null, choice);
        measure();
    }

    /** Measures the quality of the map, unless it follows the training or is still moving. */
    private void measure() {
        boolean moving = view.layout.isVisible() ? layout.moving() : following();
        quality.show(moving ? null : view.map.shown(), choice.source());
    }

    private void describe() {
        MapPoints points = view.map.shown();
        String note = points == null ? "" : remarks.note(points, choice);
        String hint = problem != null ? texts.get(problem.sentence()) : points != null ? remarks.hint(points) : "";
        view.note.setText(note);
        view.noteTerm.set(remarks.term(points));
        String missing = points == null
                ? ""
                : remarks.missing(points, view.map.visibilityProperty().get(), colouring.getValue());
        view.missing.setText(missing);
        view.noteMore.setText(points == null ? "" : remarks.more(points));
        view.hint.setText(hint);
        view.hint.setVisible(!hint.isEmpty());
        int epoch = points == null ? 0 : points.epoch();
        String told = points == null ? "" : remarks.told(points, choice.source());
        String measured = points == null ? "" : view.quality.getAccessibleText();
        view.map.setAccessibleText(
                texts.get("view.latent.map", epoch, told, note, missing, hint, colours.told(), measured)
                        .strip());
    }

    private void hover(int image) {
        hovered = image;
        card.point(image);
        if (linked()) {
            exploration.hover(image);
        }
    }

    /** Whether the map shows the images that are explored; an earlier run may have others. */
    private boolean linked() {
        Run current = model.runProperty().get();
        return shownRun != null && current != null && shownRun.dataset() == current.dataset();
    }

    private void lightUp() {
        int image = exploration.hoveredProperty().get();
        view.map.lightUp(linked() && hovered < 0 ? image : -1);
    }

    private final class Touches implements LatentMap.Actions {
        @Override
        public void hover(int image) {
            MapController.this.hover(image);
        }

        @Override
        public void keepCard(int image) {
            card.keep(image);
        }

        @Override
        public void choose(int image) {
            if (linked()) {
                exploration.choose(image);
            }
        }

        @Override
        public void goTo(double x, double y) {
            space.goTo(x, y);
        }
    }
}

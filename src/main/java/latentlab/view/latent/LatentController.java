package latentlab.view.latent;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.Property;
import latentlab.data.Dataset;
import latentlab.embedding.MapQuality;
import latentlab.map.MapColouring;
import latentlab.map.MapMethod;
import latentlab.map.MapSubject;
import latentlab.preferences.MapLayout;
import latentlab.run.Run;
import latentlab.session.TrainingModel;
import latentlab.view.Choices;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/**
 * Shows the test images on one map, or on three to compare: their pixels, the current run, and another epoch or run.
 */
public final class LatentController {
    /** Initial subjects of the maps, from left to right; the first also applies if there is only one map. */
    private static final List<MapSubject> FIRST = List.of(MapSubject.CODES, MapSubject.PIXELS, MapSubject.OTHER_EPOCH);

    private final LatentView view;
    private final TrainingModel model;
    private final Texts texts;
    private final List<MapController> maps;
    /** One map or three. */
    private final Property<MapLayout> layout;

    private final NotebookMaps notebook;
    private Dataset shown;
    /** Subjects of the notebook's three maps, or empty. */
    private List<MapSubject> compared = List.of();

    public static LatentController in(ViewContext context) {
        return new LatentController(new LatentView(context.texts(), context.colours()), context);
    }

    private LatentController(LatentView view, ViewContext context) {
        this.view = view;
        layout = context.preferences().mapLayoutProperty();
        model = context.model();
        texts = context.texts();
        view.colouring.getItems().setAll(MapColouring.CLASS, MapColouring.ERROR);
        view.colouring.setValue(MapColouring.CLASS);
        Choices.words(view.colouring, texts, each -> ColourController.words(each, texts));
        maps = IntStream.range(0, LatentView.MAPS)
                .mapToObj(
                        i -> new MapController(view.maps.get(i), context, FIRST.get(i), view.colouring.valueProperty()))
                .toList();
        notebook = new NotebookMaps(model, context.mayDropRun(), this::show);
        view.notebook.disableProperty().bind(model.datasetProperty().isNull());
        view.notebook.setOnAction(_ -> notebook.start());
        view.layouts.forEach((each, button) -> button.setOnAction(_ -> layout.setValue(each)));
        layout.subscribe(this::arrange);
        model.runProperty().subscribe(this::follow);
        notebook.trainingProperty().subscribe(this::describe);
        maps.forEach(each -> each.qualityProperty().subscribe(this::describe));
        texts.messagesProperty().subscribe(this::describe);
    }

    /** Maps the codes of the run on screen in a way, on the first map. */
    public void show(MapMethod method) {
        maps.getFirst().show(MapSubject.CODES, method);
    }

    /** Starts the notebook's comparison, as its button does. */
    public void compare() {
        notebook.start();
    }

    /** Stops the layouts. */
    public void close() {
        maps.forEach(MapController::close);
    }

    public LatentView view() {
        return view;
    }

    private void arrange(MapLayout now) {
        view.arrange(now);
        for (int i = 0; i < maps.size(); i++) {
            maps.get(i).setInWindow(i == 0 || now == MapLayout.THREE);
        }
        describe();
    }

    private void follow(Run run) {
        if (run == null) {
            return;
        }
        if (run.dataset() != shown) {
            shown = run.dataset();
            view.legend.show(shown);
        }
        offerUnits(run.model().latent());
    }

    private void offerUnits(int latent) {
        MapColouring before = view.colouring.getValue();
        List<MapColouring> offered = Stream.concat(
                        Stream.of(MapColouring.CLASS, MapColouring.ERROR),
                        IntStream.range(0, latent).mapToObj(MapColouring::unit))
                .toList();
        if (!offered.equals(view.colouring.getItems())) {
            view.colouring.getItems().setAll(offered);
            view.colouring.setValue(offered.contains(before) ? before : MapColouring.CLASS);
        }
    }

    private void show(List<MapSubject> subjects) {
        compared = subjects;
        layout.setValue(MapLayout.THREE);
        for (int i = 0; i < maps.size(); i++) {
            maps.get(i).show(subjects.get(i), MapMethod.TSNE);
        }
    }

    private void describe() {
        view.notebook.setText(layout.getValue() == MapLayout.THREE ? texts.get("view.latent.notebook") : "");
        int latent = notebook.trainingProperty().get();
        view.conclusion.setText(
                latent > 0 ? texts.get("view.latent.notebook.training", latent) : compares() ? conclusion() : "");
    }

    /** Whether the three maps still show the notebook's subjects. */
    private boolean compares() {
        return layout.getValue() == MapLayout.THREE
                && !compared.isEmpty()
                && shown.test().labelled()
                && IntStream.range(0, maps.size()).allMatch(i -> maps.get(i).shows(compared.get(i), MapMethod.TSNE));
    }

    private String conclusion() {
        List<MapQuality> found =
                maps.stream().map(each -> each.qualityProperty().getValue()).toList();
        if (found.contains(null)) {
            return texts.get("view.latent.notebook.measuring");
        }
        double pixels = found.get(0).accuracy();
        double two = found.get(1).accuracy();
        double twenty = found.get(2).accuracy();
        return texts.get("view.latent.notebook.conclusion", pixels, two, twenty, two / pixels, twenty / pixels);
    }
}

package latentlab.view.latent;

import javafx.scene.image.WritableImage;
import latentlab.run.Exploration;
import latentlab.run.Run;
import latentlab.run.TrainingModel;
import latentlab.text.Problem;
import latentlab.view.GreyImages;
import latentlab.view.LatestOnly;
import latentlab.view.ViewContext;

/**
 * Makes the map a space to touch: goes where people point and shows what the decoder makes of it, marks the image they have chosen
 * and its nearest neighbours, and lays a sheet of decodings behind the points.
 */
final class PlaceController {
    /** What there is to mark on a map. */
    private record Marks(
            MapPlaces places, int chosen, int[] neighbours, float[] code, byte[] decoded, double[] drawnAt) {}

    private final LatentView view;
    private final TrainingModel model;
    private final Exploration exploration;
    private final LatestOnly markComputation;
    private final LatestOnly sheetComputation;
    private MapPoints points;
    private MapChoice choice;
    private volatile Neighbourhood around;
    /** The way back from the map shown, or null. */
    private MapPlaces places;

    PlaceController(LatentView view, ViewContext context) {
        this.view = view;
        model = context.model();
        exploration = context.exploration();
        markComputation = context.latestOnly();
        sheetComputation = context.latestOnly();
        exploration.imageProperty().subscribe(_ -> mark());
        exploration.chosenProperty().subscribe(_ -> mark());
        exploration.codeProperty().subscribe(_ -> mark());
        exploration.drawnProperty().subscribe(_ -> mark());
        view.sheet.selectedProperty().subscribe(_ -> laySheet());
        view.map.widthProperty().subscribe(_ -> laySheet());
        view.map.heightProperty().subscribe(_ -> laySheet());
    }

    /** @param now the map that is shown now, or null */
    void show(MapPoints now, MapChoice of) {
        points = now;
        choice = of;
        places = null;
        mark();
    }

    /** Goes to a place on the map, if it tells of a code. */
    void goTo(double x, double y) {
        if (places != null && places.points() == points) {
            exploration.goTo(places.code(x, y));
        }
    }

    private void mark() {
        MapPoints on = points;
        int image = exploration.imageProperty().get();
        float[] code = exploration.codeProperty().get();
        boolean current = on != null && on.run() == model.runProperty().get();
        if (!current || image < 0 || image >= on.x().length) {
            markComputation.forget();
            sheetComputation.forget();
            return;
        }
        MapChoice axes = choice;
        boolean chosen = exploration.chosenProperty().get();
        float[] drawn = exploration.drawnProperty().get();
        markComputation.request(() -> marks(on, axes, image, chosen, code, drawn), this::show);
    }

    private Marks marks(MapPoints points, MapChoice choice, int image, boolean chosen, float[] code, float[] drawn) {
        Run run = points.run();
        int latent = run.model().latent();
        boolean place = code != null && code.length == latent;
        float[] own = run.latent(points.epoch(), image);
        byte[] decoded = place ? run.decode(points.epoch(), code) : null;
        MapPlaces back = MapPlaces.of(points, choice, place ? code : own);
        try {
            int[] neighbours = chosen ? around(points).nearest(own, image) : new int[0];
            boolean told = drawn != null && drawn.length == latent && choice.source() == MapSource.LATENT;
            double[] drawnAt = !told
                    ? null
                    : back != null ? back.place(drawn) : around(points).place(drawn);
            return new Marks(back, chosen ? image : -1, neighbours, place ? code : own, decoded, drawnAt);
        } catch (Problem _) {
            // Codes that are no numbers: the run has said so.
            return new Marks(back, chosen ? image : -1, new int[0], own, null, null);
        }
    }

    /** Of the map asked about last: the same for as long as one drags or draws. Computations come one at a time. */
    private Neighbourhood around(MapPoints points) {
        Neighbourhood known = around;
        if (known == null || known.points() != points) {
            known = Neighbourhood.of(points);
            around = known;
        }
        return known;
    }

    private void show(Marks marks) {
        boolean fresh = places == null || marks.places == null || places.points() != marks.places.points();
        places = marks.places;
        view.map.showChosen(marks.chosen, marks.neighbours);
        view.map.showDrawn(marks.drawnAt);
        if (places == null || marks.decoded == null) {
            view.map.showHere(Double.NaN, Double.NaN, null);
        } else {
            double[] at = places.place(marks.code);
            Run run = points.run();
            WritableImage image = GreyImages.of(
                    marks.decoded, 0, run.model().height(), run.model().width());
            view.map.showHere(at[0], at[1], image);
        }
        view.sheet.setVisible(places != null);
        if (fresh || choice.method() == MapMethod.UNITS) {
            laySheet();
        }
    }

    private void laySheet() {
        MapProjection projection = view.map.places();
        MapPlaces back = places;
        if (!view.sheet.isSelected() || back == null || projection == null || projection.points() != back.points()) {
            sheetComputation.forget();
            view.map.showSheet(null);
            return;
        }
        sheetComputation.request(() -> back.sheet(projection), view.map::showSheet);
    }
}

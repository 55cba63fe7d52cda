package latentlab.view.latent;

import javafx.scene.image.WritableImage;
import latentlab.run.Exploration;
import latentlab.run.Run;
import latentlab.view.GreyImages;
import latentlab.view.LatestOnly;
import latentlab.view.ViewContext;

/**
 * Makes the map a space to touch: goes where people point and shows what the decoder makes of it, marks the image they have chosen
 * and its nearest neighbours, and lays a sheet of decodings behind the points.
 */
final class PlaceController {
    private static final int NEIGHBOURS = 10;

    /** What there is to mark on a map. */
    private record Marks(MapPlaces places, int image, int[] neighbours, float[] code, byte[] decoded) {}

    private final LatentView view;
    private final Exploration exploration;
    private final LatestOnly markComputation;
    private final LatestOnly sheetComputation;
    private MapPoints points;
    private MapChoice choice;
    /** The way back from the map shown, or null. */
    private MapPlaces places;

    PlaceController(LatentView view, ViewContext context) {
        this.view = view;
        exploration = context.exploration();
        markComputation = context.latestOnly();
        sheetComputation = context.latestOnly();
        exploration.imageProperty().subscribe(_ -> mark());
        exploration.chosenProperty().subscribe(_ -> mark());
        exploration.codeProperty().subscribe(_ -> mark());
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
        if (on == null || image < 0 || image >= on.x().length) {
            markComputation.forget();
            return;
        }
        MapChoice axes = choice;
        markComputation.request(() -> marks(on, axes, image, code), this::show);
    }

    private static Marks marks(MapPoints points, MapChoice choice, int image, float[] code) {
        Run run = points.run();
        int latent = run.model().latent();
        boolean place = code != null && code.length == latent;
        float[] base = place ? code : run.latent(points.epoch(), image);
        int[] neighbours = MapPlaces.nearest(run.latent(points.epoch()), latent, image, NEIGHBOURS);
        byte[] decoded = place ? run.decode(points.epoch(), code) : null;
        return new Marks(MapPlaces.of(points, choice, base), image, neighbours, base, decoded);
    }

    private void show(Marks marks) {
        boolean fresh = places == null;
        places = marks.places;
        view.map.showChosen(exploration.chosenProperty().get() ? marks.image : -1, marks.neighbours);
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

package latentlab.view.latent;

import javafx.scene.image.WritableImage;
import latentlab.data.ImageSet;
import latentlab.map.MapChoice;
import latentlab.map.MapMethod;
import latentlab.map.MapPlaces;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapProjection;
import latentlab.map.MapSource;
import latentlab.map.Neighbourhood;
import latentlab.run.Run;
import latentlab.session.Exploration;
import latentlab.session.TrainingModel;
import latentlab.text.Problem;
import latentlab.view.LatestOnly;
import latentlab.view.ViewContext;
import latentlab.view.paint.ImagePixels;

/**
 * Lets the user touch latent space: a click goes to a place and shows its decoded image. Marks the chosen image and its
 * nearest neighbours, and paints decoded images all over the map behind the points.
 */
final class PlaceController {
    /** The marks on a map. */
    private record Marks(
            MapPlaces places, int chosen, int[] neighbours, float[] code, byte[] decoded, double[] drawnAt) {}

    private final MapView view;
    private final TrainingModel model;
    private final Exploration exploration;
    private final LatestOnly markComputation;
    private final LatestOnly sheetComputation;
    private MapPoints points;
    private MapChoice choice;
    private volatile Neighbourhood around;
    /** The way back from the map shown to codes, or null. */
    private MapPlaces places;

    PlaceController(MapView view, ViewContext context) {
        this.view = view;
        model = context.model();
        exploration = context.exploration();
        markComputation = context.ofEpoch();
        sheetComputation = context.latestOnly();
        exploration.imageProperty().subscribe(_ -> mark());
        exploration.chosenProperty().subscribe(_ -> mark());
        exploration.codeProperty().subscribe(_ -> mark());
        exploration.drawnProperty().subscribe(_ -> mark());
        view.sheet.selectedProperty().subscribe(_ -> laySheet());
        view.map.widthProperty().subscribe(_ -> laySheet());
        view.map.heightProperty().subscribe(_ -> laySheet());
        view.map.zoomProperty().subscribe(_ -> laySheet());
    }

    /** @param now the map shown, or null */
    void show(MapPoints now, MapChoice of) {
        points = now;
        choice = of;
        places = null;
        mark();
    }

    /** Goes to a place on the map, if it can be mapped back to a code. */
    void goTo(double x, double y) {
        if (places != null
                && places.points() == points
                && points.run() == model.runProperty().get()) {
            exploration.goTo(places.code(x, y));
        }
    }

    private void mark() {
        MapPoints on = points;
        Run current = model.runProperty().get();
        int image = exploration.imageProperty().get();
        boolean same = on != null && current != null && on.run().dataset() == current.dataset();
        if (!same || image < 0 || image >= on.x().length) {
            markComputation.forget();
            sheetComputation.forget();
            return;
        }
        MapChoice axes = choice;
        boolean chosen = exploration.chosenProperty().get();
        // A code of another run's latent space would have no meaning here.
        float[] code = on.run() == current ? exploration.codeProperty().get() : null;
        ImageSet drawn = exploration.drawnProperty().get();
        markComputation.request(() -> marks(on, axes, image, chosen, code, drawn), this::show);
    }

    private Marks marks(MapPoints points, MapChoice choice, int image, boolean chosen, float[] code, ImageSet drawn) {
        Run run = points.run();
        boolean pixels = choice.source() == MapSource.PIXELS;
        boolean place = code != null && code.length == run.model().latent();
        float[] own = run.latent(points.epoch(), image);
        byte[] decoded = place ? run.decode(points.epoch(), code) : null;
        MapPlaces back = MapPlaces.of(points, choice, place ? code : own);
        try {
            float[] there = pixels ? run.dataset().test().ink(image) : own;
            int[] neighbours = chosen ? around(points, choice.source()).nearest(there, image) : new int[0];
            double[] drawnAt = drawn == null ? null : place(drawn, points, choice.source(), back);
            return new Marks(back, chosen ? image : -1, neighbours, place ? code : own, decoded, drawnAt);
        } catch (Problem _) {
            // The codes are not finite, which the run has reported.
            return new Marks(back, chosen ? image : -1, new int[0], own, null, null);
        }
    }

    /** @return the place of an image that is not a test image: x, y */
    private double[] place(ImageSet image, MapPoints points, MapSource source, MapPlaces back) throws Problem {
        Run run = points.run();
        float[] there = source == MapSource.PIXELS ? image.ink(0) : run.latent(points.epoch(), image);
        if (back != null) {
            return back.place(there);
        }
        return source == MapSource.PIXELS && points.kind() == Kind.PRINCIPAL
                ? run.pixelPlane().place(there)
                : around(points, source).place(there);
    }

    /**
     * The neighbourhood for the map used last, reused while the user drags or draws. Computations run one at a time.
     */
    private Neighbourhood around(MapPoints points, MapSource source) {
        Neighbourhood known = around;
        if (known == null || known.points() != points) {
            known = Neighbourhood.of(points, source);
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
            WritableImage image = ImagePixels.of(marks.decoded, 0, run.model().shape());
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

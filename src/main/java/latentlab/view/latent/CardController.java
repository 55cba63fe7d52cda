package latentlab.view.latent;

import javafx.beans.value.ObservableValue;
import latentlab.data.ImageSet;
import latentlab.engine.model.Reconstructions;
import latentlab.map.MapPoints;
import latentlab.map.MapSource;
import latentlab.run.Run;
import latentlab.view.LatestOnly;
import latentlab.view.ShownEpoch;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/** Shows a close-up of the image under the pointer, or else of the one chosen, with its reconstruction. */
final class CardController {
    private final MapView view;
    private final Texts texts;
    private final LatestOnly computation;
    /** A reference, since a binding without one is garbage-collected. */
    private final ObservableValue<ShownEpoch> selected;

    private MapSource source = MapSource.LATENT;
    private int pointed = -1;
    private int kept = -1;

    CardController(MapView view, ViewContext context) {
        this.view = view;
        texts = context.texts();
        computation = context.latestOnly();
        selected = context.shown();
    }

    /** @param image index of the test image under the pointer, or -1 */
    void point(int image) {
        pointed = image;
        fill();
    }

    /** @param image whose card stays while no other is under the pointer, or -1 */
    void keep(int image) {
        kept = image;
        fill();
    }

    /** Updates the card after the map has changed. */
    void refresh(MapSource of) {
        source = of;
        fill();
    }

    private void fill() {
        MapPoints points = view.map.shown();
        int of = pointed >= 0 ? pointed : kept;
        if (of < 0) {
            computation.forget();
            view.card.clear();
        }
        if (of < 0 || points == null) {
            return;
        }
        Run run = points.run();
        ShownEpoch now = selected.getValue();
        // A map of pixels has no epoch of its own: the reconstruction shown is that of the selected one.
        boolean timeless = source == MapSource.PIXELS && now != null && now.run() == run;
        int epoch = timeless ? now.epoch() : points.epoch();
        computation.request(() -> run.reconstruct(epoch, of), made -> show(run, of, made));
    }

    private void show(Run run, int of, Reconstructions reconstruction) {
        ImageSet test = run.dataset().test();
        int label = test.label(of);
        String name =
                label < 0 ? texts.get("view.latent.noLabel") : run.dataset().className(label);
        view.card.fill(
                texts.get("view.latent.card", name, of),
                texts.get("view.latent.cardError", reconstruction.errors()[0]),
                test.pixelsOf(of),
                reconstruction.image(0),
                test.shape());
        view.map.requestLayout();
    }
}

package latentlab.view.decode;

import java.util.SplittableRandom;
import javafx.beans.value.ObservableValue;
import latentlab.run.Run;
import latentlab.session.Exploration;
import latentlab.session.UnitRanges;
import latentlab.view.LatestOnly;
import latentlab.view.ShownEpoch;
import latentlab.view.ViewContext;
import latentlab.view.paint.ImagePixels;

/** Decodes the current place in latent space with the decoder of the selected epoch. */
final class DecodeController {
    /** What the view shows for a place. */
    private record Decoding(UnitRanges ranges, float[] code, byte[] pixels) {}

    private final DecodeView view;
    private final Exploration exploration;
    private final LatestOnly computation;
    private final SplittableRandom chance = new SplittableRandom();
    /** A reference, since a binding without one is garbage-collected. */
    private final ObservableValue<ShownEpoch> selected;
    /** Ranges for the epoch decoded last, reused while the user drags. Accessed by computations only, one at a time. */
    private volatile UnitRanges ranges;

    private Decoding shown;
    /** Whether the sliders are being set from the model, not by the user. */
    private boolean showing;

    DecodeController(DecodeView view, ViewContext context) {
        this.view = view;
        exploration = context.exploration();
        computation = context.ofEpoch();
        view.image.follow(exploration.imageProperty(), exploration::choose);
        view.reset.setOnAction(_ -> exploration.goTo(null));
        view.random.setOnAction(_ -> goAnywhere());
        selected = context.shown();
        selected.subscribe(_ -> refresh());
        exploration.imageProperty().subscribe(_ -> refresh());
        exploration.codeProperty().subscribe(_ -> refresh());
        view.visibleProperty().subscribe(_ -> refresh());
    }

    private void refresh() {
        ShownEpoch selection = selected.getValue();
        int image = exploration.imageProperty().get();
        if (!view.isVisible() || selection == null || image < 0) {
            // Requests may refer to a run that is over.
            computation.forget();
            return;
        }
        Run run = selection.run();
        view.image.show(run.dataset(), image);
        float[] place = exploration.codeProperty().get();
        computation.request(() -> decode(run, selection.epoch(), image, place), this::show);
    }

    private Decoding decode(Run run, int epoch, int image, float[] place) {
        UnitRanges known = ranges;
        if (known == null || !known.isOf(run, epoch)) {
            known = UnitRanges.of(run, epoch);
            ranges = known;
        }
        float[] code = place == null ? run.latent(epoch, image) : place;
        return new Decoding(known, code, run.decode(epoch, code));
    }

    private void show(Decoding decoding) {
        shown = decoding;
        int latent = decoding.code.length;
        showing = true;
        if (view.sliders.getChildren().size() != latent) {
            addSliders(latent);
        }
        for (int unit = 0; unit < latent; unit++) {
            view.units
                    .get(unit)
                    .show(decoding.ranges.low()[unit], decoding.ranges.high()[unit], decoding.code[unit]);
        }
        showing = false;
        Run run = decoding.ranges.run();
        view.decoded.setImage(ImagePixels.of(decoding.pixels, 0, run.model().shape()));
    }

    private void addSliders(int latent) {
        int before = view.units.size();
        view.showUnits(latent);
        for (int unit = before; unit < view.units.size(); unit++) {
            int moved = unit;
            view.units.get(unit).valueProperty().addListener((_, _, value) -> move(moved, value.floatValue()));
        }
    }

    private void move(int unit, float value) {
        if (!showing && shown != null && unit < shown.code.length) {
            float[] place = exploration.codeProperty().get();
            float[] next = (place == null ? shown.code : place).clone();
            next[unit] = value;
            exploration.goTo(next);
        }
    }

    /** Goes to a random place within the ranges of the test images. */
    private void goAnywhere() {
        if (shown != null) {
            float[] place = new float[shown.code.length];
            for (int unit = 0; unit < place.length; unit++) {
                float low = shown.ranges.low()[unit];
                place[unit] = (float) (low + chance.nextDouble() * (shown.ranges.high()[unit] - low));
            }
            exploration.goTo(place);
        }
    }
}

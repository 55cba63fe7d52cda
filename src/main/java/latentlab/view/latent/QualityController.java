package latentlab.view.latent;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import latentlab.data.ImageSet;
import latentlab.embedding.MapQuality;
import latentlab.map.MapPoints;
import latentlab.map.MapSource;
import latentlab.run.Run;
import latentlab.text.Problem;
import latentlab.view.LatestOnly;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/** Shows how much of the neighbourhoods the map keeps, once it no longer moves. */
final class QualityController {
    /** Test images used, spread evenly: enough for two digits, in a fraction of a second. */
    private static final int IMAGES = 2000;

    private final Label label;
    private final Texts texts;
    private final LatestOnly computation;
    private final ReadOnlyObjectWrapper<MapQuality> shown = new ReadOnlyObjectWrapper<>();

    QualityController(Label label, ViewContext context) {
        this.label = label;
        texts = context.texts();
        computation = context.latestOnly();
        texts.messagesProperty().subscribe(this::describe);
        shown.addListener(_ -> describe());
    }

    /** The quality shown; null for none. */
    ReadOnlyObjectProperty<MapQuality> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** @param points of a map at rest; null while it moves */
    void show(MapPoints points, MapSource source) {
        shown.set(null);
        computation.forget();
        if (points != null && !points.collapsed()) {
            computation.request(wanted -> measure(points, source, wanted), shown::set);
        }
    }

    private static MapQuality measure(MapPoints points, MapSource source, BooleanSupplier wanted) {
        Run run = points.run();
        ImageSet test = run.dataset().test();
        int[] mapped = points.mapped();
        int[] images = IntStream.of(ImageSet.spread(mapped.length, IMAGES))
                .map(i -> mapped[i])
                .toArray();
        if (images.length < 3) {
            return null;
        }
        boolean pixels = source == MapSource.PIXELS;
        float[] space = pixels ? test.ink(images) : run.latent(points.epoch(), images);
        int dimension = pixels ? test.size() : run.model().latent();
        int[] labels = test.labelled() ? IntStream.of(images).map(test::label).toArray() : null;
        try {
            return MapQuality.of(points.places(images), space, dimension, labels, (_, _) -> {
                if (!wanted.getAsBoolean()) {
                    throw new CancellationException();
                }
            });
        } catch (Problem _) {
            return null; // codes that are not finite: the run has reported it
        }
    }

    private void describe() {
        MapQuality quality = shown.get();
        if (quality == null) {
            label.setText("");
        } else if (Double.isNaN(quality.accuracy())) {
            label.setText(
                    texts.get("view.latent.quality.unlabelled", quality.trustworthiness(), quality.preservation()));
        } else {
            label.setText(texts.get(
                    "view.latent.quality",
                    quality.accuracy(),
                    quality.trustworthiness(),
                    quality.preservation(),
                    quality.neighbours()));
        }
    }
}

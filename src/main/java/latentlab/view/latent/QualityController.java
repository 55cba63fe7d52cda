package latentlab.view.latent;

import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import latentlab.embedding.MapQuality;
import latentlab.map.MapNumbers;
import latentlab.map.MapPoints;
import latentlab.map.MapSource;
import latentlab.view.LatestOnly;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/** Shows how much of the neighbourhoods the map keeps, once it no longer moves. */
final class QualityController {
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
            computation.request(
                    wanted -> MapNumbers.of(points, source, (_, _) -> {
                        if (!wanted.getAsBoolean()) {
                            throw new CancellationException();
                        }
                    }),
                    shown::set);
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

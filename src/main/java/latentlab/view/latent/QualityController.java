package latentlab.view.latent;

import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.embedding.MapQuality;
import latentlab.map.MapNumbers;
import latentlab.map.MapPoints;
import latentlab.map.MapSource;
import latentlab.view.LatestOnly;
import latentlab.view.ViewContext;

/** Shows how much of the neighbourhoods the map keeps, once it no longer moves. */
final class QualityController {
    private final QualityView view;
    private final LatestOnly computation;
    private final ReadOnlyObjectWrapper<MapQuality> shown = new ReadOnlyObjectWrapper<>();

    QualityController(QualityView view, ViewContext context) {
        this.view = view;
        computation = context.latestOnly();
        context.texts().messagesProperty().subscribe(() -> view.show(shown.get()));
        shown.addListener((_, _, quality) -> view.show(quality));
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
}

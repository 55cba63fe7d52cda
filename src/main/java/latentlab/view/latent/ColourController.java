package latentlab.view.latent;

import javafx.beans.value.ObservableValue;
import latentlab.map.MapColouring;
import latentlab.map.MapPoints;
import latentlab.map.PointValues;
import latentlab.view.LatestOnly;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/** Colours a map's points by class, by reconstruction error, or by the value of a unit. */
final class ColourController {
    private final MapView view;
    private final Texts texts;
    private final LatestOnly computation;
    private final ObservableValue<MapColouring> colouring;
    private final Runnable changed;
    private PointValues shown;
    /** What those stand for, which the colouring chosen since may not. */
    private MapColouring shownOf;

    /** @param colouring shared by all maps @param changed run when {@link #told} is something else */
    ColourController(MapView view, ViewContext context, ObservableValue<MapColouring> colouring, Runnable changed) {
        this.changed = changed;
        this.view = view;
        this.colouring = colouring;
        texts = context.texts();
        computation = context.ofEpoch();
        colouring.subscribe(_ -> refresh());
        texts.messagesProperty().subscribe(this::describe);
    }

    /** Updates the colours after the map has changed. */
    void refresh() {
        MapPoints points = view.map.shown();
        MapColouring wanted = colouring.getValue();
        computation.forget();
        view.placeScale(points != null && points.frame() != null);
        if (points == null || wanted == null || wanted.what() == MapColouring.What.CLASS) {
            show(null, wanted);
        } else {
            computation.request(asked -> PointValues.of(points, wanted, asked), values -> show(values, wanted));
        }
    }

    private void show(PointValues values, MapColouring of) {
        boolean other = values != shown;
        shown = values;
        shownOf = of;
        view.map.colourBy(values);
        describe();
        if (other) {
            changed.run();
        }
    }

    /** @return what the colours stand for, with their range; empty where that is the classes */
    String told() {
        if (shown == null || view.map.shown() == null) {
            return "";
        }
        String what = words(shownOf, texts);
        return texts.get("view.latent.coloured", what, shown.low(), shown.high());
    }

    /** @return what the colours stand for, as the choice among them writes it */
    static String words(MapColouring colouring, Texts texts) {
        return switch (colouring.what()) {
            case CLASS -> texts.get("view.latent.colouring.class");
            case ERROR -> texts.get("view.latent.colouring.error");
            case UNIT -> texts.get("view.latent.colouring.unit", colouring.unit() + 1);
        };
    }

    private void describe() {
        view.scale.show(
                shown == null ? "" : texts.get("view.latent.scale", shown.low()),
                shown == null ? "" : texts.get("view.latent.scale", shown.high()));
    }
}

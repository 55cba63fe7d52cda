package latentlab.view.timeline;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import latentlab.view.Tip;

/** A tick above the track for each bookmark, which leads to its epoch. */
final class BookmarkTicks extends Pane {
    private static final double WIDTH = 8;
    private static final double HEIGHT = 8;

    private final Slider track;
    private final SortedMap<Integer, Region> ticks = new TreeMap<>();

    BookmarkTicks(Slider track) {
        this.track = track;
        setId("timeline-bookmarks");
        setPickOnBounds(false);
        track.maxProperty().subscribe(_ -> requestLayout());
    }

    /**
     * @param words by epoch, what each tick says
     * @param chosen receives the epoch of a tick that is clicked
     */
    void show(SortedMap<Integer, String> words, IntConsumer chosen) {
        ticks.clear();
        words.forEach((epoch, said) -> {
            Region tick = new Region();
            tick.getStyleClass().add("timeline-bookmark");
            tick.setAccessibleText(said);
            tick.setCursor(Cursor.HAND);
            tick.setOnMousePressed(event -> {
                chosen.accept(epoch);
                event.consume();
            });
            Tooltip.install(tick, new Tip(said));
            ticks.put(epoch, tick);
        });
        getChildren().setAll(ticks.values());
    }

    @Override
    protected void layoutChildren() {
        // The thumb's middle is the epoch.
        Node thumb = track.lookup(".thumb");
        double margin = thumb == null ? 0 : thumb.getLayoutBounds().getWidth() / 2;
        for (Map.Entry<Integer, Region> tick : ticks.entrySet()) {
            double x = margin + (getWidth() - 2 * margin) * Math.min(1, tick.getKey() / track.getMax());
            tick.getValue().resizeRelocate(snapPositionX(x - WIDTH / 2), 0, WIDTH, HEIGHT);
        }
    }
}

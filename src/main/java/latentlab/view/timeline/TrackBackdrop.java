package latentlab.view.timeline;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import latentlab.figure.Area;
import latentlab.figure.Ink;
import latentlab.figure.Role;
import latentlab.figure.Stroke;
import latentlab.figure.TextStyle;
import latentlab.figure.Track;
import latentlab.run.RateChange;
import latentlab.session.EpochRange;
import latentlab.view.ThemeColours;
import latentlab.view.paint.CanvasPen;
import latentlab.view.paint.FigureCanvas;

/** What lies behind the track: the loss, the range that is played, and marks of epochs to look at. */
final class TrackBackdrop extends Region {
    private static final double CHANGE = 6;
    private static final double BEST = 4;
    private static final Stroke LOSS = new Stroke(new Ink(Role.VALID, 0.7), 1.25, Stroke.Ends.ROUND, 0, 0);
    private static final Stroke RATE = Stroke.dashed(new Ink(Role.MUTED, 0.8), 2, 2);
    private static final Stroke KEPT = Stroke.of(new Ink(Role.MUTED, 0.8), 1);
    private static final double FLAG = 11;
    private static final Stroke PINNED = Stroke.of(Ink.of(Role.MARKER), 2);
    private static final TextStyle LETTER =
            new TextStyle(9, true, Ink.of(Role.BACKGROUND), TextStyle.Align.CENTER, TextStyle.Level.MIDDLE, false);
    private static final Stroke EDGE = Stroke.of(Ink.of(Role.ACCENT), 1);

    /**
     * What is painted.
     *
     * @param losses of validation: element e belongs to epoch e
     * @param range that is played; null for all
     * @param thinned whether not all epochs are kept
     * @param kept which are, where they are thinned
     * @param changes epochs at which images change
     * @param pinned the epoch that the one shown is compared with; -1 for none
     */
    record Content(
            double[] losses,
            boolean logarithmic,
            List<RateChange> rates,
            EpochRange range,
            boolean thinned,
            IntPredicate kept,
            List<Integer> changes,
            int pinned) {}

    private final FigureCanvas canvas = new FigureCanvas();
    private final CanvasPen pen;
    private final Slider track;
    private Supplier<Content> content = () -> null;

    TrackBackdrop(Slider track, ThemeColours colours) {
        this.track = track;
        pen = new CanvasPen(canvas.getGraphicsContext2D(), colours);
        setId("timeline-backdrop");
        setMouseTransparent(true);
        canvas.setManaged(false);
        getChildren().add(canvas);
        colours.versionProperty().subscribe(this::requestLayout);
        track.maxProperty().subscribe(this::requestLayout);
    }

    /** @param source asked once a pulse, however often something of it has changed */
    void setContent(Supplier<Content> source) {
        content = source;
        requestLayout();
    }

    /** Where epochs are now. */
    TrackScale scale() {
        Node thumb = track.lookup(".thumb");
        double margin = thumb == null ? 0 : thumb.getLayoutBounds().getWidth() / 2;
        return new TrackScale(getWidth(), margin, (int) Math.max(1, track.getMax()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        canvas.fit(getWidth(), getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        Content now = content.get();
        if (now != null) {
            paint(now, scale());
        }
    }

    private void paint(Content now, TrackScale scale) {
        double height = getHeight();
        if (now.range() != null) {
            double from = scale.x(Math.min(now.range().first(), scale.last()));
            double to = scale.x(Math.min(now.range().last(), scale.last()));
            pen.fillRectangle(new Area(from - 1, 0, Math.max(2, to - from + 2), height), Ink.of(Role.ACCENT_AREA));
            pen.line(from - 0.5, 0, from - 0.5, height, EDGE);
            pen.line(to + 0.5, 0, to + 0.5, height, EDGE);
        }
        for (RateChange rate : now.rates()) {
            double x = Math.floor(scale.x(rate.epoch())) + 0.5;
            pen.line(x, 0, x, height, RATE);
        }
        if (now.thinned()) {
            double drawn = -1;
            for (int epoch = 0; epoch < now.losses().length; epoch++) {
                double x = Math.floor(scale.x(epoch)) + 0.5;
                if (x > drawn && now.kept().test(epoch)) {
                    pen.line(x, height - 3, x, height, KEPT);
                    drawn = x;
                }
            }
        }
        pen.track(TrackCurve.of(now.losses(), now.logarithmic(), scale, 2, height - 2), LOSS);
        for (int epoch : now.changes()) {
            double x = scale.x(epoch);
            pen.fillTrack(
                    triangle(x - CHANGE / 2, height, x + CHANGE / 2, height, x, height - CHANGE), Ink.of(Role.WARNING));
        }
        int best = TrackCurve.best(now.losses());
        if (best >= 0 && now.losses().length > 1) {
            double x = scale.x(best);
            Track diamond = triangle(x - BEST, height - BEST, x, height - 2 * BEST, x + BEST, height - BEST);
            diamond.lineTo(x, height);
            pen.fillTrack(diamond, Ink.of(Role.VALID));
        }
        if (now.pinned() >= 0) {
            flag(scale.x(now.pinned()));
        }
    }

    /** A flag with an A on it, at the left of its pole where the track ends. */
    private void flag(double x) {
        double left = x + FLAG > getWidth() ? x - FLAG : x;
        pen.line(x, 1, x, getHeight() - 1, PINNED);
        pen.fillRectangle(new Area(left, 0, FLAG, FLAG), Ink.of(Role.MARKER));
        pen.text("A", left + FLAG / 2, FLAG / 2, LETTER);
    }

    private static Track triangle(double x0, double y0, double x1, double y1, double x2, double y2) {
        Track triangle = new Track();
        triangle.moveTo(x0, y0);
        triangle.lineTo(x1, y1);
        triangle.lineTo(x2, y2);
        return triangle;
    }
}

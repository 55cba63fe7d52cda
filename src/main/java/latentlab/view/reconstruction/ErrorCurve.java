package latentlab.view.reconstruction;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import latentlab.figure.Area;
import latentlab.figure.Ink;
import latentlab.figure.Role;
import latentlab.figure.Stroke;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;
import latentlab.figure.Track;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.paint.CanvasPen;
import latentlab.view.paint.FigureCanvas;

/** Paints the error of one image over the epochs, with a mark at the one shown. A click goes to an epoch. */
final class ErrorCurve extends Region {
    private static final double HEIGHT = 92;
    private static final double LEFT = 52;
    private static final double BOTTOM = 16;
    private static final double EDGE = 6;
    private static final TextStyle VALUE = TextStyle.of(10, Role.MUTED, Align.RIGHT, Level.MIDDLE);
    private static final TextStyle EPOCH = TextStyle.of(10, Role.MUTED, Align.CENTER, Level.TOP);

    private final Texts texts;
    private final FigureCanvas canvas = new FigureCanvas();
    private final CanvasPen pen;
    private SortedMap<Integer, Double> errors = new TreeMap<>();
    /** Errors at the lower and the upper edge. */
    private double low;

    private double high = 1;
    private int last = 1;
    private int epoch;

    ErrorCurve(Texts texts, ThemeColours colours, IntConsumer go) {
        this.texts = texts;
        pen = new CanvasPen(canvas.getGraphicsContext2D(), colours);
        getChildren().add(canvas);
        setId("enlarged-curve");
        setCursor(Cursor.HAND);
        setOnMousePressed(event -> go.accept(epochAt(event)));
        setOnMouseDragged(event -> go.accept(epochAt(event)));
        colours.versionProperty().subscribe(this::requestLayout);
        texts.messagesProperty().subscribe(this::requestLayout);
    }

    /**
     * @param known errors by epoch
     * @param epochs number of epochs that there are
     */
    void show(SortedMap<Integer, Double> known, int epochs) {
        errors = known;
        last = Math.max(1, epochs - 1);
        requestLayout();
    }

    void mark(int shown) {
        epoch = shown;
        requestLayout();
    }

    private int epochAt(MouseEvent event) {
        double share = (event.getX() - LEFT) / (getWidth() - LEFT - EDGE);
        return Math.clamp(Math.round(share * last), 0, last);
    }

    private double x(int at) {
        return LEFT + (getWidth() - LEFT - EDGE) * at / last;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        canvas.fit(getWidth(), getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        double bottom = getHeight() - BOTTOM;
        Stroke axis = Stroke.of(Ink.of(Role.GRID), 1);
        pen.line(LEFT, bottom, getWidth() - EDGE, bottom, axis);
        pen.text("0", x(0), bottom + 3, EPOCH);
        pen.text(texts.get("view.reconstruction.enlarged.epoch", last), x(last), bottom + 3, EPOCH);
        // Of the untrained model it is so large that of the others nothing would be seen.
        SortedMap<Integer, Double> trained = errors.size() > 2 ? errors.tailMap(1) : errors;
        double[] finite = trained.values().stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (finite.length > 0) {
            low = finite[0];
            high = Math.max(finite[finite.length - 1], Math.nextUp(low));
            pen.text(texts.get("view.reconstruction.error", high), LEFT - 6, EDGE + 4, LEFT - 6, VALUE);
            pen.text(texts.get("view.reconstruction.error", low), LEFT - 6, bottom - 4, LEFT - 6, VALUE);
            pen.track(track(trained, bottom), Stroke.of(Ink.of(Role.VALID), 1.5));
        }
        pen.line(x(epoch), EDGE, x(epoch), bottom, Stroke.of(Ink.of(Role.MARKER), 1));
        Double now = errors.get(epoch);
        if (now != null && Double.isFinite(now)) {
            pen.fillEllipse(new Area(x(epoch) - 3, y(now, bottom) - 3, 6, 6), Ink.of(Role.MARKER));
        }
    }

    private double y(double error, double bottom) {
        double room = bottom - EDGE - 2;
        return bottom - 2 - room * Math.clamp((error - low) / (high - low), 0, 1);
    }

    private Track track(SortedMap<Integer, Double> some, double bottom) {
        Track track = new Track();
        boolean begun = false;
        for (Map.Entry<Integer, Double> each : some.entrySet()) {
            if (!Double.isFinite(each.getValue())) {
                begun = false;
            } else if (begun) {
                track.lineTo(x(each.getKey()), y(each.getValue(), bottom));
            } else {
                track.moveTo(x(each.getKey()), y(each.getValue(), bottom));
                begun = true;
            }
        }
        return track;
    }
}

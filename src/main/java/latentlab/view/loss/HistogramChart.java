package latentlab.view.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import latentlab.diagnosis.EpochDiagnosis;
import latentlab.diagnosis.EpochDiagnosis.OfLayer;
import latentlab.diagnosis.Histogram;
import latentlab.figure.Area;
import latentlab.figure.AxisScale;
import latentlab.figure.Role;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.paint.FigureCanvas;

/**
 * Histograms over the epochs, a heat map for each layer: from left to right the epochs, from bottom to top the numbers,
 * the stronger the more of them lie there. Each epoch has the full strength where most of its numbers lie.
 */
final class HistogramChart extends Region {
    private static final Font SMALL = Font.font(11);
    private static final double LEFT = 44;
    private static final double RIGHT = 10;
    private static final double TOP = 20;
    private static final double BOTTOM = 20;
    /** In a narrower panel epochs could not be told apart. */
    private static final double NARROWEST = 150;

    /** @param numbers by epoch */
    private record Panel(String layer, SortedMap<Integer, Histogram> numbers, AxisScale scale, Area plot) {}

    private final FigureCanvas canvas = new FigureCanvas();
    private final FigureCanvas markers = new FigureCanvas();
    private final Texts texts;
    private final ThemeColours colours;
    private SortedMap<Integer, EpochDiagnosis> known = new TreeMap<>();
    private Function<EpochDiagnosis, List<OfLayer>> part = EpochDiagnosis::weights;
    private int lastEpoch = 1;
    private int selected;
    private double pointerX = Double.NaN;
    private double pointerY;
    private List<Panel> panels = List.of();
    /** By the places of the panels. */
    private final Map<Integer, HistogramColumns> painted = new HashMap<>();

    private boolean changed = true;

    /** @param pick receives the epoch that is clicked or dragged to */
    HistogramChart(Texts texts, ThemeColours colours, IntConsumer pick) {
        this.texts = texts;
        this.colours = colours;
        getChildren().addAll(canvas, markers);
        setMinSize(200, 120);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        focusVisibleProperty().subscribe(this::requestLayout);
        getStyleClass().add("loss-chart");
        colours.versionProperty().subscribe(this::repaint);
        texts.messagesProperty().subscribe(this::repaint);
        setOnMouseMoved(this::point);
        setOnMouseExited(_ -> {
            pointerX = Double.NaN;
            requestLayout();
        });
        setOnMousePressed(event -> pickAt(event, pick));
        setOnMouseDragged(event -> pickAt(event, pick));
    }

    /**
     * @param now what has been worked out, by epoch
     * @param which what of it to show
     * @param last right end of the epoch axis
     */
    void show(SortedMap<Integer, EpochDiagnosis> now, Function<EpochDiagnosis, List<OfLayer>> which, int last) {
        known = now;
        part = which;
        lastEpoch = Math.max(1, last);
        repaint();
    }

    void select(int epoch) {
        selected = epoch;
        requestLayout();
    }

    private void repaint() {
        changed = true;
        requestLayout();
    }

    private void point(MouseEvent event) {
        pointerX = event.getX();
        pointerY = event.getY();
        requestLayout();
    }

    private void pickAt(MouseEvent event, IntConsumer pick) {
        point(event);
        Panel panel = panelAt(event.getX(), event.getY());
        if (event.getButton() == MouseButton.PRIMARY && panel != null) {
            pick.accept(epochAt(panel, event.getX()));
        }
    }

    private Panel panelAt(double x, double y) {
        for (Panel panel : panels) {
            Area plot = panel.plot();
            if (x >= plot.x() - RIGHT
                    && x <= plot.right() + RIGHT
                    && y >= plot.y() - TOP
                    && y <= plot.bottom() + BOTTOM) {
                return panel;
            }
        }
        return null;
    }

    /** @return of the epochs so far */
    private int epochAt(Panel panel, double x) {
        double share = (x - panel.plot().x()) / panel.plot().width();
        return Math.clamp(Math.round(share * lastEpoch), 0, known.isEmpty() ? 0 : known.lastKey());
    }

    @Override
    protected void layoutChildren() {
        boolean refitted = canvas.fit(getWidth(), getHeight());
        markers.fit(getWidth(), getHeight());
        if (changed || refitted) {
            changed = false;
            panels = panels();
            paint();
        }
        paintMarkers();
    }

    private List<Panel> panels() {
        if (known.isEmpty()) {
            return List.of();
        }
        List<OfLayer> layers = part.apply(known.get(known.lastKey()));
        int columns = Math.clamp((int) (getWidth() / NARROWEST), 1, layers.size());
        int rows = Math.ceilDiv(layers.size(), columns);
        double width = getWidth() / columns;
        double height = getHeight() / rows;
        List<Panel> made = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            int layer = i;
            SortedMap<Integer, Histogram> numbers = new TreeMap<>();
            known.forEach((epoch, each) ->
                    numbers.put(epoch, part.apply(each).get(layer).numbers()));
            Area plot = new Area(
                    i % columns * width + LEFT,
                    i / columns * height + TOP,
                    Math.max(1, width - LEFT - RIGHT),
                    Math.max(1, height - TOP - BOTTOM));
            made.add(new Panel(layers.get(i).layer(), numbers, scale(numbers), plot));
        }
        return made;
    }

    private static AxisScale scale(SortedMap<Integer, Histogram> numbers) {
        double low = numbers.values().stream()
                .mapToDouble(Histogram::low)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        double high = numbers.values().stream()
                .mapToDouble(Histogram::high)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        return AxisScale.around(low, high, false);
    }

    private void paint() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        graphics.setFont(SMALL);
        for (int place = 0; place < panels.size(); place++) {
            Panel panel = panels.get(place);
            Area plot = panel.plot();
            graphics.drawImage(image(place), plot.x(), plot.y(), plot.width(), plot.height());
            graphics.setStroke(colours.get(Role.GRID));
            graphics.setLineWidth(1);
            graphics.strokeRect(
                    Math.floor(plot.x()) + 0.5,
                    Math.floor(plot.y()) + 0.5,
                    Math.floor(plot.width()),
                    Math.floor(plot.height()));
            words(graphics, panel.layer(), plot.x(), plot.y() - 10, TextAlignment.LEFT, Role.TEXT);
            for (double tick : panel.scale().ticks(Math.max(2, (int) (plot.height() / 40)))) {
                double y = plot.bottom() - panel.scale().fraction(tick) * plot.height();
                words(graphics, texts.get("view.loss.tick", tick), plot.x() - 5, y, TextAlignment.RIGHT, Role.MUTED);
            }
            for (double tick : new AxisScale(0, lastEpoch, false).wholeTicks((int) (plot.width() / 56))) {
                double x = plot.x() + tick / lastEpoch * plot.width();
                words(
                        graphics,
                        texts.get("view.loss.epochTick", tick),
                        x,
                        plot.bottom() + 10,
                        TextAlignment.CENTER,
                        Role.MUTED);
            }
        }
    }

    private void words(GraphicsContext graphics, String words, double x, double y, TextAlignment alignment, Role role) {
        graphics.setFill(colours.get(role));
        graphics.setTextAlign(alignment);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.fillText(words, x, y);
    }

    /** Pixel by pixel: as rectangles, hundreds of epochs would take a canvas too long. */
    private WritableImage image(int place) {
        Panel panel = panels.get(place);
        int width = Math.max(1, (int) Math.round(panel.plot().width() * canvas.density()));
        int height = Math.max(1, (int) Math.round(panel.plot().height() * canvas.density()));
        HistogramColumns columns = columns(place, height);
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, 0xFF << 24 | ThemeColours.rgb(colours.get(Role.BACKGROUND)));
        for (int x = 0; x < width; x++) {
            int epoch = Math.round((x + 0.5f) / width * lastEpoch);
            Histogram now = panel.numbers().get(epoch);
            if (now == null) {
                continue; // not worked out, or not trained yet
            }
            int[] column = columns.of(now);
            for (int y = 0; y < height; y++) {
                pixels[y * width + x] = column[y];
            }
        }
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }

    private HistogramColumns columns(int place, int height) {
        HistogramColumns.Shades shades =
                new HistogramColumns.Shades(colours.get(Role.BACKGROUND), colours.get(Role.TRAIN));
        AxisScale scale = panels.get(place).scale();
        return painted.compute(
                place,
                (_, before) -> before != null && before.are(shades, scale, height)
                        ? before
                        : new HistogramColumns(shades, scale, height));
    }

    private void paintMarkers() {
        GraphicsContext graphics = markers.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        for (Panel panel : panels) {
            line(graphics, panel, selected, Role.MARKER, 1.5);
        }
        Panel panel = Double.isNaN(pointerX)
                ? isFocusVisible() && !panels.isEmpty() ? panels.getFirst() : null
                : panelAt(pointerX, pointerY);
        if (panel == null || markers.posing()) {
            return;
        }
        int epoch = Double.isNaN(pointerX) ? selected : epochAt(panel, pointerX);
        line(graphics, panel, epoch, Role.MUTED, 1);
        Point2D pointer = Double.isNaN(pointerX)
                ? new Point2D(panel.plot().x(), panel.plot().bottom())
                : new Point2D(pointerX, pointerY);
        new LossReadout(lines(panel, epoch))
                .paint(graphics, colours, pointer, panel.plot().y() + 6, new Dimension2D(getWidth(), getHeight()));
    }

    private void line(GraphicsContext graphics, Panel panel, int epoch, Role role, double width) {
        double x = panel.plot().x() + (double) epoch / lastEpoch * panel.plot().width();
        graphics.setStroke(colours.get(role));
        graphics.setLineWidth(width);
        graphics.strokeLine(x, panel.plot().y(), x, panel.plot().bottom());
    }

    private List<LossReadout.Line> lines(Panel panel, int epoch) {
        List<LossReadout.Line> lines = new ArrayList<>();
        lines.add(new LossReadout.Line(null, panel.layer() + " · " + texts.get("view.loss.readoutEpoch", epoch)));
        Histogram histogram = panel.numbers().get(epoch);
        if (histogram == null) {
            lines.add(new LossReadout.Line(null, texts.get("view.loss.histogram.none")));
            return lines;
        }
        lines.add(new LossReadout.Line(
                null, texts.get("view.loss.histogram.spread", histogram.mean(), histogram.deviation())));
        lines.add(
                new LossReadout.Line(null, texts.get("view.loss.histogram.range", histogram.low(), histogram.high())));
        if (histogram.notFinite() > 0) {
            lines.add(new LossReadout.Line(
                    Role.WARNING, texts.get("view.loss.histogram.notFinite", histogram.notFinite())));
        }
        return lines;
    }

    /** @return what the selected epoch's numbers are like, layer by layer, in words */
    String described(int epoch) {
        List<String> words = new ArrayList<>();
        for (Map.Entry<Integer, EpochDiagnosis> each :
                known.subMap(epoch, epoch + 1).entrySet()) {
            for (OfLayer layer : part.apply(each.getValue())) {
                Histogram numbers = layer.numbers();
                words.add(layer.layer() + " "
                        + texts.get("view.loss.histogram.spread", numbers.mean(), numbers.deviation()));
            }
        }
        return words.isEmpty() ? texts.get("view.loss.histogram.none") : String.join(", ", words);
    }
}

package latentlab.view.prior;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import latentlab.engine.model.CodeDistributions;
import latentlab.figure.prior.ImageTable;
import latentlab.figure.prior.UnitRow;
import latentlab.figure.prior.UnitsFigure;
import latentlab.view.TakesKeys;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.paint.CanvasPen;
import latentlab.view.paint.FigureCanvas;

/** Paints a sheet; arrow keys go from image to image, Enter and a click take the code of one. */
final class PriorGrid extends Region implements TakesKeys {
    private static final double SCROLL_BAR = 12;
    /** Images a line of samples. */
    private static final int LINE = 20;

    private final FigureCanvas canvas = new FigureCanvas();
    private final ScrollBar scroll = new ScrollBar();
    private final Texts texts;
    private final CanvasPen pen;
    private final ReadOnlyIntegerWrapper pointed = new ReadOnlyIntegerWrapper(-1);
    private Runnable taken = () -> {};
    private PriorSheet sheet;
    private DivergenceCurves curves;
    /** As painted last, to ask what is where; null before. */
    private UnitsFigure units;

    PriorGrid(Texts texts, ThemeColours colours) {
        this.texts = texts;
        pen = new CanvasPen(canvas.getGraphicsContext2D(), colours);
        setId("prior");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(420, 110);
        scroll.setOrientation(Orientation.VERTICAL);
        scroll.valueProperty().subscribe(this::requestLayout);
        getChildren().addAll(canvas, scroll);
        colours.versionProperty().subscribe(this::requestLayout);
        texts.messagesProperty().subscribe(this::requestLayout);
        pointed.subscribe(this::requestLayout);
        setOnMouseMoved(event -> pointed.set(at(event.getX(), event.getY())));
        setOnMouseExited(_ -> pointed.set(-1));
        setOnMouseClicked(event -> {
            requestFocus();
            pointed.set(at(event.getX(), event.getY()));
            take();
        });
        setOnScroll(event -> scrollTo(top() - event.getDeltaY()));
        setOnKeyPressed(this::go);
    }

    /** The image under the pointer, or that the keys have gone to; -1 for none. */
    ReadOnlyIntegerProperty pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /** @param then called when the image that is pointed at is chosen */
    void onTaken(Runnable then) {
        taken = then;
    }

    /** @param known over the epochs; null where there are no units to show them of */
    void show(PriorSheet next, DivergenceCurves known) {
        if (sheet == null || next == null || sheet.shows() != next.shows() || sheet.run() != next.run()) {
            pointed.set(-1);
            scroll.setValue(0);
        }
        sheet = next;
        curves = known;
        requestLayout();
    }

    PriorSheet shown() {
        return sheet;
    }

    private void take() {
        if (pointed.get() >= 0) {
            taken.run();
        }
    }

    private UnitsFigure units() {
        List<List<double[]>> known = curves == null ? List.of() : curves.all();
        List<UnitRow> rows = IntStream.of(sheet.order())
                .mapToObj(unit -> new UnitRow(
                        unit + 1,
                        sheet.nats()[unit],
                        texts.get("view.prior.nats", sheet.nats()[unit]),
                        sheet.nats()[unit] < CodeDistributions.COLLAPSED,
                        curves == null ? List.of() : known.get(unit)))
                .toList();
        int epochs = Math.max(1, sheet.run().history().size() - 1);
        UnitsFigure.Words words = new UnitsFigure.Words(
                texts.get("view.prior.head.unit"),
                texts.get("view.prior.head.nats"),
                texts.get("view.prior.head.epochs"),
                texts.get("view.prior.head.step", -PriorSheet.END),
                texts.get("view.prior.head.step", PriorSheet.END),
                texts.get("view.prior.collapsed"));
        return new UnitsFigure(rows, sheet.images(), PriorSheet.STEPS, epochs, sheet.epoch(), words);
    }

    private ImageTable table() {
        boolean plane = sheet.shows() == Shows.PLANE;
        return new ImageTable(sheet.images(), plane ? PriorSheet.ACROSS : LINE, plane ? 0 : 4);
    }

    private int at(double x, double y) {
        if (sheet == null) {
            return -1;
        }
        if (sheet.shows() != Shows.UNITS) {
            return table().at(x, y, getWidth(), getHeight());
        }
        if (units == null) {
            return -1;
        }
        int row = units.rowAt(y - UnitsFigure.HEAD + top());
        int step = units.stepAt(x);
        return row < 0 || step < 0 ? -1 : row * PriorSheet.STEPS + step;
    }

    private int columns() {
        return switch (sheet.shows()) {
            case UNITS -> PriorSheet.STEPS;
            case SAMPLES -> LINE;
            case PLANE -> PriorSheet.ACROSS;
        };
    }

    @Override
    public boolean takes(KeyCode code) {
        return isFocusVisible()
                && (code.isArrowKey() || code == KeyCode.HOME || code == KeyCode.END || code == KeyCode.ENTER);
    }

    private void go(KeyEvent event) {
        if (sheet == null || !takes(event.getCode())) {
            return;
        }
        event.consume();
        if (event.getCode() == KeyCode.ENTER) {
            take();
            return;
        }
        int last = sheet.images().count() - 1;
        int from = pointed.get();
        int to =
                switch (event.getCode()) {
                    case HOME -> 0;
                    case END -> last;
                    case LEFT -> from - 1;
                    case RIGHT -> from + 1;
                    case UP -> from - columns();
                    default -> from + columns();
                };
        int next = from < 0 ? 0 : to < 0 || to > last ? from : to;
        if (sheet.shows() == Shows.UNITS) {
            double y = next / PriorSheet.STEPS * UnitsFigure.ROW;
            scrollTo(Math.clamp(top(), y + UnitsFigure.ROW - (getHeight() - UnitsFigure.HEAD), y));
        }
        pointed.set(next);
    }

    private double top() {
        return scroll.isVisible() ? Math.round(scroll.getValue()) : 0;
    }

    private void scrollTo(double top) {
        scroll.setValue(Math.clamp(top, 0, scroll.getMax()));
    }

    /** Coalesced by layout: however many changes come in a pulse, they are painted once. */
    @Override
    protected void layoutChildren() {
        canvas.fit(getWidth(), getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        scroll.setVisible(false);
        if (sheet == null) {
            return;
        }
        int here = canvas.posing() ? -1 : pointed.get();
        if (sheet.shows() != Shows.UNITS) {
            table().draw(pen, getWidth(), getHeight(), here);
            return;
        }
        units = units();
        double room = getHeight() - UnitsFigure.HEAD;
        double beyond = Math.max(0, units.height() - room);
        scroll.setMax(beyond);
        scroll.setVisible(beyond > 0);
        if (beyond > 0) {
            scroll.setVisibleAmount(beyond * room / units.height());
            scroll.setUnitIncrement(UnitsFigure.ROW);
            scroll.setBlockIncrement(room);
            scroll.setValue(Math.min(scroll.getValue(), beyond));
            scroll.resizeRelocate(getWidth() - SCROLL_BAR, 0, SCROLL_BAR, getHeight());
        }
        int row = here < 0 ? -1 : here / PriorSheet.STEPS;
        units.draw(pen, top(), room, row, here < 0 ? -1 : here % PriorSheet.STEPS);
    }
}

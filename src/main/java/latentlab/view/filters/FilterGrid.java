package latentlab.view.filters;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import latentlab.engine.model.Filters;
import latentlab.engine.model.UnitActivity;
import latentlab.figure.FilterFigure;
import latentlab.figure.FilterFigure.Bank;
import latentlab.figure.FilterFigure.Mark;
import latentlab.figure.TileLayout;
import latentlab.figure.TileLayout.Tile;
import latentlab.view.TakesKeys;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.paint.CanvasPen;
import latentlab.view.paint.FigureCanvas;

/** Paints an image a unit, of those that can be seen at the time; arrow keys go from one to the next. */
final class FilterGrid extends Region implements TakesKeys {
    private static final double SCROLL_BAR = 12;

    private final FigureCanvas canvas = new FigureCanvas();
    private final ScrollBar scroll = new ScrollBar();
    private final Texts texts;
    private final CanvasPen pen;
    private final ReadOnlyObjectWrapper<Tile> pointed = new ReadOnlyObjectWrapper<>();
    private FilterSheet sheet;
    private TileLayout layout;

    FilterGrid(Texts texts, ThemeColours colours) {
        this.texts = texts;
        pen = new CanvasPen(canvas.getGraphicsContext2D(), colours);
        setId("filters");
        getStyleClass().add("filter-grid");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(420, 110);
        scroll.setOrientation(Orientation.VERTICAL);
        scroll.valueProperty().subscribe(this::requestLayout);
        getChildren().addAll(canvas, scroll);
        colours.versionProperty().subscribe(this::requestLayout);
        texts.messagesProperty().subscribe(this::requestLayout);
        pointed.subscribe(this::requestLayout);
        setOnMouseMoved(event -> pointed.set(layout == null ? null : layout.at(event.getX(), event.getY() + top())));
        setOnMouseExited(_ -> pointed.set(null));
        setOnScroll(event -> scrollTo(top() - event.getDeltaY()));
        setOnKeyPressed(this::go);
        focusedProperty().subscribe(focused -> pointed.set(null));
    }

    /** The image under the pointer, or that the keys have gone to; null for none. */
    ReadOnlyObjectProperty<Tile> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    void show(FilterSheet next) {
        if (sheet != null && sheet.units() != next.units()) {
            pointed.set(null);
        }
        sheet = next;
        requestLayout();
    }

    FilterSheet shown() {
        return sheet;
    }

    /** @return lower right corner of an image, on the screen */
    Point2D cornerOf(Tile tile) {
        return localToScreen(layout.x(tile) + layout.side(), layout.y(tile) + layout.side() - top());
    }

    @Override
    public boolean takes(KeyCode code) {
        return isFocusVisible() && (code.isArrowKey() || code == KeyCode.HOME || code == KeyCode.END);
    }

    private void go(KeyEvent event) {
        if (layout == null || !takes(event.getCode())) {
            return;
        }
        Tile from = pointed.get();
        Tile to =
                switch (event.getCode()) {
                    case HOME -> new Tile(0, 0);
                    case END -> new Tile(0, layout.units() - 1);
                    case LEFT -> from == null ? new Tile(0, 0) : layout.next(from, -1, 0);
                    case RIGHT -> from == null ? new Tile(0, 0) : layout.next(from, 1, 0);
                    case UP -> from == null ? new Tile(0, 0) : layout.next(from, 0, -1);
                    case DOWN -> from == null ? new Tile(0, 0) : layout.next(from, 0, 1);
                    default -> from;
                };
        double y = layout.y(to);
        scrollTo(Math.clamp(top(), y + layout.side() - getHeight(), y - TileLayout.NUMBER_HEIGHT));
        pointed.set(to);
        event.consume();
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
        List<Filters.Bank> banks = sheet.filters().banks();
        layout = TileLayout.of(
                sheet.units(), banks.size(), !sheet.filters().sameUnits(), getWidth() - SCROLL_BAR - 2, getHeight());
        double beyond = Math.max(0, layout.height() - getHeight());
        scroll.setMax(beyond);
        scroll.setVisible(beyond > 0);
        if (beyond > 0) {
            scroll.setVisibleAmount(beyond * getHeight() / layout.height());
            scroll.setUnitIncrement(layout.side());
            scroll.setBlockIncrement(getHeight());
            scroll.setValue(Math.min(scroll.getValue(), beyond));
            scroll.resizeRelocate(getWidth() - SCROLL_BAR, 0, SCROLL_BAR, getHeight());
        }
        List<Bank> shown = new ArrayList<>();
        for (int bank = 0; bank < banks.size(); bank++) {
            shown.add(shown(bank));
        }
        new FilterFigure(layout, shown, unit -> texts.get("view.filters.number", unit + 1))
                .draw(pen, top(), getHeight(), canvas.posing() ? null : pointed.get());
    }

    private Bank shown(int index) {
        Filters.Bank bank = sheet.filters().banks().get(index);
        return new Bank(
                texts.get(title(bank)),
                texts.get(
                        "view.filters.sizes",
                        bank.layer().inputs(),
                        bank.layer().outputs()),
                sheet.weights().get(index),
                sheet.orders().get(index),
                unit -> mark(bank.activity().get(unit)));
    }

    private static Mark mark(UnitActivity activity) {
        return switch (activity.state()) {
            case ACTIVE -> Mark.NONE;
            case DEAD -> Mark.DEAD;
            case SATURATED -> Mark.SATURATED;
        };
    }

    /** @return key of what a bank is called: by its layer where there are several */
    String title(Filters.Bank bank) {
        boolean stack = bank.layer().name().contains(".");
        boolean encoder = bank == sheet.filters().banks().getFirst();
        if (bank.shared()) {
            return stack ? "view.filters.outerTied" : "view.filters.tied";
        }
        if (stack) {
            return encoder ? "view.filters.firstLayer" : "view.filters.lastLayer";
        }
        return encoder ? "view.filters.encoder" : "view.filters.decoder";
    }
}

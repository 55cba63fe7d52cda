package latentlab.view.filters;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import latentlab.engine.model.Filters;
import latentlab.engine.model.UnitActivity;
import latentlab.figure.Role;
import latentlab.view.TakesKeys;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.filters.TileLayout.Tile;

/** Paints an image a unit, of those that can be seen at the time; arrow keys go from one to the next. */
final class FilterGrid extends Region implements TakesKeys {
    /** What stands beside the number of a dead unit. */
    static final String DEAD = "×";
    /** What stands beside the number of a saturated unit. */
    static final String SATURATED = "■";

    private static final double SCROLL_BAR = 12;
    private static final double CAPTION_GAP = 8;

    private final Canvas canvas = new Canvas();
    private final ScrollBar scroll = new ScrollBar();
    private final Texts texts;
    private final ThemeColours colours;
    private final ReadOnlyObjectWrapper<Tile> pointed = new ReadOnlyObjectWrapper<>();
    private FilterSheet sheet;
    private TileLayout layout;

    FilterGrid(Texts texts, ThemeColours colours) {
        this.texts = texts;
        this.colours = colours;
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
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
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
        int first = layout.lineAt(top()) * layout.columns();
        int end = Math.min(layout.units(), (layout.lineAt(top() + getHeight()) + 1) * layout.columns());
        for (int bank = 0; bank < banks.size(); bank++) {
            paint(graphics, bank, first, end);
            for (int line = first; line < end; line += layout.columns()) {
                caption(graphics, banks.get(bank), layout.y(new Tile(bank, line)) - top());
            }
        }
    }

    /**
     * The images of a bank's units from first to end: all of them in one picture, of which each is a part. The
     * weights of several channels stand under one another, since a weight's colour tells its sign and not what it
     * weighs.
     */
    private void paint(GraphicsContext graphics, int bank, int first, int end) {
        Filters filters = sheet.filters();
        int width = filters.shape().width();
        int height = filters.shape().channels() * filters.shape().height();
        int[] order = sheet.orders().get(bank);
        var format = WeightColours.format(colours);
        int across = Math.min(layout.columns(), end - first);
        int down = (end - first + layout.columns() - 1) / layout.columns();
        WritableImage picture = new WritableImage(across * width, down * height);
        double scale = layout.side() / Math.max(width, height);
        double marginX = (layout.side() - scale * width) / 2;
        double marginY = (layout.side() - scale * height) / 2;
        graphics.setImageSmoothing(false);
        for (int index = first; index < end; index++) {
            Tile tile = new Tile(bank, index);
            int x = (index - first) % layout.columns() * width;
            int y = (index - first) / layout.columns() * height;
            picture.getPixelWriter()
                    .setPixels(
                            x,
                            y,
                            width,
                            height,
                            format,
                            sheet.levels().get(bank),
                            order[index] * width * height,
                            width);
            double left = layout.x(tile);
            double upper = layout.y(tile) - top();
            graphics.drawImage(
                    picture, x, y, width, height, left + marginX, upper + marginY, scale * width, scale * height);
            describe(graphics, tile, filters.banks().get(bank).activity().get(order[index]), order[index]);
        }
    }

    private void describe(GraphicsContext graphics, Tile tile, UnitActivity activity, int unit) {
        double left = layout.x(tile);
        double upper = layout.y(tile) - top();
        String sign =
                switch (activity.state()) {
                    case ACTIVE -> "";
                    case DEAD -> " " + DEAD;
                    case SATURATED -> " " + SATURATED;
                };
        boolean here = pointed.get() != null
                && pointed.get().index() == tile.index()
                && (!layout.numbers() || pointed.get().bank() == tile.bank());
        graphics.setLineWidth(here ? 1.5 : 1);
        graphics.setStroke(colours.get(here ? Role.ACCENT : Role.GRID));
        graphics.strokeRect(left - 0.5, upper - 0.5, layout.side() + 1, layout.side() + 1);
        if (tile.bank() == 0 || layout.numbers()) {
            graphics.setFill(colours.get(here ? Role.TEXT : sign.isEmpty() ? Role.MUTED : Role.WARNING));
            graphics.setFont(Font.font(11));
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.setTextBaseline(VPos.CENTER);
            graphics.fillText(
                    texts.get("view.filters.number", unit + 1) + sign,
                    left + layout.side() / 2,
                    upper - TileLayout.NUMBER_HEIGHT / 2,
                    layout.side() + 4);
        }
    }

    private void caption(GraphicsContext graphics, Filters.Bank bank, double y) {
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setFill(colours.get(Role.MUTED));
        double x = layout.left() - CAPTION_GAP;
        double room = TileLayout.CAPTION_WIDTH - CAPTION_GAP;
        double middle = y + layout.side() / 2;
        graphics.setFont(Font.font(12));
        graphics.fillText(texts.get(title(bank)), x, middle - 8, room);
        graphics.setFont(Font.font(11));
        graphics.fillText(
                texts.get(
                        "view.filters.sizes",
                        bank.layer().inputs(),
                        bank.layer().outputs()),
                x,
                middle + 8,
                room);
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

package latentlab.view.selection;

import java.util.Arrays;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import latentlab.data.ImageSet;
import latentlab.engine.model.Reconstructions;
import latentlab.figure.Role;
import latentlab.view.TakesKeys;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.paint.FigureCanvas;
import latentlab.view.paint.InkStrip;

/**
 * A row of any number of images above their reconstructions: those in view are painted, the others can be scrolled to.
 */
final class SelectionStrip extends Region implements TakesKeys {
    private static final double GAP = 8;
    private static final double CAPTION_WIDTH = 104;
    private static final double ERROR_HEIGHT = 16;
    private static final double SCROLL_BAR = 12;
    /** Least side of an image. */
    private static final double LEAST = 25;
    /** What an image's error takes below it, which may be more than the image. */
    private static final double ERROR_WIDTH = 34;

    private static final double MOST = 96;

    private final FigureCanvas canvas = new FigureCanvas();
    private final Rectangle clip = new Rectangle();
    private final ScrollBar scroll = new ScrollBar();
    private final Texts texts;
    private final ThemeColours colours;
    private final ReadOnlyIntegerWrapper pointed = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<int[]> inSight = new ReadOnlyObjectWrapper<>(new int[0]);
    private ImageSet images;
    private int[] shown = {};
    /** Pictures of the images in view. */
    private InkStrip originals;
    /** Indices of the images that the reconstructions belong to. */
    private int[] reconstructed = {};

    private InkStrip reconstructions;
    private double[] errors = {};
    private IntConsumer choose = _ -> {};
    private IntConsumer takeOut = _ -> {};

    SelectionStrip(Texts texts, ThemeColours colours) {
        this.texts = texts;
        this.colours = colours;
        setId("selection-strip");
        getStyleClass().add("selection-strip");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(320, 2 * LEAST + 4 + ERROR_HEIGHT);
        setClip(clip);
        getChildren().addAll(canvas, scroll);
        scroll.setFocusTraversable(false);
        scroll.valueProperty().subscribe(this::requestLayout);
        colours.versionProperty().subscribe(this::requestLayout);
        texts.messagesProperty().subscribe(this::requestLayout);
        pointed.subscribe(this::requestLayout);
        focusedProperty().subscribe(() -> pointed.set(-1));
        setOnMouseMoved(event -> pointed.set(at(event)));
        setOnMouseExited(_ -> pointed.set(-1));
        setOnMousePressed(this::press);
        setOnScroll(this::scroll);
        setOnKeyPressed(this::go);
    }

    /**
     * @param chosen receives the index of an image the user wants to look at
     * @param leaving receives the index of an image the user removes from the selection
     */
    void setActions(IntConsumer chosen, IntConsumer leaving) {
        choose = chosen;
        takeOut = leaving;
    }

    /** Position in the row of the image under the pointer, or reached by keyboard; -1 for none. */
    ReadOnlyIntegerProperty pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /** Indices of the images in view, whose reconstructions are needed. Not written to. */
    ReadOnlyObjectProperty<int[]> inSightProperty() {
        return inSight.getReadOnlyProperty();
    }

    /** @param indices of the images in {@code from}, in order */
    void show(ImageSet from, int... indices) {
        if (from != images) {
            reconstructed = new int[0];
        }
        images = from;
        shown = indices;
        if (pointed.get() >= shown.length) {
            pointed.set(shown.length - 1);
        }
        scrollTo(scroll.getValue());
        inSight.set(new int[0]);
        requestLayout();
    }

    /** @param of indices of the reconstructed images */
    void showReconstructions(int[] of, Reconstructions made) {
        reconstructed = of;
        reconstructions = new InkStrip(made.pixels(), images.shape());
        errors = made.errors();
        requestLayout();
    }

    /** @return index of the image at a position in the row */
    int image(int place) {
        return shown[place];
    }

    /** @return error of the image at a position in the row; NaN while it is not known */
    double error(int place) {
        int at = reconstructedAt(shown[place]);
        return at < 0 ? Double.NaN : errors[at];
    }

    private int reconstructedAt(int image) {
        for (int i = 0; i < reconstructed.length; i++) {
            if (reconstructed[i] == image) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean takes(KeyCode code) {
        return isFocusVisible()
                && (code == KeyCode.LEFT || code == KeyCode.RIGHT || code == KeyCode.HOME || code == KeyCode.END);
    }

    private void press(MouseEvent event) {
        requestFocus();
        int place = at(event);
        if (place >= 0) {
            choose.accept(shown[place]);
        }
    }

    private void go(KeyEvent event) {
        int at = pointed.get();
        int page = Math.max(1, (int) (room() / pitch()) - 1);
        int last = shown.length - 1;
        switch (event.getCode()) {
            case LEFT -> pointTo(at < 0 ? last : at - 1);
            case RIGHT -> pointTo(at + 1);
            case PAGE_UP -> pointTo(at - page);
            case PAGE_DOWN -> pointTo(at + page);
            case HOME -> pointTo(0);
            case END -> pointTo(last);
            case ENTER -> act(at, choose);
            case DELETE, BACK_SPACE -> act(at, takeOut);
            default -> {
                return;
            }
        }
        // Consumed even at the ends of the row, where arrows would move the focus to another control.
        event.consume();
    }

    private void act(int place, IntConsumer action) {
        if (place >= 0 && place < shown.length) {
            action.accept(shown[place]);
        }
    }

    private void pointTo(int place) {
        if (shown.length > 0) {
            int next = Math.clamp(place, 0, shown.length - 1);
            double left = next * pitch();
            scrollTo(Math.clamp(scroll.getValue(), left + side() - room(), Math.max(left, left + side() - room())));
            pointed.set(next);
        }
    }

    private void scroll(ScrollEvent event) {
        double turned = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
        scrollTo(scroll.getValue() - turned);
        event.consume();
    }

    private void scrollTo(double left) {
        scroll.setValue(Math.clamp(left, 0, hiddenWidth()));
    }

    private double hiddenWidth() {
        return Math.max(0, shown.length * pitch() - GAP - room());
    }

    private double side() {
        double down = (getHeight() - 4 - ERROR_HEIGHT - SCROLL_BAR) / 2;
        return Math.clamp(Math.floor(down), LEAST, MOST);
    }

    private double pitch() {
        return Math.max(side(), ERROR_WIDTH) + GAP;
    }

    /** Width in which images are visible. */
    private double room() {
        return Math.max(1, getWidth() - CAPTION_WIDTH);
    }

    private int at(MouseEvent event) {
        double x = event.getX() - CAPTION_WIDTH + Math.round(scroll.getValue());
        int place = (int) Math.floor(x / pitch());
        boolean inside = event.getX() >= CAPTION_WIDTH && place < shown.length && x % pitch() < side();
        return inside && event.getY() < 2 * side() + 4 ? place : -1;
    }

    /** @return the lower left corner on the screen of the images at a position in the row */
    Point2D below(int place) {
        double x = CAPTION_WIDTH + place * pitch() - Math.round(scroll.getValue());
        return localToScreen(x, 2 * side() + 4 + ERROR_HEIGHT);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 2 * 48 + 4 + ERROR_HEIGHT + SCROLL_BAR;
    }

    /** Paints during layout, so that any number of changes in a pulse are painted once. */
    @Override
    protected void layoutChildren() {
        canvas.fit(getWidth(), getHeight());
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        placeScrollBar();
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        if (shown.length == 0) {
            return;
        }
        double left = Math.round(scroll.getValue());
        int from = (int) (left / pitch());
        int to = Math.min(shown.length, (int) Math.ceil((left + room()) / pitch()));
        look(from, to);
        paint(canvas.getGraphicsContext2D(), from, to, CAPTION_WIDTH - left);
    }

    private void placeScrollBar() {
        double hidden = hiddenWidth();
        scroll.setVisible(hidden > 0);
        scroll.setMax(hidden);
        scroll.setVisibleAmount(room() * hidden / Math.max(1, shown.length * pitch()));
        scroll.setUnitIncrement(pitch());
        scroll.setBlockIncrement(Math.max(pitch(), room() - pitch()));
        if (scroll.getValue() > hidden) {
            scroll.setValue(hidden);
        }
        scroll.resizeRelocate(CAPTION_WIDTH, getHeight() - SCROLL_BAR, room(), SCROLL_BAR);
    }

    private void look(int from, int to) {
        int[] seen = Arrays.copyOfRange(shown, from, to);
        if (!Arrays.equals(seen, inSight.get())) {
            originals = new InkStrip(images.pixelsOf(seen), images.shape());
            inSight.set(seen);
        }
    }

    private void paint(GraphicsContext graphics, int from, int to, double start) {
        double side = side();
        double below = side + 4;
        graphics.save();
        graphics.beginPath();
        // Small images have errors wider than themselves.
        graphics.rect(CAPTION_WIDTH - GAP, 0, room() + GAP, getHeight());
        graphics.clip();
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.TOP);
        graphics.setFont(Font.font(11));
        for (int place = from; place < to; place++) {
            double x = start + place * pitch();
            originals.paint(graphics, place - from, x, 0, side);
            int known = reconstructedAt(shown[place]);
            if (known >= 0) {
                reconstructions.paint(graphics, known, x, below, side);
                graphics.setFill(colours.get(Role.MUTED));
                graphics.fillText(
                        texts.get("view.reconstruction.error", errors[known]), x + side / 2, below + side + 2, pitch());
            }
            if (isFocusVisible() && place == Math.max(0, pointed.get()) && !canvas.posing()) {
                graphics.setStroke(colours.get(Role.ACCENT));
                graphics.setLineWidth(2);
                graphics.strokeRect(x - 1, 1, side + 2, below + side - 2);
            }
        }
        graphics.restore();
        graphics.setFill(colours.get(Role.MUTED));
        graphics.setFont(Font.font(12));
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.CENTER);
        double captionRoom = CAPTION_WIDTH - GAP;
        graphics.fillText(texts.get("view.reconstruction.originals"), captionRoom, side / 2, captionRoom);
        graphics.fillText(texts.get("view.reconstruction.reconstructions"), captionRoom, below + side / 2, captionRoom);
    }
}

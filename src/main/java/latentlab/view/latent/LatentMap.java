package latentlab.view.latent;

import atlantafx.base.theme.Styles;
import java.util.BitSet;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import latentlab.data.Dataset;
import latentlab.figure.map.AxisNames;
import latentlab.map.MapDecodings;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapProjection;
import latentlab.map.MapVisibility;
import latentlab.map.MapWalk;
import latentlab.map.MapZoom;
import latentlab.map.PointGrid;
import latentlab.map.PointValues;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.latent.paint.MapPainter;

/**
 * The test images as points to look at, to point at and to walk through by keyboard. {@link MapPainter} paints them;
 * {@link MapNavigation} chooses the part shown.
 */
final class LatentMap extends Region {
    private static final double REACH = 12;
    /** Gap between the buttons. */
    private static final double GAP = 6;
    /** Width reserved for the button of the decoded images. */
    private static final double BESIDE_SHEET = 36;
    /** Width of the buttons above the points, at the right. */
    private static final double TOOLS = 108;
    /** Width of the one among them that is there on a map that is not seen whole. */
    private static final double WHOLE = 76;

    private final MapPainter painter;
    private final MapNavigation navigation;
    private final MapLasso lasso;
    private final Button whole = new Button();
    private final Actions actions;
    private MapPoints shown;
    /** Kind of the last map shown; kept while there is none. */
    private Kind kind;

    private Dataset dataset;
    /** Projection of the map shown; null for none. */
    private MapProjection places;

    private PointGrid grid;
    private BitSet hidden = new BitSet();
    /** Test images the user has selected. */
    private BitSet selected = new BitSet();
    /** Dataset of the selected images; the map of an earlier run may show another one. */
    private Dataset selectedOf;
    /** Whether only the selected images are shown. */
    private boolean isolated;

    private final ReadOnlyObjectWrapper<MapVisibility> visibility = new ReadOnlyObjectWrapper<>(MapVisibility.NONE);
    /** Whether each image is visible, shape [test images]. */
    private boolean[] visible = {};
    /** Wherever the map is zoomed to. */
    private MapVisibility found = MapVisibility.NONE;

    private int hovered = -1;
    private int kept = -1;

    /** The user's actions on the map. */
    interface Actions {
        /** @param image the test image under the pointer, or -1 */
        void hover(int image);

        /** @param image whose card stays while no other is under the pointer, or -1 */
        void keepCard(int image);

        /** @param image the test image clicked */
        void choose(int image);

        /** A click or drag where there is no image. @param x in the map's coordinates, as is y */
        void goTo(double x, double y);
    }

    /** @param actions receives the user's actions */
    LatentMap(ThemeColours colours, PointCard card, Texts texts, Actions actions) {
        this.actions = actions;
        painter = new MapPainter(
                colours,
                card,
                value -> texts.get("view.latent.tick", value),
                new AxisNames(
                        unit -> texts.get("view.latent.axis.unit", unit + 1),
                        component -> texts.get("view.latent.axis.component", component + 1)));
        texts.messagesProperty().subscribe(painter::requestLayout);
        navigation = new MapNavigation(this, () -> places, this::hoveredPlace);
        whole.getStyleClass().addAll(Styles.SMALL, "map-whole");
        Buttons.icon(Buttons.named(whole, texts.bind("view.latent.whole.help")), "icon-whole");
        whole.textProperty().bind(zoomProperty().flatMap(zoom -> texts.bind("view.latent.whole", zoom.factor())));
        whole.visibleProperty().bind(zoomProperty().map(zoom -> !zoom.whole()));
        whole.setOnAction(_ -> {
            showWhole();
            requestFocus();
        });
        lasso = new MapLasso(
                this, texts, () -> places, this::visible, () -> hovered, () -> hovered >= 0 || kept >= 0, () -> {
                    hover(-1);
                    keep(-1);
                });
        getChildren().addAll(painter, lasso.outline(), whole, lasso.tools());
        setMinSize(160, 200);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getStyleClass().add("latent-map");
        zoomProperty().subscribe(this::project);
        setOnMouseMoved(event -> hover(at(event, REACH)));
        setOnMouseExited(_ -> hover(-1));
        setOnMousePressed(this::press);
        setOnMouseClicked(this::click);
        setOnMouseDragged(event -> {
            // The card of a point on the way would cover the decoded image, or stay behind when the map is moved.
            hover(-1);
            if (event.isPrimaryButtonDown()) {
                if (!event.isStillSincePress()) {
                    keep(-1);
                }
                goTo(event.getX(), event.getY());
            }
        });
        setOnKeyPressed(this::walk);
        focusedProperty().subscribe(painter::requestLayout);
    }

    /** @param now the map to show, or null. The part shown stays, unless the map is of another kind or dataset */
    void show(MapPoints now) {
        boolean sameImages = shown != null && now != null && now.run() == shown.run();
        boolean sameSpace = now != null && now.kind() == kind && now.run().dataset() == dataset;
        shown = now;
        grid = now == null ? null : new PointGrid(now);
        if (now != null) {
            kind = now.kind();
            dataset = now.run().dataset();
        }
        findVisible();
        if (now != null && !sameSpace) {
            showWhole();
        }
        project();
        if (!sameImages || hovered >= 0 && !visible[hovered]) {
            hover(-1);
        }
        if (!sameImages) {
            keep(-1);
        }
    }

    /** Width above the points, from the left, that the buttons leave free. */
    DoubleBinding besideTools() {
        return Bindings.createDoubleBinding(
                () -> Math.max(0, getWidth() - TOOLS - (zoomProperty().get().whole() ? 0 : WHOLE)),
                widthProperty(),
                zoomProperty());
    }

    /** Selects images on the map. */
    MapLasso lasso() {
        return lasso;
    }

    /** Which images are seen, and which of the selected ones are not. */
    ReadOnlyObjectProperty<MapVisibility> visibilityProperty() {
        return visibility.getReadOnlyProperty();
    }

    /** The map shown, or null. */
    MapPoints shown() {
        return shown;
    }

    /** @param classes to hide */
    void hide(BitSet classes) {
        hidden = (BitSet) classes.clone();
        showVisible();
    }

    /**
     * @param of dataset of the selected images; a map of another one shows all images alike
     * @param images the selected ones, not written to
     * @param only whether to hide all others
     */
    void showSelection(Dataset of, BitSet images, boolean only) {
        selectedOf = of;
        selected = images;
        isolated = only;
        showVisible();
    }

    private void showVisible() {
        findVisible();
        project();
        if (hovered >= 0 && !visible[hovered]) {
            hover(-1);
        }
    }

    /** The part of the map that is shown. */
    ReadOnlyObjectProperty<MapZoom> zoomProperty() {
        return navigation.zoomProperty();
    }

    void showWhole() {
        navigation.showWhole();
    }

    /** @param values to colour the points by; null to colour them by class */
    void colourBy(PointValues values) {
        painter.colourBy(values);
    }

    /** Marks an image the user points at elsewhere. @param image index, or -1 for none */
    void lightUp(int image) {
        painter.lightUp(image);
    }

    private void hover(int image) {
        if (image != hovered) {
            hovered = image;
            painter.showHovered(image);
            actions.hover(image);
        }
    }

    private void choose(int image) {
        keep(image);
        actions.choose(image);
    }

    /** @param image whose card stays until another is chosen, or -1 */
    private void keep(int image) {
        if (image != kept) {
            kept = image;
            painter.keepCard(image);
            actions.keepCard(image);
        }
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (shown == null || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        int image = at(event, painter.radius() + 2);
        if (image >= 0) {
            choose(image);
        } else {
            keep(-1);
            goTo(event.getX(), event.getY());
        }
    }

    /** Shows all of the map after a double click where there is no image. */
    private void click(MouseEvent event) {
        boolean twice = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
        if (twice && shown != null && at(event, painter.radius() + 2) < 0) {
            showWhole();
        }
    }

    private void goTo(double x, double y) {
        if (shown != null) {
            actions.goTo(places.valueX(x), places.valueY(y));
        }
    }

    /**
     * @param image the one the user looks at, or -1
     * @param nearest its nearest neighbours in the space that is mapped
     */
    void showChosen(int image, int[] nearest) {
        painter.showChosen(image, nearest);
    }

    /**
     * @param x of the user's place, in the map's coordinates; NaN for none
     * @param y likewise
     * @param decoded image decoded from that place, or null
     */
    void showHere(double x, double y, Image decoded) {
        painter.showHere(x, y, decoded);
    }

    /** @param place of the user's drawing, in the map's coordinates, or null */
    void showDrawn(double[] place) {
        painter.showDrawn(place);
    }

    /** @param decodings painted behind the points, or null */
    void showSheet(MapDecodings decodings) {
        painter.showSheet(decodings);
    }

    /** @return the current projection, or null */
    MapProjection places() {
        return places;
    }

    /** Moves from point to point in the direction of an arrow key. */
    private void walk(KeyEvent event) {
        double dx = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        double dy = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
        if (event.getCode() == KeyCode.ENTER && hovered >= 0) {
            choose(hovered);
            event.consume();
        }
        if (event.getCode() == KeyCode.ESCAPE && (hovered >= 0 || kept >= 0)) {
            hover(-1);
            keep(-1);
            event.consume();
        }
        if (shown == null || dx == 0 && dy == 0 || event.isShiftDown()) {
            return;
        }
        event.consume();
        if (hovered < 0) {
            hover(nearest(getWidth() / 2, getHeight() / 2, Double.POSITIVE_INFINITY));
            return;
        }
        int best = MapWalk.next(places, this::visible, hovered, dx, dy);
        if (best >= 0) {
            hover(best);
        }
    }

    /** @return the image under the pointer, or -1 */
    private int at(MouseEvent event, double reach) {
        int picture = painter.pictureAt(event.getX(), event.getY());
        return shown != null && picture >= 0 ? picture : nearest(event.getX(), event.getY(), reach);
    }

    private int nearest(double x, double y, double reach) {
        return shown == null ? -1 : grid.nearest(places, this::visible, x, y, reach);
    }

    /** @return the place of the image under the pointer; null for none */
    private Point2D hoveredPlace() {
        return hovered < 0 ? null : new Point2D(places.x(hovered), places.y(hovered));
    }

    private boolean visible(int image) {
        return visible[image];
    }

    private void findVisible() {
        boolean linked = shown != null && shown.run().dataset() == selectedOf;
        BitSet chosen = linked ? selected : new BitSet();
        found = shown == null ? MapVisibility.NONE : MapVisibility.of(shown, hidden, chosen, linked && isolated);
        visible = found.visible();
        painter.showSelected(found.selected());
    }

    private void project() {
        places = shown == null
                ? null
                : new MapProjection(
                        shown,
                        getWidth(),
                        getHeight(),
                        shown.kind() == Kind.STRIP ? painter.gutter(shown) : 0,
                        zoomProperty().get());
        visibility.set(found.on(places));
        painter.show(places, visible, hidden);
    }

    @Override
    protected void layoutChildren() {
        if (painter.getWidth() != getWidth() || painter.getHeight() != getHeight()) {
            painter.resize(getWidth(), getHeight());
            project();
        }
        // The painter needs layout too if only the card has changed.
        painter.requestLayout();
        whole.autosize();
        lasso.tools().autosize();
        // Above the points, beside the button of the decoded images: upon the map they would cover what one points at.
        double tools = getWidth() - BESIDE_SHEET - lasso.tools().getWidth();
        lasso.tools().relocate(tools, 0);
        whole.relocate(tools - GAP - whole.getWidth(), 0);
    }
}

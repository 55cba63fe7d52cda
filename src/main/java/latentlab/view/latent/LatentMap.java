package latentlab.view.latent;

import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import latentlab.data.ImageSet;
import latentlab.view.ThemeColours;
import latentlab.view.ThemeColours.Role;
import latentlab.view.latent.MapPoints.Kind;

/** Paints the test images as points, coloured by class, with each class' label near its middle. */
final class LatentMap extends Region {
    private static final double REACH = 12;
    /** Points of a strip at most: larger ones would lie in the next band too. */
    private static final double BAND_RADIUS = 3;
    /** Side of what is decoded at the place people are at. */
    private static final double HERE_SIDE = 72;

    private final PointRaster raster = new PointRaster();
    private final ImageView points = new ImageView();
    private final Canvas underlay = new Canvas();
    private final Canvas overlay = new Canvas();
    private final PointCard card;
    private final ThemeColours colours;
    private final DoubleFunction<String> number;
    private final Actions actions;
    private final MapSheet sheet = new MapSheet();
    private final ImageView here = new ImageView();
    private MapPoints shown;
    /** Where what is shown lies; null for nothing. */
    private MapProjection places;

    private List<MapLabels.Label> labels = List.of();
    private BitSet hidden = new BitSet();
    private int hovered = -1;
    /** Pointed at elsewhere. */
    private int lit = -1;

    private int chosen = -1;
    private int[] neighbours = {};
    /** The place in latent space people are at, in the map's coordinates; NaN for none. */
    private double hereX = Double.NaN;

    private double hereY = Double.NaN;
    private double[] drawn;
    private boolean pointsChanged;

    /** What people do on the map. */
    interface Actions {
        /** @param image the test image under the pointer, or -1 */
        void hover(int image);

        /** @param image the test image clicked on */
        void choose(int image);

        /** A click or drag where no image is. @param x in the map's coordinates, as are the points' */
        void goTo(double x, double y);
    }

    /**
     * @param number how the numbers of the axes are written
     * @param actions hear what people do
     */
    LatentMap(ThemeColours colours, PointCard card, DoubleFunction<String> number, Actions actions) {
        this.colours = colours;
        this.number = number;
        this.card = card;
        this.actions = actions;
        points.setMouseTransparent(true);
        here.setId("map-here");
        here.setManaged(false);
        here.setMouseTransparent(true);
        here.setSmooth(false);
        here.setFitWidth(HERE_SIDE);
        here.setFitHeight(HERE_SIDE);
        here.setPreserveRatio(true);
        getChildren().addAll(underlay, points, overlay, here, card);
        setMinSize(160, 120);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getStyleClass().add("latent-map");
        colours.versionProperty().subscribe(this::repaint);
        setOnMouseMoved(event -> hover(nearest(event.getX(), event.getY(), REACH)));
        setOnMouseExited(_ -> hover(-1));
        setOnMousePressed(this::press);
        setOnMouseDragged(event -> {
            // The card of a point passed by would lie over what is decoded.
            hover(-1);
            goTo(event.getX(), event.getY());
        });
        setOnKeyPressed(this::walk);
        focusedProperty().subscribe(this::requestLayout);
    }

    void show(MapPoints now) {
        boolean sameImages = shown != null && now != null && now.run() == shown.run();
        shown = now;
        project();
        if (!sameImages || hovered >= 0 && !visible(hovered)) {
            hover(-1);
        }
        repaint();
    }

    /** What is painted, or null. */
    MapPoints shown() {
        return shown;
    }

    /** @param classes not shown */
    void hide(BitSet classes) {
        hidden = (BitSet) classes.clone();
        if (hovered >= 0 && hidden.get(layer(hovered))) {
            hover(-1);
        }
        repaint();
    }

    private void repaint() {
        pointsChanged = true;
        requestLayout();
    }

    private void hover(int image) {
        if (image != hovered) {
            hovered = image;
            actions.hover(image);
            requestLayout();
        }
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (shown == null) {
            return;
        }
        int image = nearest(event.getX(), event.getY(), radius() + 2);
        if (image >= 0) {
            actions.choose(image);
        } else {
            goTo(event.getX(), event.getY());
        }
    }

    private void goTo(double x, double y) {
        if (shown != null) {
            actions.goTo(places.valueX(x), places.valueY(y));
        }
    }

    /** Marks an image people point at elsewhere. @param image index, or -1 for none */
    void lightUp(int image) {
        if (lit != image) {
            lit = image;
            requestLayout();
        }
    }

    /**
     * @param image the one people look at, or -1
     * @param nearest its nearest neighbours in the space that is laid out
     */
    void showChosen(int image, int[] nearest) {
        chosen = image;
        neighbours = nearest;
        requestLayout();
    }

    /**
     * @param x of the place people are at, in the map's coordinates; NaN for no place
     * @param decoded what the decoder makes of it, or null
     */
    void showHere(double x, double y, Image decoded) {
        hereX = x;
        hereY = y;
        here.setImage(decoded);
        requestLayout();
    }

    /** @param place of what people have drawn, in the map's coordinates, or null */
    void showDrawn(double[] place) {
        drawn = place;
        requestLayout();
    }

    /** @param decodings laid behind the points, or null */
    void showSheet(MapSheet.Decodings decodings) {
        sheet.show(decodings);
        repaint();
    }

    /** @return where things lie now, or null */
    MapProjection places() {
        return places;
    }

    /** Arrow keys go from point to point in their direction. */
    private void walk(KeyEvent event) {
        double dx = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        double dy = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
        if (event.getCode() == KeyCode.ENTER && hovered >= 0) {
            actions.choose(hovered);
            event.consume();
        }
        if (event.getCode() == KeyCode.ESCAPE && hovered >= 0) {
            hover(-1);
            event.consume();
        }
        if (shown == null || dx == 0 && dy == 0) {
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

    private int nearest(double x, double y, double reach) {
        return shown == null ? -1 : MapWalk.nearest(places, this::visible, x, y, reach);
    }

    private ImageSet images() {
        return shown.run().dataset().test();
    }

    /** A class' bit among the hidden ones; without labels all images are one class. */
    private int layer(int image) {
        return Math.max(0, images().label(image));
    }

    private boolean visible(int image) {
        return !hidden.get(layer(image)) && !Float.isNaN(shown.x()[image]);
    }

    private double x(int image) {
        return places.x(image);
    }

    private double y(int image) {
        return places.y(image);
    }

    private void project() {
        places = shown == null
                ? null
                : new MapProjection(
                        shown, getWidth(), getHeight(), shown.kind() == Kind.STRIP ? MapLabels.gutter(shown) : 0);
    }

    // ---- painting, coalesced by layout: however many changes come in a pulse, they are painted once

    @Override
    protected void layoutChildren() {
        if (overlay.getWidth() != getWidth() || overlay.getHeight() != getHeight()) {
            for (Canvas canvas : List.of(underlay, overlay)) {
                canvas.setWidth(getWidth());
                canvas.setHeight(getHeight());
            }
            project();
            pointsChanged = true;
        }
        if (pointsChanged) {
            pointsChanged = false;
            labels = shown == null ? List.of() : MapLabels.of(places, hidden);
            paintFrame();
            paintPoints();
        }
        paintOverlay();
        placeCard();
    }

    private void paintFrame() {
        GraphicsContext graphics = underlay.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        if (shown != null) {
            sheet.paint(graphics, places);
        }
        if (shown != null && shown.frame() != null) {
            MapFrame.paint(graphics, colours, places, number);
        }
    }

    private void paintPoints() {
        points.setVisible(shown != null);
        if (shown == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        double density = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
        if (raster.begin((int) Math.ceil(getWidth() * density), (int) Math.ceil(getHeight() * density))) {
            points.setImage(raster.image());
            points.setFitWidth(raster.image().getWidth() / density);
            points.setFitHeight(raster.image().getHeight() / density);
        }
        int[] palette = palette();
        double radius = radius() * density;
        for (int i = 0; i < shown.x().length; i++) {
            if (visible(i)) {
                int label = images().label(i);
                int colour = label < 0 ? palette[palette.length - 1] : palette[label % (palette.length - 1)];
                raster.disc(x(i) * density, y(i) * density, radius, colour, 0.75);
            }
        }
        raster.end();
    }

    /** The ten class colours, and last the one for no label. */
    private int[] palette() {
        int[] palette = new int[11];
        for (int label = 0; label < palette.length; label++) {
            Color colour = label == 10 ? colours.ofClass(-1) : colours.ofClass(label);
            palette[label] = (int) Math.round(colour.getRed() * 255) << 16
                    | (int) Math.round(colour.getGreen() * 255) << 8
                    | (int) Math.round(colour.getBlue() * 255);
        }
        return palette;
    }

    /** Fewer points are larger, so that a small test set is seen as well as a large one. */
    private double radius() {
        double room = Math.sqrt(getWidth() * getHeight() / Math.max(1, shown.x().length));
        return Math.clamp(room * 0.42, 1.2, shown.kind() == Kind.STRIP ? BAND_RADIUS : 4.5);
    }

    private void paintOverlay() {
        GraphicsContext graphics = overlay.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        if (shown == null) {
            return;
        }
        if (shown.kind() == Kind.STRIP) {
            MapLabels.paintBands(graphics, colours, places, hidden);
        }
        MapLabels.paint(graphics, colours, labels);
        if (shown.collapsed() && shown.kind() != Kind.STRIP) {
            // A dot in a corner is easily overlooked.
            MapMarks.ring(graphics, colours, x(0), y(0), 2.5 * radius());
        }
        paintChosen(graphics);
        int pointedAt = hovered >= 0 ? hovered : lit;
        if (pointedAt >= 0 && pointedAt < shown.x().length && visible(pointedAt)) {
            MapMarks.ring(graphics, colours, x(pointedAt), y(pointedAt), radius() + 3);
        }
        if (drawn != null) {
            MapMarks.star(graphics, colours, places.placeX(drawn[0]), places.placeY(drawn[1]));
        }
        here.setVisible(!Double.isNaN(hereX));
        if (here.isVisible()) {
            double x = places.placeX(hereX);
            double y = places.placeY(hereY);
            MapMarks.cross(graphics, colours, x, y);
            double right = x + 14 + HERE_SIDE <= getWidth() ? x + 14 : x - 14 - HERE_SIDE;
            here.relocate(right, Math.clamp(y - HERE_SIDE / 2, 0, Math.max(0, getHeight() - HERE_SIDE)));
        }
    }

    private void paintChosen(GraphicsContext graphics) {
        if (chosen < 0 || chosen >= shown.x().length || !visible(chosen)) {
            return;
        }
        graphics.setStroke(colours.get(Role.TEXT));
        graphics.setLineWidth(1);
        for (int neighbour : neighbours) {
            if (visible(neighbour)) {
                graphics.strokeLine(x(chosen), y(chosen), x(neighbour), y(neighbour));
            }
        }
        MapMarks.square(graphics, colours, x(chosen), y(chosen), radius() + 4);
    }

    private void placeCard() {
        boolean visible = hovered >= 0 && card.filled();
        card.setVisible(visible);
        if (!visible) {
            return;
        }
        card.autosize();
        double x = x(hovered) + 14;
        if (x + card.getWidth() > getWidth()) {
            x = x(hovered) - 14 - card.getWidth();
        }
        double y = Math.clamp(y(hovered) - card.getHeight() / 2, 0, Math.max(0, getHeight() - card.getHeight()));
        card.relocate(Math.max(0, x), y);
    }
}

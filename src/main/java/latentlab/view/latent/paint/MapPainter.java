package latentlab.view.latent.paint;

import java.util.BitSet;
import java.util.function.DoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import latentlab.figure.map.AxisNames;
import latentlab.figure.map.MapFrame;
import latentlab.figure.map.MapLabels;
import latentlab.figure.map.MapMarks;
import latentlab.map.CardPlace;
import latentlab.map.ClassNames;
import latentlab.map.LabelPlaces.Box;
import latentlab.map.MapDecodings;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapProjection;
import latentlab.map.PointValues;
import latentlab.view.ThemeColours;
import latentlab.view.latent.PointCard;
import latentlab.view.paint.CanvasPen;
import latentlab.view.paint.DotRaster;
import latentlab.view.paint.FigureCanvas;
import latentlab.view.paint.PointLayer;

/**
 * Paints the map in layers: frame and sheet, points, labels and marks, the card. However many changes come in a pulse,
 * they are painted once, when it lays out. It is no part of the window's layout, which would be done anew each time.
 */
public final class MapPainter extends Region {
    /** Side of what is decoded at the place the user is at. */
    private static final double HERE_SIDE = 72;
    /** At the right: the handle of the map's picture, and the button that has it fill the window. */
    private static final double HANDLE = 56;

    private final FigureCanvas underlay = new FigureCanvas();
    private final PointLayer points = new PointLayer();
    private final FigureCanvas overlay = new FigureCanvas();
    private final PointCard card;
    private final ThemeColours colours;
    private final DoubleFunction<String> number;
    private final AxisNames axes;
    private final CanvasPen underlayPen;
    private final CanvasPen overlayPen;
    private final MapSheet sheet = new MapSheet();
    private final ImageView here = new ImageView();

    /** Where what is shown lies; null for nothing. */
    private MapProjection places;

    private boolean[] visible = {};
    private BitSet hidden = new BitSet();
    private BitSet selected = new BitSet();
    private MapLabels labels = MapLabels.NONE;
    private int hovered = -1;
    /** Whose card stays while no image is pointed at. */
    private int kept = -1;
    /** Pointed at elsewhere. */
    private int lit = -1;

    private int chosen = -1;
    private int[] neighbours = {};
    /** The place in latent space the user is at, in the map's coordinates; NaN for none. */
    private double hereX = Double.NaN;

    private double hereY = Double.NaN;
    private double[] drawn;
    private boolean placesChanged;

    /**
     * @param number how the numbers of the axes are written
     * @param axes what lies along them
     */
    public MapPainter(ThemeColours colours, PointCard card, DoubleFunction<String> number, AxisNames axes) {
        this.colours = colours;
        this.card = card;
        this.number = number;
        this.axes = axes;
        underlayPen = new CanvasPen(underlay.getGraphicsContext2D(), colours);
        overlayPen = new CanvasPen(overlay.getGraphicsContext2D(), colours);
        setManaged(false);
        setMouseTransparent(true);
        here.setId("map-here");
        here.setSmooth(false);
        here.setFitWidth(HERE_SIDE);
        here.setFitHeight(HERE_SIDE);
        here.setPreserveRatio(true);
        getChildren().addAll(underlay, points, overlay, here, card);
        getChildren().forEach(child -> child.setManaged(false));
        colours.versionProperty().subscribe(() -> {
            points.recolour();
            repaint();
        });
    }

    /**
     * @param now where things lie, or null for nothing
     * @param visibleImages shape [test images]: whether each is shown
     * @param hiddenClasses that are not labelled
     */
    public void show(MapProjection now, boolean[] visibleImages, BitSet hiddenClasses) {
        places = now;
        visible = visibleImages;
        hidden = hiddenClasses;
        repaint();
    }

    private void repaint() {
        placesChanged = true;
        requestLayout();
    }

    /** @param images that stand out, not written to; none for all alike */
    public void showSelected(BitSet images) {
        selected = images;
        repaint();
    }

    /** @param image pointed at, or -1 */
    public void showHovered(int image) {
        hovered = image;
        requestLayout();
    }

    /** @param values to colour the points by; null for their classes */
    public void colourBy(PointValues values) {
        points.colourBy(values);
        repaint();
    }

    /** @param image whose card stays while none is pointed at, or -1 */
    public void keepCard(int image) {
        kept = image;
        requestLayout();
    }

    /** @param image pointed at on another map, or -1 */
    public void lightUp(int image) {
        lit = image;
        requestLayout();
    }

    /** @param nearest lines lead to */
    public void showChosen(int image, int[] nearest) {
        chosen = image;
        neighbours = nearest;
        requestLayout();
    }

    public void showHere(double x, double y, Image decoded) {
        hereX = x;
        hereY = y;
        here.setImage(decoded);
        requestLayout();
    }

    public void showDrawn(double[] place) {
        drawn = place;
        requestLayout();
    }

    public void showSheet(MapDecodings decodings) {
        sheet.show(decodings);
        repaint();
    }

    /** @return of a point, as painted */
    public double radius() {
        return DotRaster.radius(places);
    }

    /** @return the image painted itself, not as a dot, over a place, or -1 */
    public int pictureAt(double x, double y) {
        return placesChanged ? -1 : points.thumbnails().at(x, y);
    }

    /** @return width of the room left of points that are a strip, in pixels */
    public double gutter(MapPoints strip) {
        return MapLabels.gutter(overlayPen, strip, label -> name(strip, label));
    }

    private static String name(MapPoints points, int label) {
        return ClassNames.brief(points.run().dataset().className(label));
    }

    private double x(int image) {
        return places.x(image);
    }

    private double y(int image) {
        return places.y(image);
    }

    @Override
    protected void layoutChildren() {
        boolean refitted = underlay.fit(getWidth(), getHeight());
        overlay.fit(getWidth(), getHeight());
        if (placesChanged || refitted) {
            placesChanged = false;
            labels = places == null
                    ? MapLabels.NONE
                    : MapLabels.of(overlayPen, places, hidden, label -> name(places.points(), label));
            paintFrame();
            points.paint(places, visible, selected, colours, underlay.density());
        }
        paintOverlay();
        placeCard();
    }

    private void paintFrame() {
        GraphicsContext graphics = underlay.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        if (places != null) {
            sheet.paint(graphics, places);
        }
        if (places != null && places.points().frame() != null) {
            MapFrame.draw(underlayPen, places, number, HANDLE);
        }
    }

    private void paintOverlay() {
        GraphicsContext graphics = overlay.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        here.setVisible(false);
        if (places == null) {
            return;
        }
        MapPoints shown = places.points();
        axes.draw(overlayPen, places, HANDLE);
        labels.draw(overlayPen);
        if (shown.collapsed() && shown.kind() != Kind.STRIP) {
            // A dot in a corner is easily overlooked.
            MapMarks.ring(overlayPen, x(0), y(0), 2.5 * radius());
        }
        paintChosen();
        int pointedAt = overlay.posing() ? -1 : hovered >= 0 ? hovered : lit;
        if (pointedAt >= 0 && pointedAt < visible.length && visible[pointedAt]) {
            double picture = points.thumbnails().reach(pointedAt);
            if (picture > 0) {
                MapMarks.square(overlayPen, x(pointedAt), y(pointedAt), picture + 1);
            } else {
                MapMarks.ring(overlayPen, x(pointedAt), y(pointedAt), radius() + 3);
            }
        }
        if (drawn != null) {
            MapMarks.star(overlayPen, places.placeX(drawn[0]), places.placeY(drawn[1]));
        }
        if (!Double.isNaN(hereX)) {
            paintHere(places.placeX(hereX), places.placeY(hereY));
        }
    }

    private void paintChosen() {
        if (chosen < 0 || chosen >= visible.length || !visible[chosen]) {
            return;
        }
        for (int neighbour : neighbours) {
            if (visible[neighbour]) {
                MapMarks.thread(overlayPen, x(chosen), y(chosen), x(neighbour), y(neighbour));
            }
        }
        double reach = Math.max(radius() + 2, points.thumbnails().reach(chosen));
        MapMarks.square(overlayPen, x(chosen), y(chosen), reach + 2);
    }

    private void paintHere(double x, double y) {
        // The place, not what is decoded there, may have been left behind by zooming in elsewhere.
        here.setVisible(places.sight().contains(x, y));
        if (here.isVisible()) {
            MapMarks.cross(overlayPen, x, y);
            double right = x + 14 + HERE_SIDE <= getWidth() ? x + 14 : x - 14 - HERE_SIDE;
            here.relocate(right, Math.clamp(y - HERE_SIDE / 2, 0, Math.max(0, getHeight() - HERE_SIDE)));
        }
    }

    private void placeCard() {
        int image = hovered < 0 ? kept : overlay.posing() ? -1 : hovered;
        boolean shows = places != null && image >= 0 && visible[image] && card.filled();
        card.setVisible(shows);
        if (!shows) {
            return;
        }
        card.autosize();
        double aside = Math.max(14, points.thumbnails().reach(image) + 6);
        Box place =
                CardPlace.beside(x(image), y(image), aside, card.getWidth(), card.getHeight(), getWidth(), getHeight());
        card.relocate(place.x() - place.width() / 2, place.y() - place.height() / 2);
    }
}

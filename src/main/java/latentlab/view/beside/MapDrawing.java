package latentlab.view.beside;

import java.util.BitSet;
import java.util.StringJoiner;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import latentlab.figure.map.AxisNames;
import latentlab.figure.map.MapFrame;
import latentlab.figure.map.MapLabels;
import latentlab.figure.map.MapMarks;
import latentlab.map.ClassNames;
import latentlab.map.MapArea;
import latentlab.map.MapChoice;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapProjection;
import latentlab.map.MapSource;
import latentlab.map.MapVisibility;
import latentlab.map.MapZoom;
import latentlab.session.Selection;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.paint.CanvasPen;
import latentlab.view.paint.DotRaster;
import latentlab.view.paint.FigureCanvas;
import latentlab.view.paint.PointLayer;
import latentlab.view.words.MapRemarks;

/** The test images in latent space as on the map of the run on screen, with what is selected there. */
final class MapDrawing extends Drawing<Pictures.Places> {
    /** Times higher than wide at most: both axes of units are alike. */
    private static final double HIGHEST = 1.2;

    /** Free beside what is said on the map. */
    private static final double ASIDE = 8;
    /** What the name of an axis takes of the map's height. */
    private static final double NAME = 22;

    private final ThemeColours colours;
    private final Selection selection;
    private final MapRemarks remarks;
    private final PointLayer points = new PointLayer();
    private final FigureCanvas overlay = new FigureCanvas();
    private final CanvasPen overlayPen;
    /** Says why there is so little to see. */
    private final Label hint = new Label();

    private final Subscription outside;

    MapDrawing(Texts texts, ThemeColours colours, Selection selection) {
        super(texts, colours);
        this.colours = colours;
        this.selection = selection;
        remarks = new MapRemarks(texts);
        overlayPen = new CanvasPen(overlay.getGraphicsContext2D(), colours);
        points.setManaged(false);
        hint.getStyleClass().addAll("chart-hint", "map-hint");
        hint.setId("beside-hint");
        hint.setWrapText(true);
        hint.setManaged(false);
        hint.setMouseTransparent(true);
        getChildren().addAll(points, overlay, hint);
        outside = Subscription.combine(
                selection.imagesProperty().subscribe(_ -> requestLayout()),
                selection.isolatedProperty().subscribe(_ -> requestLayout()),
                colours.versionProperty().subscribe(points::recolour));
    }

    @Override
    void release() {
        super.release();
        outside.unsubscribe();
    }

    @Override
    void paint() {
        overlay.fit(getWidth(), getHeight());
        overlay.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        points.setVisible(shown != null);
        hint.setVisible(false);
        if (shown == null) {
            return;
        }
        MapPoints map = shown.points();
        double gutter = map.kind() == Kind.STRIP ? MapLabels.gutter(overlayPen, map, label -> name(map, label)) : 0;
        MapProjection places =
                new MapProjection(map, getWidth(), Math.min(getHeight(), HIGHEST * getWidth()), gutter, MapZoom.WHOLE);
        if (map.frame() != null) {
            MapFrame.draw(pen, places, value -> texts.get("view.latent.tick", value), 0);
        }
        MapVisibility visibility = visibility();
        points.paint(places, visibility.visible(), visibility.selected(), colours, canvas.density());
        new AxisNames(
                        unit -> texts.get("view.latent.axis.unit", unit + 1),
                        component -> texts.get("view.latent.axis.component", component + 1))
                .draw(overlayPen, places);
        MapLabels.of(overlayPen, places, new BitSet(), label -> name(map, label))
                .draw(overlayPen);
        if (map.collapsed() && map.kind() != Kind.STRIP) {
            MapMarks.ring(overlayPen, places.x(0), places.y(0), 2.5 * DotRaster.radius(places));
        }
        say(hint, remarks.hint(map));
        placeHint(places);
    }

    /** Between the names of the axes, above or below the one spot that a collapsed map is. */
    private void placeHint(MapProjection places) {
        MapArea box = MapFrame.box(places);
        double above = Math.max(0, box.minY() + NAME);
        double below = Math.max(0, box.maxY() - NAME - hint.getHeight());
        boolean low = places.points().collapsed() && places.y(0) > (box.minY() + box.maxY()) / 2;
        hint.relocate(Math.rint((getWidth() - hint.getWidth()) / 2), Math.rint(low ? above : below));
    }

    private static String name(MapPoints points, int label) {
        return ClassNames.brief(points.run().dataset().className(label));
    }

    private MapVisibility visibility() {
        boolean linked = shown.points().run().dataset() == selection.dataset();
        return MapVisibility.of(
                shown.points(),
                new BitSet(),
                linked ? selection.imagesProperty().get().members() : new BitSet(),
                linked && selection.isolatedProperty().get());
    }

    private void say(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.applyCss();
        double most = Math.min(label.getMaxWidth(), Math.max(0, getWidth() - 2 * ASIDE));
        double width = Math.min(most, label.prefWidth(-1));
        label.resize(width, label.prefHeight(width));
    }

    /** @return in a line above the map; empty for nothing */
    String note() {
        return shown == null
                ? ""
                : remarks.note(
                        shown.points(),
                        MapChoice.forDimension(shown.points().run().model().latent()));
    }

    @Override
    String told() {
        if (shown == null) {
            return "";
        }
        StringJoiner words = new StringJoiner(" ");
        words.add(remarks.told(shown.points(), MapSource.LATENT));
        words.add(remarks.hint(shown.points()));
        return words.toString().strip();
    }
}

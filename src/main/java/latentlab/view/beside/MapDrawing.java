package latentlab.view.beside;

import java.util.BitSet;
import javafx.scene.image.ImageView;
import latentlab.figure.Role;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;
import latentlab.figure.map.AxisNames;
import latentlab.figure.map.MapFrame;
import latentlab.figure.map.MapLabels;
import latentlab.map.ClassNames;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapProjection;
import latentlab.map.MapZoom;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.paint.CanvasPen;
import latentlab.view.paint.DotRaster;
import latentlab.view.paint.FigureCanvas;

/** The test images in latent space, in the colours of their classes. */
final class MapDrawing extends Drawing<Pictures.Places> {
    private static final TextStyle NOTE = TextStyle.of(11, Role.MUTED, Align.LEFT, Level.TOP);

    /** Times higher than wide at most: both axes of units are alike. */
    private static final double HIGHEST = 1.2;

    private final ThemeColours colours;
    private final DotRaster raster = new DotRaster();
    private final ImageView dots = new ImageView();
    private final FigureCanvas overlay = new FigureCanvas();
    private final CanvasPen overlayPen;

    MapDrawing(Texts texts, ThemeColours colours) {
        super(texts, colours);
        this.colours = colours;
        overlayPen = new CanvasPen(overlay.getGraphicsContext2D(), colours);
        dots.setManaged(false);
        getChildren().addAll(dots, overlay);
    }

    @Override
    void paint() {
        overlay.fit(getWidth(), getHeight());
        overlay.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        dots.setVisible(shown != null);
        if (shown == null) {
            return;
        }
        MapPoints points = shown.points();
        double gutter =
                points.kind() == Kind.STRIP ? MapLabels.gutter(overlayPen, points, label -> name(points, label)) : 0;
        MapProjection places = new MapProjection(points, getWidth(), height(), gutter, MapZoom.WHOLE);
        if (points.frame() != null) {
            MapFrame.draw(pen, places, value -> texts.get("view.latent.tick", value));
        }
        paintDots(places);
        new AxisNames(
                        unit -> texts.get("view.latent.axis.unit", unit + 1),
                        component -> texts.get("view.latent.axis.component", component + 1))
                .draw(overlayPen, places);
        MapLabels.of(overlayPen, places, new BitSet(), label -> name(points, label))
                .draw(overlayPen);
        if (points.collapsed()) {
            overlayPen.text(texts.get("view.beside.collapsed"), 4, 4, getWidth() - 8, NOTE);
        } else if (points.kind() == Kind.PRINCIPAL) {
            overlayPen.text(texts.get("view.latent.share", points.share()), 4, 4, getWidth() - 8, NOTE);
        }
    }

    private double height() {
        return Math.min(getHeight(), HIGHEST * getWidth());
    }

    private static String name(MapPoints points, int label) {
        return ClassNames.brief(points.run().dataset().className(label));
    }

    private void paintDots(MapProjection places) {
        double density = canvas.density();
        int width = (int) Math.ceil(getWidth() * density);
        int height = (int) Math.ceil(height() * density);
        if (raster.begin(width, height)) {
            dots.setImage(raster.image());
            dots.setFitWidth(width / density);
            dots.setFitHeight(height / density);
        }
        raster.dots(DotRaster.radius(places) * density, DotRaster.opacity(places, shown.grid()));
        int[] byClass = colours.ofPoints(places.points().run().dataset().test());
        int[] edges = colours.edges(byClass);
        for (int i = 0; i < byClass.length; i++) {
            raster.dot(places.x(i) * density, places.y(i) * density, byClass[i], edges[i]);
        }
        raster.end();
    }
}

package latentlab.view.paint;

import java.util.Arrays;
import java.util.BitSet;
import javafx.scene.image.ImageView;
import javafx.scene.paint.Color;
import latentlab.data.ImageSet;
import latentlab.figure.ClassPalette;
import latentlab.figure.Role;
import latentlab.map.MapPoints;
import latentlab.map.MapProjection;
import latentlab.map.PointValues;
import latentlab.view.ThemeColours;

/** The points of the map, as dots or as the images they stand for, in one raster. */
public final class PointLayer extends ImageView {
    /** What is left of the opacity of those that are not selected while others are. */
    private static final double FADED = 0.25;

    private final PointRaster raster = new PointRaster();
    private final MapThumbnails thumbnails = new MapThumbnails();
    private final DensityLines lines = new DensityLines();
    /** Whose colours there are, or null. */
    private ImageSet coloured;
    /** Shape [test images], 0xRRGGBB each. */
    private int[] pointColours = {};
    /** The same of their edges. */
    private int[] edges = {};

    /** What colours tell; null for the class. */
    private PointValues values;

    /** How images are painted. */
    private ThumbnailInks inks;

    /** The same of images that are not selected while others are. */
    private ThumbnailInks fadedInks;

    /** Which images are painted themselves. */
    public MapThumbnails thumbnails() {
        return thumbnails;
    }

    /** The theme's colours have changed. */
    public void recolour() {
        coloured = null;
    }

    /** @param now to colour the points by; null for their classes */
    public void colourBy(PointValues now) {
        values = now;
        coloured = null;
    }

    /**
     * @param places or null for nothing
     * @param visible shape [test images]
     * @param selected test images that stand out; none for all alike
     * @param density pixels along a point
     */
    public void paint(MapProjection places, boolean[] visible, BitSet selected, ThemeColours colours, double density) {
        setVisible(places != null);
        if (places == null || places.width() < 1 || places.height() < 1) {
            return;
        }
        ImageSet images = places.points().run().dataset().test();
        if (images != coloured) {
            boolean told = values != null && values.values().length == images.count();
            pointColours = told ? byValue(values, colours) : colours.ofPoints(images);
            // A scale of colours is dark at one end by itself.
            edges = told ? pointColours : colours.edges(pointColours);
            inks = inks(colours, 1);
            fadedInks = inks(colours, FADED);
            coloured = images;
        }
        int width = (int) Math.ceil(places.width() * density);
        int height = (int) Math.ceil(places.height() * density);
        if (raster.begin(width, height)) {
            setImage(raster.image());
            setFitWidth(width / density);
            setFitHeight(height / density);
        }
        raster.clip(
                (int) Math.floor(places.sight().minX() * density),
                (int) Math.floor(places.sight().minY() * density),
                (int) Math.ceil(places.sight().maxX() * density),
                (int) Math.ceil(places.sight().maxY() * density));
        thumbnails.place(places, visible, density);
        double radius = DotRaster.radius(places) * density;
        if (selected.isEmpty()) {
            raster.dots(radius, ClassPalette.OPACITY);
            for (int i = 0; i < visible.length; i++) {
                if (visible[i]) {
                    raster.dot(places.x(i) * density, places.y(i) * density, pointColours[i], edges[i]);
                }
            }
        } else {
            raster.dots(radius, FADED * ClassPalette.OPACITY);
            for (int i = selected.nextClearBit(0); i < visible.length; i = selected.nextClearBit(i + 1)) {
                if (visible[i]) {
                    raster.dot(places.x(i) * density, places.y(i) * density, pointColours[i], edges[i]);
                }
            }
            raster.dots(radius, ClassPalette.OPACITY);
            for (int i = selected.nextSetBit(0); i >= 0 && i < visible.length; i = selected.nextSetBit(i + 1)) {
                if (visible[i]) {
                    raster.dot(places.x(i) * density, places.y(i) * density, pointColours[i], edges[i]);
                }
            }
        }
        if (thumbnails.count() == 0 && places.points().kind() != MapPoints.Kind.STRIP) {
            lines.paint(raster, places, visible, radius, density, ThemeColours.rgb(colours.get(Role.TEXT)));
        }
        for (int i = 0; i < thumbnails.count(); i++) {
            int image = thumbnails.image(i);
            boolean faded = !selected.isEmpty() && !selected.get(image);
            raster.picture(
                    thumbnails.left(i),
                    thumbnails.top(i),
                    images,
                    image,
                    thumbnails.times(),
                    thumbnails.shrunk(),
                    faded ? fadedInks : inks,
                    thumbnails.border(),
                    faded ? fadedInks.middle() : pointColours[image]);
        }
        raster.end();
    }

    private static ThumbnailInks inks(ThemeColours colours, double strength) {
        return ThumbnailInks.of(colours.get(Role.BACKGROUND), colours.get(Role.TEXT), strength);
    }

    private static int[] byValue(PointValues values, ThemeColours colours) {
        Color low = colours.get(Role.SCALE_LOW);
        Color high = colours.get(Role.SCALE_HIGH);
        int[] all = new int[values.values().length];
        Arrays.setAll(all, i -> ThemeColours.rgb(low.interpolate(high, values.onScale(i))));
        return all;
    }
}

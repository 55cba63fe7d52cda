package latentlab.view.paint;

import java.util.Arrays;
import latentlab.data.ImageSet;
import latentlab.map.MapArea;
import latentlab.map.MapProjection;
import latentlab.map.MapZoom;

/**
 * Which images are painted themselves and not as dots, and where: if those in sight have room, since they are few or
 * one has zoomed in, as many as do not lie on one another. Of two that would, the one of the lower index, so that they
 * stay the same while one moves on.
 */
public final class MapThumbnails {
    /** What each image in sight has along each axis at least, if they were spread evenly; in pixels of the map. */
    static final double LEAST_ROOM = 24;

    /** The same on a map that is seen whole: few images, such as those isolated, are seen at once. */
    private static final double ROOM_AT_ONCE = 40;

    private static final double MOST_ROOM = 64;
    /** Of the room, what an image takes. */
    private static final double SHARE = 0.8;

    private static final double BORDER = 1.5;

    private double density;
    private int times;
    private int shrunk;
    private int border;
    /** Of an image with its border, in pixels of the raster. */
    private int width;

    private int height;

    /** Those placed come first. */
    private int[] images = {};

    /** Where each begins, in pixels of the raster. */
    private int[] lefts = {};

    private int[] tops = {};
    private int count;

    /** Cells as large as an image, of which each is begun in by one at most: what is placed, from 1; 0 for none. */
    private int[] cells = {};

    private int columns;
    private int rows;

    /** How many pixels of the screen a pixel of an image becomes along each axis: this many... */
    int times() {
        return times;
    }

    /** ...or one of this many. */
    int shrunk() {
        return shrunk;
    }

    int border() {
        return border;
    }

    int count() {
        return count;
    }

    /** @return the image that was placed as which, 0 to {@link #count} - 1 */
    int image(int which) {
        return images[which];
    }

    int left(int which) {
        return lefts[which];
    }

    int top(int which) {
        return tops[which];
    }

    /**
     * Chooses images and places.
     *
     * @param visible shape [test images]
     * @param pixels of the raster along a pixel of the map
     */
    void place(MapProjection places, boolean[] visible, double pixels) {
        count = 0;
        density = pixels;
        MapArea sight = places.sight();
        int inSight = 0;
        for (int i = 0; i < visible.length; i++) {
            if (visible[i] && sight.contains(places.x(i), places.y(i))) {
                inSight++;
            }
        }
        double room = Math.sqrt(sight.width() * sight.height() / Math.max(1, inSight));
        if (places.zoom().whole() && room < ROOM_AT_ONCE) {
            return;
        }
        // Where one cannot go nearer, also some of a crowd.
        if (room < LEAST_ROOM && places.zoom().factor() < MapZoom.MOST) {
            return;
        }
        ImageSet test = places.points().run().dataset().test();
        // Where one has not chosen to look closely, small, so that more of a cluster have room.
        double most = places.zoom().whole() ? ROOM_AT_ONCE : MOST_ROOM;
        size(test, Math.clamp(SHARE * room, LEAST_ROOM, most) * density);
        columns = (int) (places.width() * density / width) + 3;
        rows = (int) (places.height() * density / height) + 3;
        if (cells.length < columns * rows) {
            cells = new int[columns * rows];
            images = new int[columns * rows];
            lefts = new int[columns * rows];
            tops = new int[columns * rows];
        }
        Arrays.fill(cells, 0);
        for (int i = 0; i < visible.length; i++) {
            if (visible[i]) {
                place(i, places.x(i) * density - width / 2.0, places.y(i) * density - height / 2.0, places);
            }
        }
    }

    /** Whole multiples or parts: anything else would blur the few pixels there are. */
    private void size(ImageSet test, double wanted) {
        int longest = Math.max(test.height(), test.width());
        times = Math.max(1, (int) (wanted / longest));
        shrunk = Math.max(1, (int) Math.round(longest / wanted));
        border = Math.max(1, (int) Math.round(BORDER * density));
        width = Math.ceilDiv(test.width(), shrunk) * times + 2 * border;
        height = Math.ceilDiv(test.height(), shrunk) * times + 2 * border;
    }

    private void place(int image, double x, double y, MapProjection places) {
        // Also those of which a part is in sight, so that none jumps in at the edge.
        MapArea sight = places.sight();
        if (x <= sight.minX() * density - width
                || y <= sight.minY() * density - height
                || x >= sight.maxX() * density
                || y >= sight.maxY() * density) {
            return;
        }
        int left = (int) Math.round(x);
        int top = (int) Math.round(y);
        int column = Math.floorDiv(left, width) + 1;
        int row = Math.floorDiv(top, height) + 1;
        if (free(left, top, column, row)) {
            images[count] = image;
            lefts[count] = left;
            tops[count] = top;
            count++;
            cells[row * columns + column] = count;
        }
    }

    private boolean free(int left, int top, int column, int row) {
        for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                int other = cells[r * columns + c] - 1;
                if (other >= 0 && Math.abs(lefts[other] - left) < width && Math.abs(tops[other] - top) < height) {
                    return false;
                }
            }
        }
        return true;
    }

    /** @return the image painted over a place of the map, or -1 */
    public int at(double x, double y) {
        for (int i = 0; i < count; i++) {
            double right = x * density - lefts[i];
            double down = y * density - tops[i];
            if (right >= 0 && right < width && down >= 0 && down < height) {
                return images[i];
            }
        }
        return -1;
    }

    /** @return half of the longer side of an image as painted, in pixels of the map; 0 if it is none of them */
    public double reach(int image) {
        for (int i = 0; i < count; i++) {
            if (images[i] == image) {
                return Math.max(width, height) / 2.0 / density;
            }
        }
        return 0;
    }
}

package latentlab.data.pictures.coding.vp8;

/** Smooths the edges between blocks, as RFC 6386 has it in section 15. */
final class Vp8Filter {
    /** Where levels of contrast begin at which fewer pixels are changed. */
    private static final int SOME = 15;

    private static final int MUCH = 40;

    private final boolean simple;
    private final int sharpness;

    Vp8Filter(boolean simple, int sharpness) {
        this.simple = simple;
        this.sharpness = sharpness;
    }

    /**
     * @param planes light, and the two colours
     * @param row of large blocks, likewise {@code column}
     * @param level 1 to 63
     * @param inside whether the edges within it are smoothed too
     */
    void block(Vp8Plane[] planes, int row, int column, int level, boolean inside) {
        int inner = level >> (sharpness > 4 ? 2 : sharpness > 0 ? 1 : 0);
        if (sharpness > 0) {
            inner = Math.min(inner, 9 - sharpness);
        }
        inner = Math.max(inner, 1);
        int contrast = level >= MUCH ? 2 : level >= SOME ? 1 : 0;
        int limit = 2 * level + inner;
        for (int i = 0; i < (simple ? 1 : planes.length); i++) {
            int size = i == 0 ? 16 : 8;
            Vp8Plane plane = planes[i];
            int place = plane.at(row * size, column * size);
            int stride = plane.stride;
            if (column > 0) {
                edge(plane, place, 1, stride, size, limit + 4, inner, contrast, true);
            }
            for (int x = 4; inside && x < size; x += 4) {
                edge(plane, place + x, 1, stride, size, limit, inner, contrast, false);
            }
            if (row > 0) {
                edge(plane, place, stride, 1, size, limit + 4, inner, contrast, true);
            }
            for (int y = 4; inside && y < size; y += 4) {
                edge(plane, place + y * stride, stride, 1, size, limit, inner, contrast, false);
            }
        }
    }

    /**
     * @param across from a pixel to the next one across the edge
     * @param along from a pixel to the next one along it
     * @param large whether it is one of large blocks
     */
    private void edge(
            Vp8Plane plane,
            int place,
            int across,
            int along,
            int size,
            int limit,
            int inner,
            int contrast,
            boolean large) {
        for (int i = 0, at = place; i < size; i++, at += along) {
            int p1 = plane.get(at - 2 * across);
            int p0 = plane.get(at - across);
            int q0 = plane.get(at);
            int q1 = plane.get(at + across);
            if (2 * Math.abs(p0 - q0) + Math.abs(p1 - q1) / 2 > limit) {
                continue;
            }
            if (simple) {
                two(plane, at, across, clamp(p1 - q1));
                continue;
            }
            if (!smooth(plane, at, across, inner)) {
                continue;
            }
            if (Math.abs(p1 - p0) > contrast || Math.abs(q1 - q0) > contrast) {
                two(plane, at, across, clamp(p1 - q1));
            } else if (large) {
                six(plane, at, across);
            } else {
                int outer = two(plane, at, across, 0) + 1 >> 1;
                plane.set(at - 2 * across, p1 + outer);
                plane.set(at + across, q1 - outer);
            }
        }
    }

    private static boolean smooth(Vp8Plane plane, int at, int across, int inner) {
        for (int i = -4; i < 3; i++) {
            if (i != -1 && Math.abs(plane.get(at + i * across) - plane.get(at + (i + 1) * across)) > inner) {
                return false;
            }
        }
        return true;
    }

    /** @return what has been taken from the second pixel */
    private static int two(Vp8Plane plane, int at, int across, int outer) {
        int p0 = plane.get(at - across);
        int q0 = plane.get(at);
        int step = clamp(outer + 3 * (q0 - p0));
        int second = clamp(step + 4) >> 3;
        plane.set(at - across, p0 + (clamp(step + 3) >> 3));
        plane.set(at, q0 - second);
        return second;
    }

    private static void six(Vp8Plane plane, int at, int across) {
        int p1 = plane.get(at - 2 * across);
        int p0 = plane.get(at - across);
        int q0 = plane.get(at);
        int q1 = plane.get(at + across);
        int step = clamp(clamp(p1 - q1) + 3 * (q0 - p0));
        for (int i = 0; i < 3; i++) {
            int share = clamp(9 * (3 - i) * step + 63 >> 7);
            int before = at - (i + 1) * across;
            int after = at + i * across;
            plane.set(before, plane.get(before) + share);
            plane.set(after, plane.get(after) - share);
        }
    }

    private static int clamp(int value) {
        return Math.clamp(value, -128, 127);
    }
}

package latentlab.map;

import latentlab.embedding.PrincipalPlane;
import latentlab.map.MapPoints.Kind;
import latentlab.run.Run;

/**
 * From places on a map of codes back to codes, where there is a way back: on the plane of the principal components, and where two
 * units are the axes.
 *
 * @param points the map
 * @param choice its axes
 * @param plane of principal axes, else null
 * @param base the code whose other units are kept, shape [latent]
 */
public record MapPlaces(MapPoints points, MapChoice choice, PrincipalPlane plane, float[] base) {
    /** @return the way back from a map, or null where there is none. Computed in the background */
    public static MapPlaces of(MapPoints points, MapChoice choice, float[] base) {
        if (choice.source() == MapSource.PIXELS || points.kind() == Kind.TSNE) {
            return null;
        }
        Run run = points.run();
        PrincipalPlane plane = points.kind() == Kind.PRINCIPAL ? run.principalPlane(points.epoch(), () -> true) : null;
        return new MapPlaces(points, choice, plane, base);
    }

    /** @return the code at a place, shape [latent] */
    public float[] code(double x, double y) {
        if (plane != null) {
            return plane.at(x, y);
        }
        float[] code = base.clone();
        if (points.kind() == Kind.STRIP) {
            code[0] = (float) x;
        } else {
            code[choice.unitX()] = (float) x;
            code[choice.unitY()] = (float) y;
        }
        return code;
    }

    /** @return where a code lies: x, y; in the middle of the bands where only x tells */
    public double[] place(float[] code) {
        if (plane != null) {
            return new double[] {plane.along(0, code)[0], plane.along(1, code)[0]};
        }
        return points.kind() == Kind.STRIP
                ? new double[] {code[0], points.yRange().middle()}
                : new double[] {code[choice.unitX()], code[choice.unitY()]};
    }

    /** @return what the decoder makes of the middles of cells all over a map of this size */
    public MapDecodings sheet(MapProjection projection) {
        Run run = points.run();
        int columns = (int) Math.ceil(projection.width() / MapDecodings.CELL);
        int rows = (int) Math.ceil(projection.height() / MapDecodings.CELL);
        int latent = base.length;
        float[] codes = new float[columns * rows * latent];
        for (int i = 0; i < columns * rows; i++) {
            double x = projection.valueX((i % columns + 0.5) * MapDecodings.CELL);
            double y = projection.valueY((Math.floorDiv(i, columns) + 0.5) * MapDecodings.CELL);
            System.arraycopy(code(x, y), 0, codes, i * latent, latent);
        }
        return new MapDecodings(projection, columns, rows, run.model().shape(), run.decode(points.epoch(), codes));
    }
}

package latentlab.map;

import latentlab.embedding.PrincipalPlane;
import latentlab.map.MapPoints.Kind;
import latentlab.run.Run;

/**
 * Maps places on a map of codes back to codes, where that is possible: on the principal plane, and if the axes are
 * units.
 *
 * @param points the map
 * @param choice of its axes
 * @param plane if the axes are principal components, else null
 * @param base the code that provides the other units, shape [latent]
 */
public record MapPlaces(MapPoints points, MapChoice choice, PrincipalPlane plane, float[] base) {
    /** @return the way back from a map, or null if there is none. May take long: call it in the background */
    public static MapPlaces of(MapPoints points, MapChoice choice, float[] base) {
        if (choice.source() == MapSource.PIXELS || points.kind().laidOut()) {
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

    /** @return the place of a code: x, y; if only x depends on it, in the middle of the bands */
    public double[] place(float[] code) {
        if (plane != null) {
            return new double[] {plane.along(0, code)[0], plane.along(1, code)[0]};
        }
        return points.kind() == Kind.STRIP
                ? new double[] {code[0], points.yRange().middle()}
                : new double[] {code[choice.unitX()], code[choice.unitY()]};
    }

    /** @return decoded images at the middles of cells all over a map of this size */
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

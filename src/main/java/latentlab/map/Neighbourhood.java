package latentlab.map;

import java.util.Arrays;
import latentlab.embedding.MapPlacement;
import latentlab.run.Run;
import latentlab.text.Problem;

/**
 * The images of a map in the space that was mapped, for finding neighbours there.
 *
 * @param points the map
 * @param images indices of the test images on it
 * @param placement over their codes or pixels
 */
public record Neighbourhood(MapPoints points, int[] images, MapPlacement placement) {
    private static final int NEIGHBOURS = 10;

    public static Neighbourhood of(MapPoints points, MapSource source) {
        Run run = points.run();
        int[] images = points.mapped();
        MapPlacement placement =
                switch (source) {
                    case PIXELS ->
                        new MapPlacement(
                                run.dataset().test().ink(images),
                                run.dataset().test().size(),
                                points.places(images));
                    case LATENT ->
                        new MapPlacement(
                                run.latent(points.epoch(), images), run.model().latent(), points.places(images));
                };
        return new Neighbourhood(points, images, placement);
    }

    /**
     * @param there position of an image in that space
     * @return the nearest other images on the map, nearest first
     * @throws Problem if the position is not finite
     */
    public int[] nearest(float[] there, int image) throws Problem {
        return Arrays.stream(placement.nearest(there))
                .map(i -> images[i])
                .filter(other -> other != image)
                .limit(NEIGHBOURS)
                .toArray();
    }

    /**
     * @return the place of a position in that space on the map, among its neighbours: x, y
     * @throws Problem if it is not finite
     */
    public double[] place(float[] there) throws Problem {
        float[] at = placement.place(there);
        return new double[] {at[0], at[1]};
    }
}

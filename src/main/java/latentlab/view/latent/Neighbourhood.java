package latentlab.view.latent;

import java.util.Arrays;
import latentlab.embedding.MapPlacement;
import latentlab.run.Run;
import latentlab.text.Problem;

/**
 * The codes of the images on a map, to find neighbours among.
 *
 * @param points the map
 * @param images indices of the test images on it
 * @param placement over their codes
 */
record Neighbourhood(MapPoints points, int[] images, MapPlacement placement) {
    private static final int NEIGHBOURS = 10;

    static Neighbourhood of(MapPoints points) {
        Run run = points.run();
        int[] images = points.mapped();
        float[] codes = run.latent(points.epoch(), images);
        return new Neighbourhood(
                points, images, new MapPlacement(codes, run.model().latent(), points.places(images)));
    }

    /**
     * @param code of an image
     * @return the other images on the map whose codes are nearest, nearest first
     * @throws Problem if the code has no numbers
     */
    int[] nearest(float[] code, int image) throws Problem {
        return Arrays.stream(placement.nearest(code))
                .map(i -> images[i])
                .filter(other -> other != image)
                .limit(NEIGHBOURS)
                .toArray();
    }

    /** @return where a code lies among its neighbours: x, y @throws Problem if it has no numbers */
    double[] place(float[] code) throws Problem {
        float[] at = placement.place(code);
        return new double[] {at[0], at[1]};
    }
}

package latentlab.view.filters;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import latentlab.figure.Role;
import latentlab.view.ThemeColours;

/**
 * The theme's colours for the levels of a {@link FilterSheet}: from the most negative weight over zero to the most
 * positive.
 */
final class WeightColours {
    /** Below 1, so that an encoder's small weights are seen beside a decoder's large ones; the legend shows how. */
    private static final double EXPONENT = 0.5;

    private WeightColours() {}

    static PixelFormat<ByteBuffer> format(ThemeColours colours) {
        int[] argb = new int[256];
        Arrays.setAll(argb, level -> argb(of(colours, Math.min(1, level / (double) FilterSheet.ZERO - 1))));
        return PixelFormat.createByteIndexedInstance(argb);
    }

    /** From left to right. */
    static LinearGradient gradient(ThemeColours colours) {
        List<Stop> stops = IntStream.rangeClosed(0, FilterSheet.ZERO)
                .mapToDouble(stop -> (double) stop / FilterSheet.ZERO)
                .mapToObj(place -> new Stop(place, of(colours, 2 * place - 1)))
                .toList();
        return new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops);
    }

    /** @param weight -1 to 1, of the greatest */
    private static Color of(ThemeColours colours, double weight) {
        Color end = colours.get(weight < 0 ? Role.WEIGHT_NEGATIVE : Role.WEIGHT_POSITIVE);
        return colours.get(Role.WEIGHT_ZERO).interpolate(end, Math.pow(Math.abs(weight), EXPONENT));
    }

    private static int argb(Color colour) {
        return 0xFF000000
                | (int) Math.round(255 * colour.getRed()) << 16
                | (int) Math.round(255 * colour.getGreen()) << 8
                | (int) Math.round(255 * colour.getBlue());
    }
}

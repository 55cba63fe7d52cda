package latentlab.engine.model;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.settings.Activation;

/**
 * What one unit puts out over some images, and whether it is of any use to them.
 *
 * @param low least output
 * @param high greatest output
 * @param deviation standard deviation of the output over the images
 */
public record UnitActivity(float low, float high, double deviation, State state) {
    /**
     * A unit that is both is dead: one that switches between the ends still tells images apart, one that rests there
     * does not.
     */
    public enum State {
        ACTIVE,
        /**
         * Its output hardly varies: the standard deviation is less than {@link #STILL} of what is possible. That is the
         * length of the range of a sigmoid, 1, or of tanh, 2; where there are no bounds, the greatest deviation of any
         * unit of the layer.
         */
        DEAD,
        /**
         * A sigmoid or tanh whose output is within {@link #END} of an end of its range for {@link #NEARLY_ALL} of the
         * images.
         */
        SATURATED
    }

    /** Share of what is possible. */
    public static final double STILL = 0.01;
    /** Distance from an end, in units of the output. */
    public static final double END = 0.01;
    /** Share of the images. */
    public static final double NEARLY_ALL = 0.99;

    /**
     * @param outputs shape [images, units]
     * @param units of the layer
     * @param activation of the layer
     * @return one a unit; all active and zero where there are no images
     */
    static List<UnitActivity> of(float[] outputs, int units, Activation activation) {
        int images = outputs.length / units;
        double[] deviations = new double[units];
        double greatest = 0;
        for (int unit = 0; unit < units; unit++) {
            deviations[unit] = deviation(outputs, unit, units);
            greatest = Math.max(greatest, deviations[unit]);
        }
        double possible =
                switch (activation) {
                    case SIGMOID -> 1;
                    case TANH -> 2;
                    case RELU, LEAKY_RELU, ELU, LINEAR -> greatest;
                };
        List<UnitActivity> activity = new ArrayList<>(units);
        for (int unit = 0; unit < units; unit++) {
            // Where no unit varies at all, none is better than the others.
            boolean dead = deviations[unit] < STILL * possible || possible == 0;
            activity.add(
                    images == 0
                            ? new UnitActivity(0, 0, 0, State.ACTIVE)
                            : of(outputs, unit, units, activation, deviations[unit], dead));
        }
        return activity;
    }

    private static double deviation(float[] outputs, int unit, int units) {
        double sum = 0;
        double squares = 0;
        int images = outputs.length / units;
        for (int i = unit; i < outputs.length; i += units) {
            sum += outputs[i];
        }
        double mean = sum / images;
        for (int i = unit; i < outputs.length; i += units) {
            squares += (outputs[i] - mean) * (outputs[i] - mean);
        }
        return images == 0 ? 0 : Math.sqrt(squares / images);
    }

    private static UnitActivity of(
            float[] outputs, int unit, int units, Activation activation, double deviation, boolean dead) {
        float low = outputs[unit];
        float high = low;
        int atEnd = 0;
        for (int i = unit; i < outputs.length; i += units) {
            low = Math.min(low, outputs[i]);
            high = Math.max(high, outputs[i]);
            atEnd += atEnd(outputs[i], activation) ? 1 : 0;
        }
        State state = State.ACTIVE;
        if (dead) {
            state = State.DEAD;
        } else if (atEnd >= NEARLY_ALL * Math.floorDiv(outputs.length, units)) {
            state = State.SATURATED;
        }
        return new UnitActivity(low, high, deviation, state);
    }

    private static boolean atEnd(float output, Activation activation) {
        return switch (activation) {
            case SIGMOID -> output <= END || output >= 1 - END;
            case TANH -> Math.abs(output) >= 1 - END;
            case RELU, LEAKY_RELU, ELU, LINEAR -> false;
        };
    }
}

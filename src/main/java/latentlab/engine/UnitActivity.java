package latentlab.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What one unit puts out over some images, and whether it is of any use to them.
 *
 * @param low least output
 * @param high greatest output
 * @param deviation standard deviation of the output over the images
 */
public record UnitActivity(float low, float high, double deviation, State state) {
    /** A unit that is both is dead: one that switches between the ends still tells images apart, one that rests there does not. */
    public enum State {
        ACTIVE,
        /**
         * Its output hardly varies: the standard deviation is less than {@link #STILL} of the unit's range. That is 0 to 1 for a
         * sigmoid and -1 to 1 for tanh; an activation without bounds has the greatest magnitude any unit of the layer reaches.
         */
        DEAD,
        /** A sigmoid or tanh whose output is within {@link #END} of an end of its range for {@link #NEARLY_ALL} of the images. */
        SATURATED
    }

    /** Share of the range. */
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
        double range = range(outputs, activation);
        List<UnitActivity> activity = new ArrayList<>(units);
        for (int unit = 0; unit < units; unit++) {
            activity.add(
                    images == 0
                            ? new UnitActivity(0, 0, 0, State.ACTIVE)
                            : of(outputs, unit, units, images, activation, range));
        }
        return activity;
    }

    private static double range(float[] outputs, Activation activation) {
        return switch (activation) {
            case SIGMOID -> 1;
            case TANH -> 2;
            case RELU, LEAKY_RELU, ELU, LINEAR -> {
                double greatest = 0;
                for (float output : outputs) {
                    greatest = Math.max(greatest, Math.abs(output));
                }
                yield greatest;
            }
        };
    }

    private static UnitActivity of(
            float[] outputs, int unit, int units, int images, Activation activation, double range) {
        float low = outputs[unit];
        float high = low;
        double sum = 0;
        int atEnd = 0;
        for (int i = unit; i < outputs.length; i += units) {
            low = Math.min(low, outputs[i]);
            high = Math.max(high, outputs[i]);
            sum += outputs[i];
            atEnd += atEnd(outputs[i], activation) ? 1 : 0;
        }
        double mean = sum / images;
        double squares = 0;
        for (int i = unit; i < outputs.length; i += units) {
            squares += (outputs[i] - mean) * (outputs[i] - mean);
        }
        double deviation = Math.sqrt(squares / images);
        State state = State.ACTIVE;
        // A layer that puts out nothing but zeros has no range at all.
        if (deviation < STILL * range || range == 0) {
            state = State.DEAD;
        } else if (atEnd >= NEARLY_ALL * images) {
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

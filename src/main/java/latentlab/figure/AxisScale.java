package latentlab.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * One axis of a chart: the position of each value, and the ticks.
 *
 * @param min value at the start of the axis; above 0 if the scale is logarithmic
 * @param max value at its end, above min
 * @param logarithmic whether equal ratios, instead of equal differences, take equal room
 */
public record AxisScale(double min, double max, boolean logarithmic) {
    private static final int[] STEPS = {1, 2, 5};

    /** Digits of the ticks in each decade of a logarithmic axis, fewest first. */
    private static final double[][] DIGITS = {{1}, {1, 2, 5}, {1, 1.5, 2, 3, 4, 6, 8}};

    /** Up to here whole numbers are exact. */
    private static final double EXACT = 0x1p53;

    /** Distance of two ticks: the digit times ten to the exponent. */
    private record Step(int digit, int exponent) {}

    /** @return a scale with some margin around the values; any valid one if there are none */
    public static AxisScale around(double lowest, double highest, boolean logarithmic) {
        if (!(lowest <= highest) || logarithmic && highest <= 0) {
            return new AxisScale(logarithmic ? 0.01 : 0, 1, logarithmic);
        }
        if (logarithmic) {
            double low = lowest > 0 ? lowest : highest / 1000;
            double air = Math.max(1.05, Math.pow(highest / low, 0.06));
            return new AxisScale(low / air, highest * air, true);
        }
        double air = Math.max((highest - lowest) * 0.06, Math.max(Math.abs(highest) * 0.01, 1e-9));
        return new AxisScale(lowest - air, highest + air, false);
    }

    /**
     * @return 0 at min, 1 at max, outside of 0 to 1 beyond them; NaN for a value that a logarithmic axis does not have
     */
    public double fraction(double value) {
        if (!logarithmic) {
            return (value - min) / (max - min);
        }
        return value > 0 ? Math.log(value / min) / Math.log(max / min) : Double.NaN;
    }

    /** @return the value at a fraction of the axis */
    public double value(double fraction) {
        return logarithmic ? min * Math.pow(max / min, fraction) : min + fraction * (max - min);
    }

    /**
     * @param wanted number of ticks there is room for, at least 1
     * @return round values within the axis, in order: multiples of 1, 2 or 5 times a power of ten. A logarithmic axis
     *     has the powers of ten, with 1-2-5 between them if these are too few, more on a short axis, and evenly spaced
     *     ones on a still shorter one: at least three, if that many are wanted
     */
    public List<Double> ticks(int wanted) {
        return logarithmic ? logarithmicTicks(wanted) : multiples(step(wanted));
    }

    /** @return round whole numbers within the axis, for counts such as epochs */
    public List<Double> wholeTicks(int wanted) {
        Step step = step(wanted);
        return multiples(step.exponent() < 0 ? new Step(1, 0) : step);
    }

    /** @return 1, 2 or 5 times a power of ten */
    private Step step(int wanted) {
        double rough = (max - min) / Math.max(1, wanted);
        if (rough <= 0) {
            // An axis without a length, of a figure that has no room yet, has no power of ten.
            return new Step(1, 0);
        }
        int exponent = (int) Math.floor(Math.log10(rough));
        for (int digit : STEPS) {
            if (timesPowerOfTen(digit, exponent) >= rough) {
                return new Step(digit, exponent);
            }
        }
        return new Step(1, exponent + 1);
    }

    private List<Double> multiples(Step step) {
        if (!Double.isFinite(max - min)) {
            return List.of();
        }
        double size = timesPowerOfTen(step.digit(), step.exponent());
        List<Double> ticks = new ArrayList<>();
        if (Math.abs(min / size) > EXACT) {
            // An axis without a length of numbers so large has steps that are nothing beside them.
            return ticks;
        }
        for (long i = (long) Math.ceil(min / size - 1e-9); ; i++) {
            double tick = timesPowerOfTen(i * step.digit(), step.exponent());
            if (tick > max + size * 1e-9) {
                return ticks;
            }
            ticks.add(tick);
        }
    }

    /** Powers of ten are exact, their inverses are not: 3 / 10 is the double nearest to 0.3, 3 * 0.1 is not. */
    private static double timesPowerOfTen(double digits, int exponent) {
        return exponent < 0 ? digits / Math.pow(10, -exponent) : digits * Math.pow(10, exponent);
    }

    private List<Double> logarithmicTicks(int wanted) {
        int least = Math.max(Math.min(3, wanted), wanted / 2);
        double decades = Math.log10(max / min);
        if (decades > wanted) {
            return decadeTicks((int) (decades / wanted), DIGITS[0]);
        }
        for (double[] digits : DIGITS) {
            List<Double> ticks = decadeTicks(1, digits);
            if (ticks.size() >= least) {
                return ticks;
            }
        }
        return multiples(step(wanted));
    }

    /** @param every number of decades between two ticks */
    private List<Double> decadeTicks(int every, double[] digits) {
        List<Double> ticks = new ArrayList<>();
        int first = (int) Math.floor(Math.log10(min));
        for (int exponent = Math.floorDiv(first, every) * every; Math.pow(10, exponent) <= max; exponent += every) {
            for (double digit : digits) {
                double tick = timesPowerOfTen(digit, exponent);
                if (tick >= min && tick <= max) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }
}

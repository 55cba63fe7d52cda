package latentlab.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * One axis of a chart: which value lies where, and where the ticks are.
 *
 * @param min value at the axis' start; above 0 where the scale is logarithmic
 * @param max value at its end, above min
 * @param logarithmic whether equal ratios, not equal differences, take equal room
 */
public record AxisScale(double min, double max, boolean logarithmic) {
    private static final double[] STEPS = {1, 2, 5, 10};

    /** @return a scale with some air around the values; any valid one where there are none */
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

    /** @return 0 at min, 1 at max, below and above beyond them; NaN where a logarithmic axis has no such value */
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

    /** @return round values within the axis, about {@code wanted} of them, 1, 2 and 5 times powers of ten */
    public List<Double> ticks(int wanted) {
        return logarithmic && max / min > 4 ? logarithmicTicks(wanted) : linearTicks(wanted);
    }

    /** @return round whole numbers within the axis, for counts such as epochs */
    public List<Double> wholeTicks(int wanted) {
        return multiples(Math.max(1, step(wanted)));
    }

    private List<Double> linearTicks(int wanted) {
        return multiples(step(wanted));
    }

    private double step(int wanted) {
        double rough = (max - min) / Math.max(1, wanted);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double step : STEPS) {
            if (step * power >= rough) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private List<Double> multiples(double step) {
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(min / step - 1e-9); i * step <= max + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private List<Double> logarithmicTicks(int wanted) {
        double decades = Math.log10(max / min);
        double[] digits = decades > wanted ? new double[] {1} : new double[] {1, 2, 5};
        List<Double> ticks = new ArrayList<>();
        for (int exponent = (int) Math.floor(Math.log10(min)); exponent <= Math.ceil(Math.log10(max)); exponent++) {
            for (double digit : digits) {
                double tick = digit * Math.pow(10, exponent);
                if (tick >= min && tick <= max) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }
}

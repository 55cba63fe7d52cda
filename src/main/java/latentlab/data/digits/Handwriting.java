package latentlab.data.digits;

import java.util.SplittableRandom;

/**
 * A hand that never writes a form the same way twice. All spreads are standard deviations.
 *
 * <p>Uses StrictMath wherever Math may round differently on another machine: a seed gives the same digits everywhere.
 */
final class Handwriting {
    /** How far the pen misses each point of the form, in hundredths of the height. */
    private static final double JITTER = 1.8;
    /** How far the elastic sheet is pulled at each of its knots, in hundredths of the height. */
    private static final double ELASTIC = 7;
    /** Handwriting leans to the right: x by y. */
    private static final double SLANT = 0.17;

    private static final double SLANT_SPREAD = 0.22;
    /** In radians. */
    private static final double ROTATION_SPREAD = 0.08;
    /** Of the logarithm of width by height. */
    private static final double ASPECT_SPREAD = 0.18;
    /** How far curves swing between the points: 0 is a polygon, 0.5 the Catmull-Rom spline. */
    private static final double SWING = 0.5;

    private static final double SWING_SPREAD = 0.06;
    /** Median breadth of the line, in pixels of the finished image. */
    private static final double BREADTH = 2.4;
    /** Of the logarithm of the breadth. */
    private static final double BREADTH_SPREAD = 0.26;
    /** Broader lines fill the loops of a 6 or an 8. */
    private static final double BROADEST = 3.8;
    /**
     * How the breadth changes from the first to the last point, and from the ends to the middle, as a fraction of it.
     */
    private static final double PRESSURE_SPREAD = 0.12;

    /** Line segments from a point of the form to the next. */
    private static final int STEPS = 6;
    /**
     * The elastic sheet has this many knots a side: a quadratic B-spline over three by three squares of 50 hundredths.
     */
    private static final int KNOTS = 5;

    private static final float SQUARE = 50;

    private final float[] pullX = new float[KNOTS * KNOTS];
    private final float[] pullY = new float[KNOTS * KNOTS];

    /** @param path gets the digit: points in hundredths of the form's height, radii in pixels of the finished image */
    void write(DigitForm form, SplittableRandom random, PenPath path) {
        float[] points = form.points().clone();
        for (int i = 0; i < points.length; i++) {
            points[i] += (float) (JITTER * normal(random));
        }
        float swing = (float) (SWING + SWING_SPREAD * normal(random));
        path.clear();
        int first = 0;
        for (int end : form.strokeEnds()) {
            stroke(points, form.turns(), first, end, swing, path);
            first = end;
        }
        stretch(random, path);
        lean(random, path);
        press(random, path);
    }

    /**
     * A cubic Hermite spline through the points from {@code first} to before {@code end}, in pieces between sharp
     * turns.
     */
    private static void stroke(float[] points, boolean[] turns, int first, int end, float swing, PenPath path) {
        path.add(points[2 * first], points[2 * first + 1], true);
        for (int from = first; from + 1 < end; from++) {
            int to = from + 1;
            int before = from == first || turns[from] ? from : from - 1;
            int after = to + 1 == end || turns[to] ? to : to + 1;
            for (int step = 1; step <= STEPS; step++) {
                float t = step / (float) STEPS;
                float leave = swing * t * (1 - t) * (1 - t);
                float arrive = swing * t * t * (1 - t);
                float there = t * t * (3 - 2 * t);
                path.add(
                        spline(points, 0, before, from, to, after, there, leave, arrive),
                        spline(points, 1, before, from, to, after, there, leave, arrive),
                        false);
            }
        }
    }

    private static float spline(
            float[] points, int axis, int before, int from, int to, int after, float there, float leave, float arrive) {
        float start = points[2 * from + axis];
        float goal = points[2 * to + axis];
        return start
                + there * (goal - start)
                + leave * (goal - points[2 * before + axis])
                - arrive * (points[2 * after + axis] - start);
    }

    /** Draws the digit on an elastic sheet that is pulled at its knots. */
    private void stretch(SplittableRandom random, PenPath path) {
        for (int i = 0; i < pullX.length; i++) {
            pullX[i] = (float) (ELASTIC * normal(random));
            pullY[i] = (float) (ELASTIC * normal(random));
        }
        for (int i = 0; i < path.size; i++) {
            float x = path.x[i];
            float y = path.y[i];
            path.x[i] = x + pull(pullX, x, y);
            path.y[i] = y + pull(pullY, x, y);
        }
    }

    private static float pull(float[] knots, float x, float y) {
        // The sheet begins half a square outside the form; what sticks out further moves with the rim.
        float u = Math.clamp(x / SQUARE + 0.5f, 0f, KNOTS - 2.001f);
        float v = Math.clamp(y / SQUARE + 0.5f, 0f, KNOTS - 2.001f);
        int column = (int) u;
        int row = (int) v;
        int knot = row * KNOTS + column;
        float right = u - column;
        float down = v - row;
        float top = blend(knots, knot, 1, right);
        float middle = blend(knots, knot + KNOTS, 1, right);
        float bottom = blend(knots, knot + 2 * KNOTS, 1, right);
        return blend(top, middle, bottom, down);
    }

    private static float blend(float[] knots, int at, int stride, float t) {
        return blend(knots[at], knots[at + stride], knots[at + 2 * stride], t);
    }

    /** The uniform quadratic B-spline. */
    private static float blend(float a, float b, float c, float t) {
        float first = 0.5f * (1 - t) * (1 - t);
        float last = 0.5f * t * t;
        return first * a + (1 - first - last) * b + last * c;
    }

    private static void lean(SplittableRandom random, PenPath path) {
        double aspect = StrictMath.exp(ASPECT_SPREAD * normal(random));
        double slant = SLANT + SLANT_SPREAD * normal(random);
        double angle = ROTATION_SPREAD * normal(random);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        for (int i = 0; i < path.size; i++) {
            double x = aspect * path.x[i] - slant * path.y[i];
            double y = path.y[i];
            path.x[i] = (float) (cos * x - sin * y);
            path.y[i] = (float) (sin * x + cos * y);
        }
    }

    private static void press(SplittableRandom random, PenPath path) {
        double breadth = Math.min(BROADEST, BREADTH * StrictMath.exp(BREADTH_SPREAD * normal(random)));
        double rising = PRESSURE_SPREAD * normal(random);
        double swelling = PRESSURE_SPREAD * normal(random);
        for (int i = 0; i < path.size; i++) {
            double t = 2.0 * i / path.size - 1;
            path.radius[i] = (float) (breadth / 2 * (1 + rising * t + swelling * (2 * t * t - 1)));
        }
    }

    /** @return about a standard normal number, but never beyond ±3.5: nobody's hand slips without bound */
    private static double normal(SplittableRandom random) {
        double sum = random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble();
        return (sum - 2) * 1.7320508075688772;
    }
}

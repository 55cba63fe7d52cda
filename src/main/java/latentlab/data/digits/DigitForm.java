package latentlab.data.digits;

import java.util.Arrays;

/**
 * One way of writing a digit: the points the pen passes.
 *
 * @param points x and y of each point in turn, in hundredths of the digit's height; y goes down
 * @param turns for each point, whether the pen turns sharply there; the curve is smooth through all others
 * @param strokeEnds for each stroke, the index after its last point; the first stroke starts at 0
 */
record DigitForm(float[] points, boolean[] turns, int[] strokeEnds) {
    /** @param text strokes parted by "|" of points such as "12,85", a sharp turn marked by "*" */
    static DigitForm parse(String text) {
        String[] strokes = text.split("\\|");
        int[] strokeEnds = new int[strokes.length];
        int count = 0;
        for (int i = 0; i < strokes.length; i++) {
            strokes[i] = strokes[i].strip();
            count += strokes[i].split(" ").length;
            strokeEnds[i] = count;
        }
        float[] points = new float[2 * count];
        boolean[] turns = new boolean[count];
        int at = 0;
        for (String stroke : strokes) {
            for (String point : stroke.split(" ")) {
                int comma = point.indexOf(',');
                turns[at] = point.endsWith("*");
                points[2 * at] = Integer.parseInt(point.substring(0, comma));
                points[2 * at + 1] = Integer.parseInt(point.substring(comma + 1, point.length() - (turns[at] ? 1 : 0)));
                at++;
            }
        }
        return new DigitForm(points, turns, strokeEnds);
    }

    /** @return whether the pen makes the same strokes and turns in the other form, so that the two can be blended */
    boolean sameStrokesAs(DigitForm other) {
        return Arrays.equals(turns, other.turns) && Arrays.equals(strokeEnds, other.strokeEnds);
    }

    /** @return the form a fraction {@code t} of the way to another one with the same strokes */
    DigitForm towards(DigitForm other, float t) {
        float[] blend = new float[points.length];
        for (int i = 0; i < blend.length; i++) {
            blend[i] = points[i] + t * (other.points[i] - points[i]);
        }
        return new DigitForm(blend, turns, strokeEnds);
    }
}

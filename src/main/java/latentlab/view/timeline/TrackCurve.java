package latentlab.view.timeline;

import latentlab.figure.AxisScale;
import latentlab.figure.Track;

/** The validation loss as a curve along the track, with no more points than there are pixels to tell apart. */
final class TrackCurve {
    private TrackCurve() {}

    /**
     * @param losses element e belongs to epoch e; NaN and infinite ones leave gaps, those above the scale are cut off
     * @param top where the greatest loss is, in points
     * @param bottom where the least is
     */
    static Track of(double[] losses, boolean logarithmic, TrackScale scale, double top, double bottom) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        // The untrained model's loss would leave no room for the others, unless there are none.
        for (int epoch = losses.length > 2 ? 1 : 0; epoch < losses.length; epoch++) {
            double loss = losses[epoch];
            if (Double.isFinite(loss) && (loss > 0 || !logarithmic)) {
                lowest = Math.min(lowest, loss);
                highest = Math.max(highest, loss);
            }
        }
        AxisScale axis = AxisScale.around(lowest, highest, logarithmic);
        Track track = new Track();
        boolean broken = true;
        for (int epoch = 0; epoch < losses.length; ) {
            int end = columnEnd(epoch, losses.length, scale);
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int each = epoch; each < end; each++) {
                double y = bottom - axis.fraction(losses[each]) * (bottom - top);
                if (Double.isFinite(y)) {
                    least = Math.min(least, Math.max(top, y));
                    most = Math.max(most, Math.max(top, y));
                }
            }
            if (least > most) {
                broken = true;
            } else {
                double x = scale.x(epoch);
                point(track, x, least, broken);
                broken = false;
                if (most > least) {
                    point(track, x, most, false);
                }
            }
            epoch = end;
        }
        return track;
    }

    /** @return the first epoch that is in another column of pixels */
    private static int columnEnd(int epoch, int count, TrackScale scale) {
        int end = epoch + 1;
        while (end < count && Math.floor(scale.x(end)) == Math.floor(scale.x(epoch))) {
            end++;
        }
        return end;
    }

    private static void point(Track track, double x, double y, boolean begin) {
        if (begin) {
            track.moveTo(x, y);
        } else {
            track.lineTo(x, y);
        }
    }

    /** @return the epoch with the least loss, the first of several; -1 for none */
    static int best(double[] losses) {
        int best = -1;
        for (int epoch = 0; epoch < losses.length; epoch++) {
            if (!Double.isNaN(losses[epoch]) && (best < 0 || losses[epoch] < losses[best])) {
                best = epoch;
            }
        }
        return best;
    }
}

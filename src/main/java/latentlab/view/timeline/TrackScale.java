package latentlab.view.timeline;

/**
 * Where epochs are on the track.
 *
 * @param width of the track, in points
 * @param margin at either end, half of the thumb, whose middle is the epoch
 * @param last epoch of the track, at least 1
 */
record TrackScale(double width, double margin, int last) {
    double x(double epoch) {
        return margin + room() * epoch / last;
    }

    /** @return the epoch nearest to a place, 0 to the last */
    int epoch(double x) {
        return (int) Math.clamp(Math.round((x - margin) / room() * last), 0, last);
    }

    /** @return whether epochs are at least so many points apart */
    boolean apart(double points) {
        return room() / last >= points;
    }

    private double room() {
        return Math.max(1, width - 2 * margin);
    }
}

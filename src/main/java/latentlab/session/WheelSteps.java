package latentlab.session;

/** Makes whole steps of what a wheel or a touchpad turns, however finely it does so. */
public final class WheelSteps {
    /** What a notch of a common wheel amounts to. */
    private static final double NOTCH = 40;

    private double left;

    /** @return steps that have come full with this turn, negative upwards */
    public int turn(double delta) {
        // Whoever turns back does not first undo what was left over.
        left = Math.signum(delta) == Math.signum(left) ? -delta : left - delta;
        int steps = (int) (left / NOTCH);
        left -= steps * NOTCH;
        return steps;
    }
}

package latentlab.run;

/**
 * A change of the learning rate during a run.
 *
 * @param epoch the first epoch trained, at least in part, with the new rate
 * @param before the rate until then
 * @param after the rate from then on
 */
public record RateChange(int epoch, double before, double after) {}

package latentlab.run;

/**
 * The learning rate was changed during a run.
 *
 * @param epoch the first epoch that was trained, in part at least, with the new rate
 * @param before the rate until then
 * @param after the rate from then on
 */
public record RateChange(int epoch, double before, double after) {}

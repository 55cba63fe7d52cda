package latentlab.figure;

/** What stands on a loss chart, in the language of its reader. */
public interface LossWords extends TickWords {
    /** @return name of the panel that has both losses, beside panels that have one each */
    String both();

    /** @return what the losses are, such as the mean squared error */
    String measure();

    /** @return name of the epoch axis */
    String epochs();

    /** @param tick 0 to 1 */
    String share(double tick);

    /** @param rate a learning rate that training went on with */
    String rate(double rate);

    /** @return what to say where a run has left another one; empty for nothing */
    default String branch() {
        return "";
    }

    /**
     * @param loss of epoch 0, which the axis leaves out
     * @return what to say of it; empty for nothing
     */
    default String untrained(double loss) {
        return "";
    }

    @Override
    default String untrained(double least, double most) {
        return untrained(most);
    }
}

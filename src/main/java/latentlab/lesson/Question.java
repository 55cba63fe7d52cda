package latentlab.lesson;

/** What a step asks before there is anything to be seen. */
public sealed interface Question {
    /**
     * One of several answers.
     *
     * @param right index of the one that comes true; -1 where none is said to
     */
    record Choice(int count, int right) implements Question {}

    /** A number, which the run then has too. */
    record Number(MeasuredValue measured) implements Question {}

    /** In one's own words. */
    record Words() implements Question {}
}

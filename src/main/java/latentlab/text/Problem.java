package latentlab.text;

/** Something went wrong that the user can do something about: one sentence says what it is, and what to do. */
public final class Problem extends Exception {
    private final transient Sentence sentence;

    public Problem(Sentence sentence) {
        this(sentence, null);
    }

    /** @param cause for the log, or null */
    public Problem(Sentence sentence, Throwable cause) {
        super(sentence.key() + sentence.values(), cause);
        this.sentence = sentence;
    }

    public static Problem of(String key, Object... values) {
        return new Problem(Sentence.of(key, values));
    }

    public Sentence sentence() {
        return sentence;
    }
}

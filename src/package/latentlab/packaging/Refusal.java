package latentlab.packaging;

/** Nothing can be packaged so: its message is a sentence for whoever asked for it. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String sentence) {
        super(sentence);
    }
}

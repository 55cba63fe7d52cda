package latentlab.run.findings;

/**
 * What the user says of a run.
 *
 * @param name the user's own; empty for none
 * @param note in free text of any length; empty for none
 */
public record Said(String name, String note) {
    /** Nothing. */
    public static final Said NOTHING = new Said("", "");
}

package latentlab.lesson;

/** A piece of a line. */
public sealed interface Span {
    /** How a piece is set off from the rest. */
    enum Style {
        PLAIN,
        EMPHASIS,
        STRONG,
        CODE
    }

    Style style();

    record Words(String text, Style style) implements Span {}

    /** A value of the user's run, filled in where it stands. */
    record Filled(MeasuredValue value, Style style) implements Span {}
}

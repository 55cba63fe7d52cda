package latentlab.lesson;

import java.util.List;

/** A part of a lesson's text. */
public sealed interface Block {
    record Paragraph(List<Span> spans) implements Block {}

    /**
     * An item of a list.
     *
     * @param number {@link #BULLET} where the list has bullets
     */
    record Item(int number, List<Span> spans) implements Block {
        /** In place of a number. */
        public static final int BULLET = -1;
    }

    /** Lines whose spaces matter. */
    record Code(String text) implements Block {}
}

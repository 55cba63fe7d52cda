package latentlab.lesson;

import java.util.List;

/** A part of a lesson's text. */
public sealed interface Block {
    record Paragraph(List<Span> spans) implements Block {}

    /**
     * An item of a list.
     *
     * @param number 0 where the list has bullets
     */
    record Item(int number, List<Span> spans) implements Block {}

    /** Lines whose spaces matter. */
    record Code(String text) implements Block {}
}

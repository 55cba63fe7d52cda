package latentlab.view;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.run.Breakdown;
import latentlab.run.Fault;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** The notices for the bar at the top of the window. Use only on the user interface's thread. */
public final class Notices {
    /** Whether something went wrong or well. */
    public enum Kind {
        PROBLEM,
        DONE
    }

    /**
     * @param text the sentence
     * @param wayOut label of the button beside it, or null for none
     * @param action of that button; null if there is none
     * @param details shown on request, e.g. the exception; null for none
     * @param first a button before that one; null for none
     */
    public record Notice(Kind kind, Sentence text, Sentence wayOut, Runnable action, String details, Way first) {
        /**
         * @param label of a button
         * @param action of it
         */
        public record Way(Sentence label, Runnable action) {}

        /** With one button at most. */
        public Notice(Kind kind, Sentence text, Sentence wayOut, Runnable action, String details) {
            this(kind, text, wayOut, action, details, null);
        }

        /** A notice of a problem, with its cause as details. */
        public static Notice problem(Problem problem) {
            return problem(problem, null, null);
        }

        /** Like {@link #problem(Problem)}, with a button. */
        public static Notice problem(Problem problem, Sentence wayOut, Runnable action) {
            return fault(Fault.of(problem), wayOut, action);
        }

        /** A notice of an unexpected failure. */
        public static Notice unexpected(Throwable failure) {
            return problem(Sentence.of("view.error.unexpected", Breakdown.sentence(failure)), failure.toString());
        }

        /** @param details shown on request */
        public static Notice problem(Sentence text, String details) {
            return new Notice(Kind.PROBLEM, text, null, null, details);
        }

        /**
         * A notice of why a run ended, paused or was refused.
         *
         * @param wayOut label of a button for the action; both null for none
         */
        public static Notice fault(Fault fault, Sentence wayOut, Runnable action) {
            return new Notice(Kind.PROBLEM, fault.sentence(), wayOut, action, fault.details());
        }
    }

    private final ReadOnlyObjectWrapper<Notice> current = new ReadOnlyObjectWrapper<>();

    /** The notice to show; null if there is none. */
    public ReadOnlyObjectProperty<Notice> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Shows a notice instead of the one before. A problem repeated at once is shown once, good news each time. */
    public void show(Notice notice) {
        boolean said = current.get() != null && current.get().text().equals(notice.text());
        if (!said || notice.kind() == Kind.DONE) {
            current.set(notice);
        }
    }

    public void clear() {
        current.set(null);
    }
}

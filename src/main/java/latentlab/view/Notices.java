package latentlab.view;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.run.Breakdown;
import latentlab.run.Fault;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** What the bar at the top of the window says. Use from the user interface's thread. */
public final class Notices {
    /** Whether something went wrong or well. */
    public enum Kind {
        PROBLEM,
        DONE
    }

    /**
     * @param text the sentence
     * @param wayOut label of the button beside it, or null for none
     * @param action what that button does; null with no button
     * @param details for those who ask, e.g. the exception; null for none
     */
    public record Notice(Kind kind, Sentence text, Sentence wayOut, Runnable action, String details) {
        /** What is behind the problem is there for those who ask. */
        public static Notice problem(Problem problem) {
            return problem(problem, null, null);
        }

        /** As {@link #problem(Problem)}, with a way out. */
        public static Notice problem(Problem problem, Sentence wayOut, Runnable action) {
            return fault(Fault.of(problem), wayOut, action);
        }

        /** What nobody foresaw. */
        public static Notice unexpected(Throwable failure) {
            return problem(Sentence.of("view.error.unexpected", Breakdown.sentence(failure)), failure.toString());
        }

        /** @param details for those who ask */
        public static Notice problem(Sentence text, String details) {
            return new Notice(Kind.PROBLEM, text, null, null, details);
        }

        /** Why a run ended, paused or was refused. @param wayOut and its action, or null for none */
        public static Notice fault(Fault fault, Sentence wayOut, Runnable action) {
            return new Notice(Kind.PROBLEM, fault.sentence(), wayOut, action, fault.details());
        }
    }

    private final ReadOnlyObjectWrapper<Notice> current = new ReadOnlyObjectWrapper<>();

    /** The notice to show; null when there is nothing to say. */
    public ReadOnlyObjectProperty<Notice> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Shows a notice in place of the one before; the same problem twice in a row is shown once, good news each time. */
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

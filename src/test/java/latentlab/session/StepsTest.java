package latentlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;

/** Changes of several kinds are taken back in the order they were made, one of which takes its time. */
class StepsTest {
    private final Steps steps = new Steps();
    private final List<String> log = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();

    private final class Noted implements Steps.Step {
        private final String name;
        private final boolean slow;

        Noted(String name, boolean slow) {
            this.name = name;
            this.slow = slow;
        }

        @Override
        public Sentence what() {
            return Sentence.of(name);
        }

        @Override
        public void undo(Runnable done) {
            go("back " + name, done);
        }

        @Override
        public void redo(Runnable done) {
            go("again " + name, done);
        }

        private void go(String what, Runnable done) {
            log.add(what);
            if (slow) {
                waiting.add(done);
            } else {
                done.run();
            }
        }
    }

    private String undoable() {
        Sentence next = steps.undoableProperty().get();
        return next == null ? null : next.key();
    }

    private String redoable() {
        Sentence next = steps.redoableProperty().get();
        return next == null ? null : next.key();
    }

    private void undo() {
        steps.undo(what -> log.add("told " + what.key()));
    }

    private void redo() {
        steps.redo(what -> log.add("told " + what.key()));
    }

    @Test
    void goesBackThroughAllKindsInOneOrder() {
        steps.made(new Noted("settings", false));
        steps.made(new Noted("selection", false));
        assertThat(undoable()).isEqualTo("selection");
        undo();
        undo();
        undo();
        assertThat(undoable()).isNull();
        assertThat(redoable()).isEqualTo("settings");
        redo();
        assertThat(log)
                .containsExactly(
                        "back selection",
                        "told selection",
                        "back settings",
                        "told settings",
                        "again settings",
                        "told settings");
        steps.made(new Noted("library", false));
        assertThat(redoable()).as("after another change").isNull();
        assertThat(undoable()).isEqualTo("library");
    }

    @Test
    void tellsOfAChangeOnTheDiskWhenItIsDoneAndDropsOneThatFails() {
        steps.made(new Noted("settings", false));
        steps.made(new Noted("library", true));
        undo();
        assertThat(log).containsExactly("back library");
        assertThat(redoable()).isNull();
        undo();
        waiting.removeFirst().run();
        assertThat(redoable()).isEqualTo("library");
        redo();
        assertThat(redoable()).as("never done").isEqualTo("settings");
        assertThat(undoable()).isNull();
    }

    @Test
    void takesBackOneThatOthersHaveFollowed() {
        Steps.Step deleted = new Noted("deleted", false);
        steps.made(deleted);
        steps.made(new Noted("settings", false));
        steps.undo(deleted, what -> log.add("told " + what.key()));
        steps.undo(deleted, what -> log.add("told " + what.key()));
        assertThat(log).containsExactly("back deleted", "told deleted");
        assertThat(undoable()).isEqualTo("settings");
    }

    @Test
    void forgetsWhatCannotBeTakenBack() {
        Steps.Step gone = new Noted("selection", false);
        steps.made(new Noted("settings", false));
        steps.made(gone);
        steps.forget(step -> step == gone);
        assertThat(undoable()).isEqualTo("settings");
    }

    @Test
    void whatIsStillBeingTakenBackCannotBeMadeAgainAfterAnotherChange() {
        steps.made(new Noted("delete", true));
        undo();
        steps.made(new Noted("rename", false));
        waiting.getFirst().run();
        assertThat(redoable()).isNull();
        assertThat(undoable()).isEqualTo("rename");
    }
}

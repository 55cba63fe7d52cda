package latentlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import latentlab.run.Run;
import latentlab.view.LongTasks;
import latentlab.view.Notices;
import org.junit.jupiter.api.Test;

class BackendLoadingTest {
    private final LongTasks tasks = new LongTasks(Runnable::run, Runnable::run, new Notices());

    /** What waits for a layout that never comes would keep the whole window. */
    @Test
    void nothingIsLeftOfAWindowThatIsClosedBeforeItIsShown() throws InterruptedException {
        Set<Thread> others = threads();
        BackendLoading backend = new BackendLoading(tasks, new SimpleObjectProperty<Run>(), () -> {});
        Set<Thread> its = new HashSet<>(threads());
        its.removeAll(others);
        backend.close();

        for (Thread thread : its) {
            thread.join(60_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("compute-backend"))
                .collect(Collectors.toSet());
    }
}

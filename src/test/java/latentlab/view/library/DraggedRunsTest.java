package latentlab.view.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.input.ClipboardContent;
import latentlab.engine.settings.TrainingConfig;
import latentlab.library.Entry;
import latentlab.library.Library;
import latentlab.run.file.SavedRuns;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What another program gets of runs that are dragged to it. The drag itself needs a system with other programs, which
 * the headless platform is not.
 */
class DraggedRunsTest {
    @TempDir
    Path folder;

    @Test
    void areTheirFiles() throws Exception {
        Path first = folder.resolve("a.latentlab");
        SavedRuns.train(first, TrainingConfig.DEFAULT.withLatent(3).withBatch(4).withEpochs(1));
        Path second = SavedRuns.copy(
                first,
                folder.resolve("b & c.latentlab"),
                "another",
                Instant.EPOCH,
                TrainingConfig.DEFAULT.withLatent(3));
        List<Entry> entries = new Library(folder).list(Progress.NONE).entries();
        ClipboardContent content = RunActions.dragged(entries);
        assertThat(content.getFiles()).containsExactlyInAnyOrder(first.toFile(), second.toFile());
        assertThat(content).as("and nothing else").hasSize(1);
    }
}

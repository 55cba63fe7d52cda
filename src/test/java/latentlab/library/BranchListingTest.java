package latentlab.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Collectors;
import latentlab.run.BranchedFrom;
import latentlab.run.file.SavedRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchListingTest {
    @TempDir
    private Path folder;

    @Test
    void theFileAndTheIndexSayWhatABranchHasLeft() throws Exception {
        Shelves shelves = new Shelves(folder.resolve("runs"));
        Path parent = shelves.add("parent", 1);
        Path branch = folder.resolve("runs", "branch.latentlab");
        SavedRuns.branch(parent, branch, 3, Shelves.CONFIG.withLearningRate(1));
        // Long ago, or the file would be read again.
        Files.setLastModifiedTime(branch, FileTime.from(Shelves.THEN));
        BranchedFrom from = new BranchedFrom("parent", 3);
        assertThat(origins(shelves.entries())).containsExactlyInAnyOrder(null, from);
        assertThat(origins(shelves.entriesAnew())).containsExactlyInAnyOrder(null, from);
    }

    private static List<BranchedFrom> origins(List<Entry> entries) {
        return entries.stream().map(each -> each.run().from()).collect(Collectors.toList());
    }
}

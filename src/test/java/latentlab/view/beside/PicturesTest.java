package latentlab.view.beside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import latentlab.engine.settings.TrainingConfig;
import latentlab.library.Entry;
import latentlab.run.file.SavedRuns;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import latentlab.view.beside.Pictures.Places;
import latentlab.view.beside.Pictures.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of runs that are side by side can be compared. */
class PicturesTest {
    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(4).withEpochs(2);

    @TempDir
    private Path folder;

    private final AtomicInteger loaded = new AtomicInteger();

    private OpenRuns open(Path... files) {
        List<Entry> entries = Stream.of(files)
                .map(file -> new Entry(file, 0, FileTime.fromMillis(0), null, Sentence.of("view.library.reading")))
                .toList();
        return OpenRuns.open(
                entries,
                (_, _) -> {
                    loaded.incrementAndGet();
                    return SavedRuns.DATA;
                },
                List.of(),
                Progress.NONE);
    }

    private Path train(String name, TrainingConfig config) throws Exception {
        Path file = folder.resolve(name + ".latentlab");
        SavedRuns.train(file, config);
        return file;
    }

    @Test
    void scalesAreTheSameAndDataAreLoadedOnce() throws Exception {
        Path slow = train("slow", CONFIG.withLearningRate(0.0001));
        Path fast = train("fast", CONFIG.withLearningRate(1));
        try (OpenRuns runs = open(slow, fast)) {
            assertThat(loaded).hasValue(1);
            Pictures maps = Pictures.of(runs.runs(), Shows.MAP, 2, () -> true);
            Places one = (Places) maps.of().get(0);
            Places other = (Places) maps.of().get(1);
            assertThat(one.points().xRange().length())
                    .isEqualTo(other.points().xRange().length());
            assertThat(one.points().yRange().length())
                    .isEqualTo(other.points().yRange().length());
            Pictures filters = Pictures.of(runs.runs(), Shows.FILTERS, 2, () -> true);
            float slowest = greatest((Weights) filters.of().get(0));
            float fastest = greatest((Weights) filters.of().get(1));
            assertThat(fastest).isGreaterThan(2 * slowest);
            assertThat(level((Weights) filters.of().get(0)))
                    .as("of the strongest weight, beside a run with much stronger ones")
                    .isLessThan(level((Weights) filters.of().get(1)));
        }
    }

    private static float greatest(Weights weights) {
        float greatest = 0;
        for (float weight : weights.filters().banks().getFirst().weights()) {
            greatest = Math.max(greatest, Math.abs(weight));
        }
        return greatest;
    }

    /** How far the strongest colours are from each other. */
    private static int level(Weights weights) {
        int low = 255;
        int high = 0;
        for (byte level : weights.weights().getFirst().levels()) {
            low = Math.min(low, level & 0xFF);
            high = Math.max(high, level & 0xFF);
        }
        return high - low;
    }

    @Test
    void aFileThatCannotBeOpenedIsSaidAndTheOthersAreThere() throws Exception {
        Path essay = Files.writeString(folder.resolve("essay.latentlab"), "no run");
        try (OpenRuns runs = open(essay, train("one", CONFIG))) {
            assertThat(runs.faults()).extracting(Sentence::key).containsExactly("run.file.foreign");
            assertThat(runs.runs())
                    .extracting(each -> each.entry().file())
                    .containsExactly(folder.resolve("one.latentlab"));
            assertThat(runs.last()).isEqualTo(2);
        }
    }
}

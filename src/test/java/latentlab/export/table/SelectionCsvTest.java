package latentlab.export.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.TrainedRun;
import latentlab.run.Run;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program reads back the very numbers the window shows. */
class SelectionCsvTest {
    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(32).withEpochs(2);

    @TempDir
    Path folder;

    @TempDir
    Path scratch;

    @Test
    void hasIndexLabelErrorAndCodeOfEachImageToTheLastDigit() throws Exception {
        Dataset dataset = MadeUpImages.dataset(1400, 5, 7);
        int[] images = IntStream.range(0, 700).map(i -> 699 - i).toArray();
        List<Double> reported = new ArrayList<>();
        try (TrainedRun trained = TrainedRun.of(dataset, CONFIG, scratch)) {
            Run run = trained.run();
            Path file = folder.resolve("selection.csv");
            SelectionCsv.write(file, run, 1, images, (fraction, _) -> reported.add(fraction));

            List<String> lines = Files.readAllLines(file);
            assertThat(lines).hasSize(701);
            assertThat(lines.getFirst()).isEqualTo("index,label,class,error,code_0,code_1,code_2");
            int longest = 0;
            for (int i : new int[] {0, 1, 499, 500, 699}) {
                String[] fields = lines.get(i + 1).split(",");
                int image = Integer.parseInt(fields[0]);
                assertThat(image).isEqualTo(images[i]);
                assertThat(Integer.parseInt(fields[1])).isEqualTo(dataset.test().label(image));
                assertThat(fields[2]).isEqualTo(dataset.className(dataset.test().label(image)));
                // Alone an image goes through other products than among many: the last digit may differ.
                assertThat(Double.parseDouble(fields[3]))
                        .isCloseTo(run.reconstruct(1, image).errors()[0], within(1e-7));
                float[] code = run.latent(1, image);
                for (int unit = 0; unit < 3; unit++) {
                    assertThat(Float.parseFloat(fields[4 + unit])).isCloseTo(code[unit], within(1e-6f));
                    longest = Math.max(longest, fields[4 + unit].length());
                }
            }
            // Any one of them may end in zeros, which are not written.
            assertThat(longest).isGreaterThan(7);
            assertThat(reported).hasSizeGreaterThan(1).isSorted();
        }
    }

    @Test
    void leavesTheLabelOpenWhereThereIsNone() throws Exception {
        Dataset labelled = MadeUpImages.dataset(50, 5, 7);
        ImageSet test = labelled.test();
        Dataset dataset = new Dataset(
                labelled.name(),
                labelled.origin(),
                labelled.train(),
                new ImageSet(test.count(), test.shape(), test.pixels(), null),
                List.of());
        try (TrainedRun trained = TrainedRun.of(dataset, CONFIG, scratch)) {
            Path file = folder.resolve("selection.csv");
            SelectionCsv.write(file, trained.run(), 0, new int[] {4}, Progress.NONE);
            assertThat(Files.readAllLines(file).get(1)).startsWith("4,,,0.");
        }
    }

    @Test
    void leavesTheFileThatWasThereWhenCancelled() throws Exception {
        Path file = Files.writeString(folder.resolve("selection.csv"), "before");
        try (TrainedRun trained = TrainedRun.of(MadeUpImages.dataset(50, 5, 7), CONFIG, scratch)) {
            assertThatThrownBy(() -> SelectionCsv.write(file, trained.run(), 0, new int[] {4}, (_, _) -> {
                        throw new CancellationException();
                    }))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(Files.list(folder)).hasSize(1);
        assertThat(file).hasContent("before");
    }
}

package latentlab.export.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import latentlab.MadeUpImages;
import latentlab.Python;
import latentlab.data.Dataset;
import latentlab.embedding.PrincipalPlane;
import latentlab.embedding.TsneSettings;
import latentlab.embedding.umap.UmapSettings;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.EpochRange;
import latentlab.export.Export;
import latentlab.export.TrainedRun;
import latentlab.run.Run;
import latentlab.run.findings.LaidOutMap;
import latentlab.run.findings.LayoutWay;
import latentlab.run.findings.LayoutWay.ByTsne;
import latentlab.run.findings.LayoutWay.ByUmap;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers behind maps and images, as other programs read them. */
class CodesTableTest {
    private static final Dataset DATA = MadeUpImages.dataset(60, 5, 7);
    private static final String SHOW = """
            import sys, numpy as np
            arrays = np.load(sys.argv[1])
            for name in arrays:
                array = arrays[name]
                if name != "latent_lab":
                    print(name, array.dtype, *array.shape, float(array.astype(np.float64).sum()))
            """;

    @TempDir
    Path folder;

    private TrainedRun trained(int latent) throws InterruptedException {
        TrainingConfig config =
                TrainingConfig.DEFAULT.withLatent(latent).withBatch(16).withEpochs(3);
        return TrainedRun.of(DATA, config, folder);
    }

    private static double sum(float[] numbers) {
        double sum = 0;
        for (float each : numbers) {
            sum += each;
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void hasALineForEachTestImage(int latent) throws Exception {
        try (TrainedRun trained = trained(latent)) {
            Path file = folder.resolve("codes.csv");
            CodesTable.writeCsv(file, trained.run(), 2, Progress.NONE);
            List<String> lines = Files.readAllLines(file);
            int count = DATA.test().count();
            assertThat(lines).hasSize(1 + count);
            assertThat(lines.getFirst())
                    .startsWith("index,label,class,error,code_0")
                    .endsWith(",x,y");
            float[] codes = trained.run().latent(2);
            double[] errors = trained.run().errors(2, () -> true);
            for (int i = 0; i < count; i++) {
                String[] fields = lines.get(1 + i).split(",", -1);
                assertThat(fields).hasSize(4 + latent + 2);
                assertThat(fields[0]).isEqualTo(String.valueOf(i));
                assertThat(fields[1]).isEqualTo(String.valueOf(DATA.test().label(i)));
                assertThat(Double.parseDouble(fields[3])).isCloseTo(errors[i], offset(1e-6));
                float[] code = Arrays.copyOfRange(codes, i * latent, (i + 1) * latent);
                for (int unit = 0; unit < latent; unit++) {
                    assertThat(Float.parseFloat(fields[4 + unit])).isEqualTo(code[unit]);
                }
                double[] place = place(trained.run(), code);
                assertThat(Double.parseDouble(fields[4 + latent])).isCloseTo(place[0], offset(1e-5));
                assertThat(Double.parseDouble(fields[5 + latent])).isCloseTo(place[1], offset(1e-5));
            }
        }
    }

    private static double[] place(Run run, float... code) {
        if (code.length == 1) {
            return new double[] {code[0], 0};
        }
        PrincipalPlane plane = run.principalPlane(2, () -> true);
        return new double[] {plane.along(0, code)[0], plane.along(1, code)[0]};
    }

    @Test
    void numpyReadsCodesPlacesAndTheMapsOfTheRun() throws Exception {
        Python python = Python.with("numpy");
        try (TrainedRun trained = trained(3)) {
            Run run = trained.run();
            int n = DATA.test().count();
            LayoutWay settings = new ByTsne(TsneSettings.DEFAULT.withPerplexity(2.5));
            LayoutWay umap = new ByUmap(UmapSettings.DEFAULT);
            int[] some = {1, 4, 7};
            float[] places = {0.5f, 1, 2, 3, 4, 5};
            run.findings().add(new LaidOutMap(LaidOutMap.Space.LATENT, 2, settings, 10, 1, some, places));
            run.findings().add(new LaidOutMap(LaidOutMap.Space.LATENT, 1, settings, 10, 1, some, places));
            run.findings().add(new LaidOutMap(LaidOutMap.Space.PIXELS, -1, settings, 10, 1, some, places));
            run.findings().add(new LaidOutMap(LaidOutMap.Space.LATENT, 2, umap, 10, Double.NaN, some, places));
            Path file = folder.resolve("codes.npz");
            CodesTable.writeNpz(file, run, 2, Progress.NONE);
            List<String> said = python.code(SHOW, file);
            assertThat(said).hasSize(11).contains("umap_latent_15_0_1 float32 3 2 15.5");
            assertThat(said.getFirst()).isEqualTo("index int32 " + n + " " + n * (n - 1) / 2.0);
            assertThat(said).anyMatch(line -> line.equals("codes float32 " + n + " 3 " + sum(run.latent(2))));
            assertThat(said)
                    .filteredOn(line -> line.startsWith("places float32 " + n + " 2 "))
                    .hasSize(1);
            assertThat(said)
                    .filteredOn(line -> line.startsWith("tsne_latent_") && line.endsWith(" float32 3 2 15.5"))
                    .hasSize(1);
            assertThat(said)
                    .filteredOn(line -> line.endsWith("_index int32 3 12.0"))
                    .hasSize(3);
        }
    }

    @Test
    void numpyReadsTheGridAtEveryEpochAndWhatUnitsDecodeTo() throws Exception {
        Python python = Python.with("numpy");
        try (TrainedRun trained = trained(3)) {
            Run run = trained.run();
            Path file = folder.resolve("grid.npz");
            ReconstructionNpz.write(
                    file,
                    new Export.Subject(run, trained.history(), List.of(), Map.of(), EpochRange.parse("1:3")),
                    Progress.NONE);
            List<String> said = python.code(SHOW, file);
            int n = run.samples().length;
            assertThat(said).hasSize(6);
            double sum = 0;
            for (int epoch = 1; epoch <= 3; epoch++) {
                sum += sum(run.reconstructIntensities(epoch, run.samples()));
            }
            assertThat(said.get(2)).isEqualTo("epochs int32 3 6.0");
            String[] reconstructions = said.get(3).split(" ");
            assertThat(List.of(reconstructions).subList(0, 7))
                    .containsExactly("reconstructions", "float32", "3", String.valueOf(n), "1", "5", "7");
            assertThat(Double.parseDouble(reconstructions[7])).isCloseTo(sum, offset(1e-6));
            assertThat(said.get(4)).startsWith("codes float32 3 11 3 ");
            assertThat(said.get(5)).startsWith("decodings float32 3 11 1 5 7 ");
        }
    }

    @Test
    void endsWhenItIsCancelledAndLeavesNothing() throws Exception {
        try (TrainedRun trained = trained(2)) {
            Path file = folder.resolve("never");
            Progress cancelled = (_, _) -> {
                throw new CancellationException();
            };
            assertThatThrownBy(() -> CodesTable.writeCsv(file, trained.run(), 1, cancelled))
                    .isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> ReconstructionNpz.write(
                            file, new Export.Subject(trained.run(), trained.history(), List.of(), Map.of()), cancelled))
                    .isInstanceOf(CancellationException.class);
            assertThat(file).doesNotExist();
        }
    }
}

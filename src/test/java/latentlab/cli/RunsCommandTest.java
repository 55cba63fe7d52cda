package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latentlab.embedding.TsneSettings;
import latentlab.embedding.umap.UmapSettings;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.file.AboutRows;
import latentlab.run.file.FindingRows;
import latentlab.run.file.RunFile;
import latentlab.run.file.SavedRuns;
import latentlab.run.findings.Findings;
import latentlab.run.findings.LaidOutMap;
import latentlab.run.findings.LaidOutMap.Space;
import latentlab.run.findings.LayoutWay.ByTsne;
import latentlab.run.findings.LayoutWay.ByUmap;
import latentlab.run.findings.TestError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Saved runs are listed, looked at, removed and brought back without a window. */
class RunsCommandTest {
    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(4).withEpochs(3);
    private static Path trained;

    @TempDir
    Path folder;

    private Path runs;
    private Path tied;

    @BeforeEach
    void make() throws Exception {
        if (trained == null) {
            trained = Files.createTempFile("latent-lab-", ".latentlab");
            trained.toFile().deleteOnExit();
            SavedRuns.train(trained, CONFIG);
        }
        runs = Files.createDirectories(folder.resolve("runs"));
        add("simple", "11112222-aaaa", "2026-03-01T12:00:00Z", CONFIG);
        tied = add("tied", "11113333-bbbb", "2026-02-01T12:00:00Z", CONFIG.withKind(ModelKind.TIED));
        AboutRows.change(tied, about -> about.withName("my tied one").withStar(true));
        Files.writeString(runs.resolve("torn.latentlab"), "no run");
    }

    private Path add(String name, String id, String created, TrainingConfig config) {
        return SavedRuns.copy(trained, runs.resolve(name + ".latentlab"), id, Instant.parse(created), config);
    }

    /** What a command comes to in the library. */
    private Recorded run(int code, String... arguments) {
        Recorded recorded = Recorded.piped();
        List<String> all = new ArrayList<>(List.of("runs"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--folder", runs.toString()));
        assertThat(recorded.run(all.toArray(String[]::new)))
                .as("%s%s", recorded.out(), recorded.err())
                .isEqualTo(code);
        return recorded;
    }

    private List<String> listed() throws IOException {
        try (var files = Files.list(runs)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(name -> name.endsWith(".latentlab"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void listsThemALineEach() {
        List<String> lines = run(0, "list").out().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo("id        begun                  epochs    best_valid  run");
        assertThat(lines.get(1))
                .matches("11112222  2026-03-01 \\d\\d:\\d\\d          3/3      0\\.\\d{6}  simple: .* latent=3 batch=4"
                        + " epochs=3");
        assertThat(lines.get(2)).contains("  * my tied one: ").endsWith("model=tied latent=3 batch=4 epochs=3");
        assertThat(lines.get(3)).startsWith("-  ").contains("torn: ").contains("is no run file of Latent Lab");
    }

    @Test
    void looksForThemAndSortsThem() {
        assertThat(run(0, "list", "--search", "star model:tied").out())
                .contains("11113333")
                .doesNotContain("11112222");
        Recorded odd = run(0, "list", "--search", "lr<much");
        assertThat(odd.err())
                .contains("Learning rate: much does not go")
                .contains("None of 3 runs in " + runs + " is what was looked for.");
        assertThat(odd.out()).isEmpty();
        assertThat(run(0, "list", "--sort", "name").out().lines().skip(1).toList())
                .satisfiesExactly(
                        line -> assertThat(line).contains("my tied one"),
                        line -> assertThat(line).contains("simple"),
                        line -> assertThat(line).contains("torn"));
        assertThat(run(CommandLineInterface.USAGE, "list", "--sort", "colour").err())
                .contains("--sort");
    }

    @Test
    void tellsProgramsAllThereIs() {
        List<String> lines = run(0, "list", "--json").out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .startsWith("{\"file\":\"" + runs + "/simple.latentlab\",\"bytes\":")
                .contains("\"id\":\"11112222-aaaa\"", "\"latent\":\"3\"", "\"changedSettings\":[\"latent\",\"batch\"")
                .contains("\"epochs\":3,\"planned\":3,\"bestLoss\":0.")
                .endsWith("]}");
        assertThat(lines.get(1)).contains("\"name\":\"my tied one\"", "\"star\":true");
        assertThat(lines.get(2)).contains("\"fault\":\"").doesNotContain("\"id\"");
    }

    @Test
    void showsOneByItsFileItsIdOrHowThatBegins() throws Exception {
        AboutRows.change(tied, about -> about.withNote("two\nlines"));
        String byId = run(0, "show", "11113").out();
        assertThat(byId)
                .startsWith("my tied one\n  file        " + tied + "\n")
                .contains(
                        "  id          11113333-bbbb\n",
                        "  epochs      3/3\n",
                        "  note        two\n  note        lines\n")
                .contains("  settings    model=tied latent=3 batch=4 epochs=3\n");
        assertThat(run(0, "show", tied.toString()).out()).isEqualTo(byId);
        assertThat(run(0, "show", "11113333-bbbb", "--json").out())
                .startsWith("{")
                .contains("11113333-bbbb", "\"accuracies\":{},\"testErrors\":{},\"maps\":[]}");
    }

    @Test
    void showsProgramsWhatWasFoundOut() throws Exception {
        LaidOutMap map = new LaidOutMap(
                Space.LATENT, 2, new ByTsne(TsneSettings.DEFAULT), 1000, 0.5, new int[] {0, 3}, new float[] {1, 2, 3, 4
                });
        try (RunFile file = RunFile.open(tied)) {
            LaidOutMap umap = new LaidOutMap(
                    Space.PIXELS, -1, new ByUmap(UmapSettings.DEFAULT), 500, Double.NaN, map.images(), map.positions());
            Findings findings = new Findings(Map.of(3, 0.75), List.of(map, umap));
            findings.addError(3, new TestError(0.01));
            FindingRows.keep(tied, file.start().id(), file.history(), findings);
        }
        assertThat(run(0, "show", tied.toString(), "--json").out())
                .contains("\"accuracies\":{\"3\":0.75},\"testErrors\":{\"3\":{\"mse\":0.01,\"psnr\":20.0}},"
                        + "\"maps\":[{\"space\":\"latent\",\"epoch\":2,\"images\":2,"
                        + "\"method\":\"tsne\",\"perplexity\":30.0,\"seed\":1,\"iterations\":1000,\"divergence\":0.5},"
                        + "{\"space\":\"pixels\",\"images\":2,\"method\":\"umap\",\"neighbours\":15,"
                        + "\"minDistance\":0.1,\"seed\":1,\"iterations\":500}]}");
    }

    @Test
    void saysWhatIsNotThereAndShowsTheOthers() {
        Recorded some = run(CommandLineInterface.FAILED, "show", "9999", "1111", "11113");
        assertThat(some.err())
                .contains("There is no run file “9999”, nor a run with such an id in " + runs)
                .contains("The ids of 2 runs begin with “1111”");
        assertThat(some.out()).startsWith("my tied one\n");
        assertThat(run(CommandLineInterface.FAILED, "show", "torn.latentlab").err())
                .contains("is no run file of Latent Lab");
        assertThat(run(CommandLineInterface.USAGE, "show").err()).contains("FILE|ID");
    }

    @Test
    void removedRunsComeBack() throws Exception {
        assertThat(run(0, "rm", "11113", runs + "/torn.latentlab").err())
                .contains("“my tied one” is in the bin: within 30 days, \"runs restore 11113333\" brings it back.")
                .contains("“torn” is in the bin: within 30 days, \"runs restore torn.latentlab\" brings it back.");
        assertThat(listed()).containsExactly("simple.latentlab");
        assertThat(run(0, "list", "--bin").out()).contains("11113333").doesNotContain("11112222");
        assertThat(run(0, "restore", "11113333", "torn.latentlab").err()).contains("“my tied one” is back: " + tied);
        assertThat(listed()).containsExactly("simple.latentlab", "tied.latentlab", "torn.latentlab");
        assertThat(run(CommandLineInterface.FAILED, "restore", "11113333").err())
                .contains("Nothing called “11113333” is in the bin");
    }

    @Test
    void ofOneThatWasDeletedTwiceTheLastComesBack() throws Exception {
        run(0, "rm", "11113");
        Path bin = runs.resolve("bin");
        try (var moments = Files.list(bin)) {
            Files.move(moments.findFirst().orElseThrow(), bin.resolve("2020-01-01T00-00-00Z"));
        }
        add("again", "11113333-bbbb", "2026-02-01T12:00:00Z", CONFIG);
        run(0, "rm", "11113");
        run(0, "restore", "11113");
        assertThat(listed()).containsExactly("again.latentlab", "simple.latentlab", "torn.latentlab");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "lets not everybody make links")
    void removesNothingFromElsewhere() throws Exception {
        Path other = Files.copy(tied, folder.resolve("other.latentlab"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), runs);
        assertThat(run(CommandLineInterface.FAILED, "rm", other.toString()).err())
                .contains(other + " is not in the library " + runs);
        assertThat(other).exists();
        run(0, "rm", link.resolve("../runs/tied.latentlab").toString());
        assertThat(tied).doesNotExist();
        run(0, "restore", "11113");
        assertThat(tied).exists();
    }

    @Test
    void saysThatThereAreNone() throws Exception {
        runs = Files.createDirectory(folder.resolve("empty"));
        assertThat(run(0, "list").err()).contains("There are no runs in " + runs);
        runs = folder.resolve("none");
        assertThat(run(CommandLineInterface.FAILED, "list").err()).contains("There is no folder " + runs);
    }
}

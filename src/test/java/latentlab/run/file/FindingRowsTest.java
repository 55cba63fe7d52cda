package latentlab.run.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latentlab.MadeUpImages;
import latentlab.embedding.TsneSettings;
import latentlab.embedding.umap.UmapSettings;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.PastState;
import latentlab.run.findings.Findings;
import latentlab.run.findings.LaidOutMap;
import latentlab.run.findings.LaidOutMap.Space;
import latentlab.run.findings.LayoutWay.ByTsne;
import latentlab.run.findings.LayoutWay.ByUmap;
import latentlab.run.findings.Said;
import latentlab.run.findings.TestError;
import latentlab.text.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingRowsTest {
    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(4).withEpochs(4);

    @TempDir
    Path folder;

    private Path path;
    private String id;
    private List<EpochResult> history;

    @BeforeEach
    void train() throws Exception {
        path = folder.resolve("a.run");
        SavedRuns.train(path, CONFIG);
        try (RunFile file = RunFile.open(path)) {
            id = file.start().id();
            history = file.history();
        }
    }

    private static LaidOutMap map(Space space, int epoch, int iterations) {
        float[] positions = {0.5f, -1, 2, epoch, -0.25f, 7, 1, 1, iterations, 3};
        return new LaidOutMap(
                space,
                epoch,
                new ByTsne(TsneSettings.DEFAULT.withPerplexity(2)),
                iterations,
                0.125,
                new int[] {0, 1, 2, 3, 4},
                positions);
    }

    private static LaidOutMap umap(int neighbours, double distance, int epochs, double rate) {
        LaidOutMap map = map(Space.LATENT, 3, epochs);
        UmapSettings settings = new UmapSettings(neighbours, distance, epochs, rate, 7);
        return new LaidOutMap(Space.LATENT, 3, new ByUmap(settings), epochs, Double.NaN, map.images(), map.positions());
    }

    @Test
    void umapsAreKeptBesideTsnesAndReplaceTheirLikeOnly() throws Exception {
        // A t-SNE whose perplexity is the number of neighbours of the others.
        LaidOutMap tsne = map(Space.LATENT, 3, 9);
        keep(Map.of(), tsne, umap(2, 0.1, 500, 1), umap(2, 0.25, 500, 1), umap(4, 0.1, 500, 1));
        has(path, Map.of(), tsne, umap(2, 0.1, 500, 1), umap(2, 0.25, 500, 1), umap(4, 0.1, 500, 1));
        keep(Map.of(), umap(2, 0.25, 100, 0.25));
        has(path, Map.of(), tsne, umap(2, 0.1, 500, 1), umap(4, 0.1, 500, 1), umap(2, 0.25, 100, 0.25));
        change("UPDATE map SET perplexity = 3 WHERE metric = 'umap' AND perplexity = 4");
        change("UPDATE map SET metric = 'other' WHERE metric = 'euclidean'");
        has(path, Map.of(), umap(2, 0.1, 500, 1), umap(2, 0.25, 100, 0.25));
    }

    private boolean keep(Map<Integer, Double> accuracies, LaidOutMap... maps) throws Exception {
        return FindingRows.keep(path, id, history, new Findings(accuracies, List.of(maps)));
    }

    @Test
    void keepTheUsersNoteAndNothingElseOfWhatIsSaid() throws Exception {
        AboutRows.change(
                path, about -> about.withName("the name").withNote("before").withStar(true));
        Findings findings;
        try (RunFile file = RunFile.open(path)) {
            findings = file.findings();
        }
        assertThat(findings.said()).isEqualTo(new Said("the name", "before"));
        findings.note("my own words");
        AboutRows.change(path, about -> about.withName("another name"));
        FindingRows.keep(path, id, history, findings);
        try (RunFile file = RunFile.open(path)) {
            assertThat(file.said()).isEqualTo(new Said("another name", "my own words"));
            assertThat(file.about().star()).isTrue();
            findings.kept(findings.bookmarks(), file.said());
        }
        assertThat(findings.noted()).isFalse();

        // What somebody else writes from now on stays.
        AboutRows.change(path, about -> about.withNote("later"));
        FindingRows.keep(path, id, history, findings);
        try (RunFile file = RunFile.open(path)) {
            assertThat(file.said().note()).isEqualTo("later");
        }
        findings.read(new Said("", "later"));
        assertThat(findings.said().note()).isEqualTo("later");
    }

    private static List<String> texts(List<LaidOutMap> maps) {
        return maps.stream()
                .map(map -> map.space() + " " + map.epoch() + " " + map.way() + " " + map.iterations() + " "
                        + map.divergence() + " " + Arrays.toString(map.images()) + " "
                        + Arrays.toString(map.positions()))
                .toList();
    }

    private void change(String... commands) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private int number(String query) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.getInt(1);
        }
    }

    private void has(Path file, Map<Integer, Double> accuracies, LaidOutMap... maps) throws Exception {
        try (RunFile opened = RunFile.open(file)) {
            assertThat(opened.accuracies()).isEqualTo(accuracies);
            assertThat(texts(opened.maps())).isEqualTo(texts(List.of(maps)));
            assertThat(opened.history())
                    .isEqualTo(history.subList(0, opened.history().size()));
        }
    }

    @Test
    void comesBackAndOnlyAFileThatHasSomeIsOfTheNewerVersion() throws Exception {
        assertThat(number("PRAGMA user_version")).isEqualTo(1);
        assertThat(keep(Map.of())).isTrue();
        assertThat(number("PRAGMA user_version")).isEqualTo(1);
        Map<Integer, Double> accuracies = new TreeMap<>(Map.of(0, 0.25, 3, Double.NaN));
        assertThat(keep(accuracies, map(Space.LATENT, 3, 1000), map(Space.PIXELS, -1, 1000)))
                .isTrue();
        assertThat(number("PRAGMA user_version")).isEqualTo(2);
        has(path, accuracies, map(Space.LATENT, 3, 1000), map(Space.PIXELS, -1, 1000));
    }

    @Test
    void testErrorsComeBackBesideAccuraciesUnlessTheyAreDamaged() throws Exception {
        Map<Integer, TestError> errors = Map.of(2, new TestError(0.5), 3, new TestError(0.25));
        Findings findings = new Findings(Map.of(2, 0.75), errors, List.of(), Map.of(), Said.NOTHING);
        assertThat(FindingRows.keep(path, id, history, findings)).isTrue();
        has(path, Map.of(2, 0.75));
        try (RunFile file = RunFile.open(path)) {
            assertThat(file.errors()).isEqualTo(errors);
            assertThat(file.findings().errors()).isEqualTo(errors);
        }
        change("UPDATE accuracy SET value = 0.1 WHERE space = 'test-mse' AND epoch = 2");
        try (RunFile file = RunFile.open(path)) {
            assertThat(file.errors()).containsOnlyKeys(3);
        }
        FindingRows.keep(path, id, history, findings);
        try (RunFile file = RunFile.open(path)) {
            assertThat(file.errors()).isEqualTo(errors);
        }
    }

    @Test
    void anotherAnswerToTheSameQuestionTakesTheFirstOnesPlace() throws Exception {
        keep(Map.of(1, 0.5), map(Space.LATENT, 3, 1000), map(Space.PIXELS, -1, 1000));
        keep(Map.of(1, 0.5, 2, 0.75), map(Space.PIXELS, -1, 1000), map(Space.LATENT, 3, 1500));
        has(path, Map.of(1, 0.5, 2, 0.75), map(Space.PIXELS, -1, 1000), map(Space.LATENT, 3, 1500));
    }

    @Test
    void theOldestMapsGo() throws Exception {
        keep(Map.of(), map(Space.LATENT, 0, 1));
        List<LaidOutMap> many = new ArrayList<>();
        for (int i = 0; i < Findings.MOST_MAPS; i++) {
            LaidOutMap map = map(Space.LATENT, 1, i);
            many.add(new LaidOutMap(
                    map.space(),
                    1,
                    new ByTsne(TsneSettings.DEFAULT.withPerplexity(i + 1)),
                    i,
                    0,
                    map.images(),
                    map.positions()));
        }
        keep(Map.of(), many.toArray(LaidOutMap[]::new));
        has(path, Map.of(), many.toArray(LaidOutMap[]::new));
        assertThat(number("SELECT count(*) FROM map")).isEqualTo(Findings.MOST_MAPS);
    }

    /** Those that are not written yet, and those that another program has trained. */
    @Test
    void isKeptOnlyOfEpochsThatTheFileHasAsTheyAreKnown() throws Exception {
        EpochResult third = history.get(3);
        List<EpochResult> other = new ArrayList<>(history);
        other.set(3, new EpochResult(3, third.trainLoss(), third.validLoss(), third.seconds() + 1, 0.1));
        Findings findings =
                new Findings(Map.of(2, 0.5, 3, 0.6, 5, 0.7), List.of(map(Space.LATENT, 2, 9), map(Space.LATENT, 3, 9)));
        assertThat(FindingRows.keep(path, id, other, findings)).isFalse();
        has(path, Map.of(2, 0.5), map(Space.LATENT, 2, 9));
        assertThat(FindingRows.keep(path, "another run", history, findings)).isFalse();
        has(path, Map.of(2, 0.5), map(Space.LATENT, 2, 9));
    }

    /** As where the file was replaced while the run was on screen: the marks wait for one that is the run's. */
    @Test
    void bookmarksCountAsKeptOnlyInTheRunsOwnFile() throws Exception {
        Findings findings = new Findings();
        findings.setBookmarks(new TreeMap<>(Map.of(2, "here")));
        assertThat(FindingRows.keep(path, "another", history, findings)).isFalse();
        assertThat(findings.marked()).isTrue();
        assertThat(FindingRows.keep(path, id, history, findings)).isTrue();
        assertThat(findings.marked()).isFalse();
        try (RunFile file = RunFile.open(path)) {
            assertThat(file.findings().bookmarks()).containsExactly(Map.entry(2, "here"));
        }
    }

    @Test
    void whatIsDamagedIsLeftOutAndReplaced() throws Exception {
        LaidOutMap[] maps = {map(Space.LATENT, 1, 9), map(Space.LATENT, 2, 9), map(Space.LATENT, 3, 9)};
        keep(Map.of(1, 0.5, 2, 0.75), maps);
        change(
                "UPDATE accuracy SET value = 0.875 WHERE epoch = 2",
                "UPDATE map SET positions = zeroblob(40) WHERE epoch = 1",
                "UPDATE map SET images = zeroblob(4000000), positions = zeroblob(8000000) WHERE epoch = 2");
        has(path, Map.of(1, 0.5), maps[2]);
        keep(Map.of(2, 0.75), maps[0]);
        has(path, Map.of(1, 0.5, 2, 0.75), maps[2], maps[0]);
    }

    @Test
    void goesWithWhatIsRescued() throws Exception {
        keep(Map.of(1, 0.5, 4, 0.75), map(Space.LATENT, 4, 9), map(Space.LATENT, 1, 9), map(Space.PIXELS, -1, 9));
        change("UPDATE epoch SET valid_loss = 1 WHERE epoch = 4", "DELETE FROM state WHERE epoch = 4");
        change("INSERT OR REPLACE INTO state SELECT 3, state FROM state WHERE epoch = 0");
        Path rescued = folder.resolve("rescued.run");
        int last = RunRescue.of(path, rescued).epochs();
        assertThat(last).isLessThan(4);
        has(
                rescued,
                last < 1 ? Map.of() : Map.of(1, 0.5),
                last < 1
                        ? new LaidOutMap[] {map(Space.PIXELS, -1, 9)}
                        : new LaidOutMap[] {map(Space.LATENT, 1, 9), map(Space.PIXELS, -1, 9)});
    }

    @Test
    void goesWithABranchOnTheSameDataUpToWhereItLeaves() throws Exception {
        keep(Map.of(1, 0.5, 4, 0.75), map(Space.LATENT, 4, 9), map(Space.LATENT, 1, 9), map(Space.PIXELS, -1, 9));
        Path same = folder.resolve("same.run");
        Path other = folder.resolve("other.run");
        try (RunFile parent = RunFile.open(path)) {
            PastState past = PastState.of(parent, SavedRuns.DATA, 2, Progress.NONE);
            RunBranch.write(parent, past, CONFIG, SavedRuns.DATA, same);
            RunBranch.write(parent, past, CONFIG, MadeUpImages.dataset(23, 5, 7), other);
        }
        has(same, Map.of(1, 0.5), map(Space.LATENT, 1, 9), map(Space.PIXELS, -1, 9));
        has(other, Map.of());
    }
}

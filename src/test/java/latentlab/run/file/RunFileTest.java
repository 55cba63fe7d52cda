package latentlab.run.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.data.Problems;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Reconstructions;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.RateChange;
import latentlab.run.Run;
import latentlab.run.RunKeeper;
import latentlab.run.file.RunSamples.Sample;
import latentlab.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunFileTest {
    private static final Dataset DATA = MadeUpImages.dataset(22, 5, 7);
    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(4).withEpochs(40).withShuffle(true);

    @TempDir
    Path folder;

    private Path path() {
        return folder.resolve("a run?.run");
    }

    static Stream<TrainingConfig> kinds() {
        return Stream.of(
                CONFIG,
                CONFIG.withKind(ModelKind.TIED),
                CONFIG.with(Setting.HIDDEN, HiddenLayer.dense(9, 5)),
                CONFIG.with(Setting.HIDDEN, HiddenLayer.row("c3-p2-4")),
                CONFIG.with(Setting.SPARSITY, 0.01));
    }

    /** @return its history */
    private List<EpochResult> train(RunKeeper keeper, TrainingConfig config) throws InterruptedException {
        try (Training training = new Training(folder, keeper)) {
            return training.open(DATA, config).until(config.epochs()).run().history();
        }
    }

    private Path saved(TrainingConfig config) throws Exception {
        train(RunFileWriter.create(path()), config);
        return path();
    }

    /** Without how long epochs took. */
    private static List<List<Object>> numbers(List<EpochResult> history) {
        return history.stream()
                .map(each -> List.<Object>of(
                        each.epoch(), each.trainLoss(), each.validLoss(), each.learningRate(), each.parts()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hasTheWholeRecordAndTheParametersOfEachEpoch(TrainingConfig config) throws Exception {
        try (Training training = new Training(folder, RunFileWriter.create(path()))) {
            Run run = training.open(DATA, config).until(40).run();
            training.service.close();
            try (RunFile file = RunFile.open(path())) {
                assertThat(file.start()).isEqualTo(run.start());
                assertThat(file.config()).isEqualTo(config);
                assertThat(file.start().data().request()).isEqualTo(DATA.request());
                assertThat(file.history()).isEqualTo(run.history());
                for (int epoch : new int[] {0, 1, 15, 16, 17, 31, 33, 2, 40}) {
                    assertThat(file.parameters(epoch))
                            .as("epoch %d", epoch)
                            .isEqualTo(run.epochs().read(epoch));
                }
                assertThat(file.state(run.model()).epoch()).isEqualTo(40);
                assertThat(file.states()).contains(0, 40);
                Reconstructions made = run.reconstruct(40, run.samples());
                List<Sample> samples = file.samples().samples();
                assertThat(samples).extracting(Sample::image).containsExactly(box(run.samples()));
                for (int place = 0; place < samples.size(); place++) {
                    assertThat(samples.get(place).reconstruction()).isEqualTo(made.image(place));
                    assertThat(samples.get(place).original())
                            .isEqualTo(DATA.test().pixelsOf(samples.get(place).image()));
                }
            }
        }
    }

    private static Integer[] box(int... numbers) {
        return Arrays.stream(numbers).boxed().toArray(Integer[]::new);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void goesOnToTheSameNumbers(TrainingConfig config) throws Exception {
        List<EpochResult> whole = train(RunKeeper.NONE, config);
        saved(config.withEpochs(13));
        try (RunFile file = RunFile.open(path());
                Training training = new Training(folder, RunFileWriter.goOn(path(), 13))) {
            Run run = training.resume(DATA, file).until(40).run();
            assertThat(numbers(run.history())).isEqualTo(numbers(whole));
            for (int epoch : new int[] {0, 13, 14, 40}) {
                assertThat(run.epochs().keeps(epoch)).isTrue();
                assertThat(run.latent(epoch)).as("epoch %d", epoch).hasSize(11 * 3);
            }
        }
        try (RunFile file = RunFile.open(path())) {
            assertThat(numbers(file.history())).isEqualTo(numbers(whole));
        }
    }

    /** A run that nobody wants any more need not be told to its end, nor is it closed before that. */
    @Test
    void anotherRunEndsTheOneThatIsBeingTakenUp() throws Exception {
        saved(CONFIG);
        try (RunFile file = RunFile.open(path());
                Training training = new Training(folder, RunKeeper.NONE)) {
            training.service.resume(DATA, file);
            assertThat(training.open(DATA, CONFIG.withEpochs(1)).until(1).run().history())
                    .hasSize(2);
        }
    }

    @Test
    void keepsChangesOfTheRate() throws Exception {
        try (Training training = new Training(folder, RunFileWriter.create(path()))) {
            training.open(DATA, CONFIG.withEpochs(2)).until(2);
            training.service.setLearningRate(0.5);
            List<RateChange> changes = training.until(4).run().rateChanges();
            assertThat(changes).hasSize(1);
            training.service.close();
            try (RunFile file = RunFile.open(path())) {
                assertThat(file.rateChanges()).isEqualTo(changes);
            }
        }
    }

    @Test
    void isNotOverwritten() throws Exception {
        Files.writeString(path(), "mine");
        Problems.of(() -> RunFileWriter.create(path()), "run.file.exists", path());
        assertThat(path()).hasContent("mine");
    }

    @Test
    void saysWhatIsNoRunFile() throws Exception {
        Problems.of(() -> RunFile.open(path()), "run.file.missing", path());
        Problems.of(() -> RunFile.open(folder), "run.file.foreign", folder);
        Files.createFile(path());
        Problems.of(() -> RunFile.open(path()), "run.file.empty", path());
        Files.writeString(path(), "an essay on autoencoders, of some length, that is no database".repeat(100));
        Problems.of(() -> RunFile.open(path()), "run.file.foreign", path());
    }

    private void change(String... commands) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:file:" + path().toUri().getRawPath());
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER t AFTER INSERT ON epoch BEGIN DELETE FROM parameters; END",
                "CREATE VIEW v AS SELECT * FROM epoch",
                "CREATE TABLE other (x)",
                "DROP TABLE state",
                "PRAGMA application_id = 0"
            })
    void trustsNoOtherTablesTriggersOrViews(String command) throws Exception {
        saved(CONFIG.withEpochs(1));
        change(command);
        Problems.of(() -> RunFile.open(path()), "run.file.foreign", path());
        Problems.of(() -> RunFileWriter.goOn(path(), 1), "run.file.foreign", path());
    }

    @Test
    void doesNotOpenWhatANewerVersionWrote() throws Exception {
        saved(CONFIG.withEpochs(1));
        change("PRAGMA user_version = 3");
        Problems.of(() -> RunFile.open(path()), "run.file.newer", path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM epoch WHERE epoch = 1",
                "DELETE FROM epoch",
                "UPDATE epoch SET valid_loss = valid_loss + 0.001 WHERE epoch = 1",
                "UPDATE setting SET value = '0.5' WHERE name = 'lr'",
                "UPDATE data SET value = '21' WHERE key = 'train'",
                "DELETE FROM data WHERE key = 'hash'",
                "UPDATE setting SET value = 'much' WHERE name = 'latent'",
                "UPDATE data SET value = 'wide' WHERE key = 'width'"
            })
    void saysThatARecordWithHolesIsDamaged(String command) throws Exception {
        saved(CONFIG.withEpochs(2));
        change(command);
        Problems.of(() -> RunFile.open(path()), "run.file.damaged", path());
    }

    /** As a process leaves it that is killed while it writes: some pages are new, and the old ones in a journal. */
    @Test
    void whatWasHalfWrittenIsUndone() throws Exception {
        saved(CONFIG.withEpochs(3));
        Path copy = folder.resolve("killed.run");
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:file:" + path().toUri().getRawPath());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA cache_size = 1");
            statement.execute("BEGIN");
            statement.execute("UPDATE parameters SET packed = zeroblob(length(packed)), crc = 0");
            statement.execute("UPDATE epoch SET valid_loss = 0");
            Files.copy(path(), copy);
            Files.copy(path().resolveSibling(path().getFileName() + "-journal"), folder.resolve("killed.run-journal"));
            statement.execute("ROLLBACK");
        }
        try (RunFile whole = RunFile.open(path());
                RunFile file = RunFile.open(copy)) {
            assertThat(file.history()).isEqualTo(whole.history());
            for (int epoch = 0; epoch <= 3; epoch++) {
                assertThat(file.parameters(epoch)).isEqualTo(whole.parameters(epoch));
            }
        }
    }

    @Test
    void aFileThatMayOnlyBeReadIsRead() throws Exception {
        saved(CONFIG.withEpochs(2));
        assertThat(path().toFile().setWritable(false)).isTrue();
        try (RunFile file = RunFile.open(path())) {
            assertThat(file.history()).hasSize(3);
        }
    }

    /** Whatever is read is right, or a sentence says that it is not. */
    @Test
    void flippedBytesAreNeverTakenForParameters() throws Exception {
        saved(CONFIG.withEpochs(5));
        byte[] whole = Files.readAllBytes(path());
        float[][] right = new float[6][];
        try (RunFile file = RunFile.open(path())) {
            for (int epoch = 0; epoch <= 5; epoch++) {
                right[epoch] = file.parameters(epoch);
            }
        }
        SplittableRandom random = new SplittableRandom(5);
        int refused = 0;
        for (int variant = 0; variant < 200; variant++) {
            byte[] damaged = whole.clone();
            for (int flip = 0; flip < 1 + variant % 8; flip++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(path(), damaged);
            try (RunFile file = RunFile.open(path())) {
                for (int epoch = 0; epoch < Math.min(6, file.history().size()); epoch++) {
                    assertThat(file.parameters(epoch)).isEqualTo(right[epoch]);
                }
            } catch (Problem problem) {
                assertThat(problem.sentence().key()).startsWith("run.file.");
                refused++;
            }
        }
        assertThat(refused).isBetween(20, 200);
    }

    /** What is saved of a damaged file is right and can be gone on with, or a sentence says that there is nothing. */
    @Test
    void whatIsSavedOfDamagedFilesIsRight() throws Exception {
        saved(CONFIG.withEpochs(5));
        byte[] whole = Files.readAllBytes(path());
        float[][] right = new float[6][];
        List<EpochResult> history;
        try (RunFile file = RunFile.open(path())) {
            history = file.history();
            for (int epoch = 0; epoch <= 5; epoch++) {
                right[epoch] = file.parameters(epoch);
            }
        }
        SplittableRandom random = new SplittableRandom(6);
        int rescued = 0;
        for (int variant = 0; variant < 200; variant++) {
            byte[] damaged = whole.clone();
            for (int flip = 0; flip < 1 + variant % 8; flip++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(path(), variant % 10 == 9 ? Arrays.copyOf(damaged, damaged.length * 3 / 4) : damaged);
            Path into = folder.resolve("rescued " + variant);
            try {
                RunRescue rescue = RunRescue.of(path(), into);
                try (RunFile file = RunFile.open(into)) {
                    assertThat(file.history()).isEqualTo(history.subList(0, rescue.epochs() + 1));
                    int lost = 0;
                    for (int epoch = 0; epoch <= rescue.epochs(); epoch++) {
                        if (file.keeps(epoch)) {
                            assertThat(file.parameters(epoch)).isEqualTo(right[epoch]);
                        } else {
                            lost++;
                        }
                    }
                    assertThat(lost).isEqualTo(rescue.lost());
                    file.state(Autoencoder.of(file.config(), DATA.shape()));
                }
                rescued++;
            } catch (Problem problem) {
                assertThat(problem.sentence().key()).startsWith("run.");
                assertThat(into).doesNotExist();
            }
        }
        assertThat(rescued).isBetween(100, 199);
    }

    /** Only what can be missed, such as an image, may be left out without a word. */
    @Test
    void truncatedFilesAreRefusedOrRight() throws Exception {
        saved(CONFIG.withEpochs(5));
        byte[] whole = Files.readAllBytes(path());
        float[] right;
        try (RunFile file = RunFile.open(path())) {
            right = file.parameters(5);
        }
        int refused = 0;
        for (int length = 0; length < whole.length; length += 997) {
            Files.write(path(), Arrays.copyOf(whole, length));
            try (RunFile file = RunFile.open(path())) {
                assertThat(file.history()).hasSize(6);
                assertThat(file.parameters(5)).isEqualTo(right);
                file.state(Autoencoder.of(file.config(), DATA.shape()));
                file.samples();
            } catch (Problem problem) {
                assertThat(problem.sentence().key()).startsWith("run.file.");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length / 997 - 10);
    }
}

package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import latentlab.MadeUpImages;
import latentlab.cli.Program;
import latentlab.data.Dataset;
import latentlab.data.ImageShape;
import latentlab.engine.loss.LossPart;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.BetaSchedule;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Schedule;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.settings.Validation;
import latentlab.natives.VectorApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Six epochs come to the same bits as three, and then three more in another process that has nothing but configuration,
 * data and state: for every optimiser, schedule and noise, with all else in turns.
 */
class ResumeTest {
    /** 22 images: 5 to validate with, 17 to train on; in fours, the last batch is of one. */
    private static final Dataset DATA = MadeUpImages.dataset(22, 5, 7);

    private static final int BATCHES = 5;
    private static final int EPOCHS = 6;
    private static final double FIRST_RATE = 0.02;
    private static final double RATE = 0.01;

    /**
     * One training.
     *
     * @param stop batch of the fourth epoch before which the state is taken, from 0; 0 is between the epochs
     */
    private record Case(TrainingConfig config, int stop) {}

    private static List<TrainingConfig> kinds() {
        List<TrainingConfig> kinds = new ArrayList<>();
        for (ModelKind kind : ModelKind.values()) {
            for (int[] hidden : new int[][] {{}, {9, 5}}) {
                kinds.add(TrainingConfig.DEFAULT.withKind(kind).with(Setting.HIDDEN, HiddenLayer.dense(hidden)));
            }
        }
        kinds.add(TrainingConfig.DEFAULT.with(Setting.HIDDEN, HiddenLayer.row("c4-c16s1")));
        kinds.add(TrainingConfig.DEFAULT.with(Setting.HIDDEN, HiddenLayer.row("c3-p2-7")));
        return kinds;
    }

    /**
     * Every optimiser with every schedule, noise and shuffling; all else changes from case to case, each at its own
     * pace.
     */
    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        List<TrainingConfig> kinds = kinds();
        int n = 0;
        for (Optimiser optimiser : Optimiser.values()) {
            for (Schedule schedule : Schedule.values()) {
                for (Noise noise : Noise.values()) {
                    for (boolean shuffle : new boolean[] {false, true}) {
                        TrainingConfig config = kinds.get((n + n / 16) % kinds.size())
                                .withLatent(3)
                                .withBatch(4)
                                .withEpochs(EPOCHS)
                                .withSeed(n)
                                .withShuffle(shuffle)
                                .with(Setting.OPTIMISER, optimiser)
                                .with(Setting.SCHEDULE, schedule)
                                .with(Setting.SCHEDULE_EPOCHS, 1L)
                                .with(Setting.NOISE, noise)
                                .with(Setting.LOSS, Loss.values()[n / 3 % Loss.values().length])
                                .with(Setting.CODE, n % 11 == 0 ? Activation.RELU : Activation.SIGMOID)
                                .with(Setting.EARLY_STOPPING, n % 2L)
                                .with(Setting.CLIP, n % 3 == 0 ? 0.01 : 0)
                                .with(Setting.WEIGHT_DECAY, n % 5 < 2 ? 0.01 : 0)
                                .with(Setting.SPARSITY, n % 7 < 3 ? 0.01 : 0)
                                .with(Setting.BETA_WARM_UP, n % 4L)
                                .with(Setting.BETA_SCHEDULE, BetaSchedule.values()[n / 4 % 3])
                                .with(Setting.FREE_BITS, n % 13 == 0 ? 0.05 : 0)
                                .with(Setting.VALIDATION, Validation.values()[n / 9 % 2]);
                        cases.add(new Case(config, n % BATCHES));
                        n++;
                    }
                }
            }
        }
        return cases;
    }

    @Test
    void anotherProcessGoesOnWhereThisOneStopped(@TempDir Path folder) throws Exception {
        List<Case> cases = cases();
        for (int i = 0; i < cases.size(); i++) {
            Case each = cases.get(i);
            try (Trainer trainer = new Trainer(each.config(), DATA)) {
                firstHalf(trainer);
                TrainerState state = stateAt(trainer, each.stop());
                assertThat(state.epoch()).isEqualTo(EPOCHS / 2);
                assertThat(state.batch()).isEqualTo(each.stop());
                try (FileChannel file = FileChannel.open(
                        folder.resolve("state" + i), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    state.write(file);
                }
            }
        }
        Process child =
                likeThisOne(Program.of(ResumeTest.class, folder, vectors())).start();
        // Meanwhile here, without a stop.
        for (int i = 0; i < cases.size(); i++) {
            try (Trainer trainer = new Trainer(cases.get(i).config(), DATA)) {
                firstHalf(trainer);
                secondHalf(trainer, RATE, folder.resolve("straight" + i));
            }
        }
        assertThat(child.waitFor()).isZero();
        for (int i = 0; i < cases.size(); i++) {
            assertThat(Files.readAllBytes(folder.resolve("resumed" + i)))
                    .as("%s", cases.get(i))
                    .isEqualTo(Files.readAllBytes(folder.resolve("straight" + i)));
        }
    }

    /** Vectors of another width add up in another order. @return how wide this process was told to take them */
    private static List<String> vectors() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:UseAVX"))
                .toList();
    }

    /** The plain kernels too add up in an order of their own. */
    private static ProcessBuilder likeThisOne(ProcessBuilder builder) {
        if (!VectorApi.present()) {
            builder.command().removeIf(option -> option.startsWith("--add-exports"));
        }
        return builder;
    }

    /** Goes on with each state in the folder it is started in, and writes beside it what that comes to. */
    public static void main(String[] arguments) throws Exception {
        List<Case> cases = cases();
        for (int i = 0; i < cases.size(); i++) {
            TrainingConfig config = cases.get(i).config();
            TrainerState state;
            try (FileChannel file = FileChannel.open(Path.of("state" + i))) {
                state = TrainerState.read(file, Autoencoder.of(config, ImageShape.grey(5, 7)));
            }
            try (Trainer trainer = Trainer.resume(config, DATA, state)) {
                secondHalf(trainer, state.learningRate(), Path.of("resumed" + i));
            }
        }
    }

    /** The rate is changed on the way, and more epochs are planned. */
    private static void firstHalf(Trainer trainer) throws DivergedException {
        trainer.plan(EPOCHS + 2);
        for (int epoch = 1; epoch <= EPOCHS / 2; epoch++) {
            double rate = epoch == 1 ? FIRST_RATE : RATE;
            trainer.train((_, _) -> rate);
        }
    }

    /** The trainer stands again where its epoch began when this returns; nothing is done with it afterwards. */
    private static TrainerState stateAt(Trainer trainer, int stop) throws DivergedException {
        if (stop == 0) {
            return trainer.state();
        }
        TrainerState[] state = new TrainerState[1];
        EpochResult none = trainer.train((batch, _) -> {
            if (batch < stop) {
                return RATE;
            }
            state[0] = trainer.state();
            return Double.NaN;
        });
        assertThat(none).isNull();
        return state[0];
    }

    /** Writes what the remaining epochs come to, but for the time they take. */
    private static void secondHalf(Trainer trainer, double rate, Path file) throws IOException, DivergedException {
        try (OutputStream stream = Files.newOutputStream(file);
                DataOutputStream out = new DataOutputStream(stream)) {
            while (trainer.epoch() < EPOCHS) {
                EpochResult result = trainer.train((_, _) -> rate);
                out.writeInt(result.epoch());
                out.writeDouble(result.trainLoss());
                out.writeDouble(result.validLoss());
                out.writeDouble(result.learningRate());
                for (LossPart part : result.parts()) {
                    out.writeDouble(part.train());
                    out.writeDouble(part.valid());
                }
                out.writeBoolean(trainer.outOfPatience());
            }
            TrainerState last = trainer.state();
            for (float[] array : List.of(last.parameters(), last.first(), last.second())) {
                for (float number : array) {
                    out.writeInt(Float.floatToRawIntBits(number));
                }
            }
        }
    }
}

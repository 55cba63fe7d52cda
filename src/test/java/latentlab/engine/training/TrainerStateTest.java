package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.List;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.data.ImageShape;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;

class TrainerStateTest {
    private static final double RATE = 0.01;
    private static final Dataset DATA = MadeUpImages.dataset(22, 5, 7);
    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(4).withShuffle(true);
    private static final Autoencoder MODEL = Autoencoder.of(CONFIG, ImageShape.grey(5, 7));

    /** After an epoch and two batches. */
    private static TrainerState state() throws DivergedException {
        try (Trainer trainer = new Trainer(CONFIG, DATA)) {
            trainer.train((_, _) -> RATE);
            TrainerState[] state = new TrainerState[1];
            trainer.train((batch, _) -> {
                state[0] = trainer.state();
                return batch < 2 ? RATE : Double.NaN;
            });
            return state[0];
        }
    }

    private static byte[] bytes(TrainerState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.write(Channels.newChannel(bytes));
        return bytes.toByteArray();
    }

    private static TrainerState read(byte[] bytes, Autoencoder model) throws IOException, Problem {
        return TrainerState.read(Channels.newChannel(new ByteArrayInputStream(bytes)), model);
    }

    private static Sentence refusal(byte[] bytes) {
        return catchThrowableOfType(Problem.class, () -> read(bytes, MODEL)).sentence();
    }

    @Test
    void isReadAsItWasWritten() throws Exception {
        TrainerState state = state();
        assertThat(state.steps()).isEqualTo(7);
        assertThat(state.sums()[0]).isPositive();
        assertThat(state.seconds()).isPositive();
        assertThat(read(bytes(state), MODEL)).usingRecursiveComparison().isEqualTo(state);
    }

    /** Whoever reads it elsewhere goes by these places. */
    @Test
    void liesInTheFileAsDescribed() throws Exception {
        TrainerState state = state();
        byte[] bytes = bytes(state);
        int count = MODEL.parameterCount();
        assertThat(bytes).hasSize(84 + 8 + 3 * 4 * count + 4).startsWith('L', 'L', 'T', 'S', 1, 0, 0, 0);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(buffer.getLong(8)).isEqualTo(count);
        assertThat(buffer.getInt(16)).isEqualTo(1);
        assertThat(buffer.getInt(20)).isEqualTo(1);
        assertThat(buffer.getInt(24)).isEqualTo(2);
        assertThat(buffer.getInt(28)).isEqualTo(50);
        assertThat(buffer.getLong(32)).isEqualTo(7);
        assertThat(buffer.getDouble(40)).isEqualTo(state.seconds());
        assertThat(buffer.getDouble(48)).isEqualTo(RATE);
        assertThat(buffer.getDouble(56)).isEqualTo(state.patience().best());
        assertThat(buffer.getDouble(64)).isEqualTo(state.patience().plateau());
        assertThat(buffer.getDouble(84)).isEqualTo(state.sums()[0]);
        assertThat(buffer.getFloat(92)).isEqualTo(state.parameters()[0]);
        assertThat(buffer.getFloat(92 + 4 * count)).isEqualTo(state.first()[0]);
        assertThat(buffer.getFloat(92 + 8 * count)).isEqualTo(state.second()[0]);
    }

    @Test
    void leavesAloneWhatFollowsInTheFile() throws Exception {
        byte[] bytes = bytes(state());
        byte[] more = Arrays.copyOf(bytes, bytes.length + 3);
        more[bytes.length] = 42;
        try (ReadableByteChannel channel = Channels.newChannel(new ByteArrayInputStream(more))) {
            TrainerState.read(channel, MODEL);
            ByteBuffer rest = ByteBuffer.allocate(10);
            assertThat(channel.read(rest)).isEqualTo(3);
            assertThat(rest.get(0)).isEqualTo((byte) 42);
        }
    }

    @Test
    void isRefusedWhereverItEndsEarly() throws Exception {
        byte[] bytes = bytes(state());
        for (int length = 0; length < bytes.length; length++) {
            assertThat(refusal(Arrays.copyOf(bytes, length)))
                    .as("%d bytes", length)
                    .isEqualTo(Sentence.of("engine.state.damaged"));
        }
    }

    @Test
    void isRefusedWhereverABitIsWrong() throws Exception {
        byte[] bytes = bytes(state());
        for (int place = 0; place < bytes.length; place++) {
            bytes[place] ^= 4;
            String expected = place < 4 ? "foreign" : place < 8 ? "version" : place < 16 ? "length" : "damaged";
            assertThat(refusal(bytes).key()).as("byte %d", place).isEqualTo("engine.state." + expected);
            bytes[place] ^= 4;
        }
    }

    @Test
    void namesTheVersionItCannotRead() throws Exception {
        byte[] bytes = bytes(state());
        bytes[4] = 2;
        assertThat(refusal(bytes)).isEqualTo(Sentence.of("engine.state.version", 2, 1));
    }

    @Test
    void namesTheModelItIsOf() throws Exception {
        byte[] bytes = bytes(state());
        Autoencoder other = Autoencoder.of(CONFIG.withLatent(4), ImageShape.grey(5, 7));
        assertThat(catchThrowableOfType(Problem.class, () -> read(bytes, other)).sentence())
                .isEqualTo(Sentence.of("engine.state.length", (long) MODEL.parameterCount(), other.parameterCount()));
    }

    @Test
    void isNotTakenUpWithOtherDataOrSettings() throws Exception {
        TrainerState state = state();
        List<TrainingConfig> others = List.of(CONFIG.withLatent(4), CONFIG.withBatch(10));
        for (TrainingConfig other : others) {
            assertThat(catchThrowableOfType(Problem.class, () -> Trainer.resume(other, DATA, state))
                            .sentence())
                    .isEqualTo(Sentence.of("engine.state.other"));
        }
    }

    @Test
    void isACopyThatTrainingDoesNotTouch() throws Exception {
        try (Trainer trainer = new Trainer(CONFIG, DATA)) {
            TrainerState state = trainer.state();
            trainer.train((_, _) -> RATE);
            assertThat(state.parameters()).isEqualTo(MODEL.initialParameters(1));
            assertThat(state.first()).containsOnly(0);
        }
    }

    /** What is given up in an epoch that was taken up in the middle goes back to the middle. */
    @Test
    void anEpochThatIsGivenUpStandsWhereItWasTakenUp() throws Exception {
        TrainerState state = state();
        try (Trainer trainer = Trainer.resume(CONFIG, DATA, state)) {
            assertThat(trainer.train((batch, _) -> batch < 4 ? RATE : Double.NaN))
                    .isNull();
            assertThat(trainer.state()).usingRecursiveComparison().isEqualTo(state);
            assertThat(trainer.train((_, _) -> RATE).epoch()).isEqualTo(2);
        }
    }
}

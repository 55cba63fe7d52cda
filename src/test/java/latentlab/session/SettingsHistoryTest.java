package latentlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.session.SettingsHistory.Change;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Changes of the settings are taken back one by one, and made again. */
class SettingsHistoryTest {
    private static final TrainingConfig DEFAULT = TrainingConfig.DEFAULT;
    private static final long SECOND = 1_000_000_000;

    private final ReadOnlyObjectWrapper<TrainingConfig> settings = new ReadOnlyObjectWrapper<>(DEFAULT);
    private long now;
    private final SettingsHistory history =
            new SettingsHistory(settings.getReadOnlyProperty(), this::choose, () -> now);

    private void choose(TrainingConfig other) {
        history.changing(settings.get(), other);
        settings.set(other);
    }

    private void later(TrainingConfig other) {
        now += SECOND;
        choose(other);
    }

    @Test
    void nothingIsThereToBeginWith() {
        assertThat(history.undo()).isNull();
        assertThat(history.redo()).isNull();
        assertThat(history.lastDoneProperty().get()).isNull();
        choose(DEFAULT);
        assertThat(history.lastDoneProperty().get()).as("no change").isNull();
        assertThat(settings.get()).isEqualTo(DEFAULT);
    }

    @Test
    void whatASliderPassesIsOneChange() {
        for (int latent = 19; latent >= 2; latent--) {
            now += SECOND / 2;
            choose(settings.get().withLatent(latent));
        }
        assertThat(history.lastDoneProperty().get()).isEqualTo(new Change(DEFAULT, DEFAULT.withLatent(2)));
        later(settings.get().withLatent(5));
        history.undo();
        assertThat(settings.get().latent()).as("after a rest").isEqualTo(2);
        history.undo();
        assertThat(settings.get().latent()).isEqualTo(20);
        assertThat(history.undo()).isNull();
        history.redo();
        history.redo();
        assertThat(settings.get().latent()).isEqualTo(5);
    }

    @Test
    void anotherSettingAtOnceIsAChangeOfItsOwnAndAWayBackIsNone() {
        choose(DEFAULT.withLatent(2));
        choose(settings.get().withLearningRate(0.1));
        choose(settings.get().withLearningRate(0.01));
        assertThat(history.lastDoneProperty().get().after().latent())
                .as("the rate is where it was")
                .isEqualTo(2);
        history.undo();
        assertThat(settings.get()).isEqualTo(DEFAULT);
    }

    @Test
    void aChangeAfterOneThatWasTakenBackDoesNotJoinIt() {
        choose(DEFAULT.withLatent(2));
        history.undo();
        choose(DEFAULT.withLatent(3));
        assertThat(history.lastUndoneProperty().get()).as("2 is gone").isNull();
        assertThat(history.lastDoneProperty().get().before()).isEqualTo(DEFAULT);
        history.undo();
        history.redo();
        choose(DEFAULT.withLatent(4));
        history.undo();
        assertThat(settings.get().latent()).isEqualTo(3);
    }

    /** A batch that nobody has chosen goes with the data, which are not taken back. */
    @Test
    void whatChangedByItselfMeanwhileStays() {
        later(DEFAULT.withKind(ModelKind.TIED).with(Setting.OPTIMISER, Optimiser.RMSPROP));
        settings.set(settings.get().withBatch(4));
        history.undo();
        assertThat(settings.get()).isEqualTo(DEFAULT.withBatch(4));
        history.redo();
        assertThat(settings.get())
                .isEqualTo(DEFAULT.withBatch(4).withKind(ModelKind.TIED).with(Setting.OPTIMISER, Optimiser.RMSPROP));
    }

    /** Held to whole copies of the settings, one for each change. */
    @RepeatedTest(50)
    void anyWayThroughTheHistoryComesToWhatWasThere(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Deque<TrainingConfig> before = new ArrayDeque<>();
        Deque<TrainingConfig> after = new ArrayDeque<>();
        for (int i = 0; i < 60; i++) {
            TrainingConfig was = settings.get();
            switch (random.nextInt(4)) {
                case 0 -> {
                    assertThat(history.undo() != null).isEqualTo(!before.isEmpty());
                    if (!before.isEmpty()) {
                        after.push(was);
                        assertThat(settings.get()).isEqualTo(before.pop());
                    }
                }
                case 1 -> {
                    assertThat(history.redo() != null).isEqualTo(!after.isEmpty());
                    if (!after.isEmpty()) {
                        before.push(was);
                        assertThat(settings.get()).isEqualTo(after.pop());
                    }
                }
                case 2 -> chooseLater(was.withLatent(1 + random.nextInt(100)), before, after);
                default ->
                    chooseLater(
                            was.withLearningRate(0.01 + random.nextInt(50) * 0.01)
                                    .withKind(random.nextBoolean() ? ModelKind.TIED : ModelKind.SIMPLE),
                            before,
                            after);
            }
        }
    }

    private void chooseLater(TrainingConfig next, Deque<TrainingConfig> before, Deque<TrainingConfig> after) {
        if (!next.equals(settings.get())) {
            before.push(settings.get());
            after.clear();
        }
        later(next);
    }
}

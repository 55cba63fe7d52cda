package latentlab.session;

import static latentlab.run.Recorder.epoch;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.collections.ListChangeListener;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.Run;
import latentlab.run.RunState;
import org.junit.jupiter.api.Test;

/** What enters the history, and which epoch of it is looked at. */
class EpochHistoryTest extends ModelWithService {
    @Test
    void dataMakesARunThatIsReadyAtEpochZero() {
        ui.run(() -> assertThat(run()).isNull());
        open(CONFIG);
        ui.run(() -> {
            assertThat(state()).isEqualTo(RunState.READY);
            assertThat(run().config()).isEqualTo(CONFIG);
            assertThat(run().dataset()).isSameAs(DATA);
            assertThat(epochs()).containsExactly(0);
            assertThat(model.plannedEpochsProperty().get()).isEqualTo(5);
            assertThat(model.settingsPendingProperty().get()).isFalse();
        });
    }

    @Test
    void aTrainingEntersTheHistoryAndLiveFollowsIt() {
        train(CONFIG);
        ui.run(() -> {
            assertThat(epochs()).isEqualTo(upTo(5));
            assertThat(model.liveProperty().get()).isTrue();
            assertThat(selected()).isEqualTo(5);
            assertThat(run().epochs().count()).isEqualTo(6);
            assertThat(model.epochProgressProperty().get()).isZero();
        });
    }

    @Test
    void aPinnedEpochStaysWhileNewOnesComeUntilLiveIsWantedAgain() {
        train(CONFIG);
        List<Integer> looks = new ArrayList<>();
        ui.run(() -> {
            model.select(2);
            assertThat(model.liveProperty().get()).isFalse();
            model.selectedEpochProperty().subscribe(epoch -> looks.add(epoch.intValue()));
            model.train();
        });
        ui.await(() -> model.history().size() == 11);
        ui.run(() -> {
            assertThat(looks).containsExactly(2);
            assertThat(model.liveProperty().get()).isFalse();
            model.goLive();
            assertThat(selected()).isEqualTo(10);
            assertThat(model.liveProperty().get()).isTrue();
            model.select(99);
            assertThat(selected()).isEqualTo(10);
            model.select(-1);
            assertThat(selected()).isZero();
        });
    }

    @Test
    void aNewRunIsLookedAtLive() {
        train(CONFIG);
        ui.run(() -> {
            model.select(2);
            model.reset();
        });
        ui.await(() -> model.history().size() == 1);
        ui.run(() -> {
            assertThat(model.liveProperty().get()).isTrue();
            assertThat(selected()).isZero();
            assertThat(model.rateChanges()).isEmpty();
        });
    }

    @Test
    void noneOfAThousandEpochsIsLostWhileTheScreenHangs() {
        open(CONFIG.withEpochs(1000));
        CountDownLatch hanging = new CountDownLatch(1);
        List<Integer> additions = new ArrayList<>();
        ui.run(() -> {
            model.history().addListener((ListChangeListener<EpochResult>) change -> {
                change.next();
                additions.add(change.getAddedSize());
            });
            model.train();
        });
        ui.execute(() -> awaitUninterrupted(hanging));
        events.await(RunState.FINISHED);
        hanging.countDown();
        ui.await(() -> state() == RunState.FINISHED);
        ui.run(() -> {
            assertThat(epochs()).isEqualTo(upTo(1000));
            assertThat(selected()).isEqualTo(1000);
            // The views are not told a thousand times of what they could not have shown.
            assertThat(additions).hasSizeLessThan(1000);
            assertThat(additions.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1000);
        });
    }

    @Test
    void noneOfAThousandEpochsIsLostOnAScreenThatIsSlowerThanTheTraining() {
        open(CONFIG.withEpochs(1000));
        ui.run(() -> {
            // Each look at an epoch costs several times what it costs to train one.
            model.history().addListener((ListChangeListener<EpochResult>) _ -> {
                for (int i = 0; i < 5; i++) {
                    assertThat(run().latent(model.history().getLast().epoch())).hasSize(25 * 3);
                }
            });
            model.train();
        });
        ui.await(() -> state() == RunState.FINISHED);
        ui.run(() -> assertThat(epochs()).isEqualTo(upTo(1000)));
    }

    @Test
    void otherWorkOfTheScreenGetsItsTurnDuringAFlood() {
        open(CONFIG.withEpochs(TrainingConfig.MAX_EPOCHS));
        ui.run(model::train);
        ui.await(() -> model.history().size() > 1000);
        ui.run(model::pause);
        ui.await(() -> state() == RunState.PAUSED);
    }

    @Test
    void everyEpochCanBeLookedAtWhileTrainingGoesOn() {
        open(CONFIG.withEpochs(TrainingConfig.MAX_EPOCHS));
        ui.run(model::train);
        ui.await(() -> model.history().size() > 10);
        Run run = ui.get(this::run);
        for (int i = 0; i < 300; i++) {
            int size = ui.get(() -> model.history().size());
            int look = i % size;
            assertThat(run.latent(look, 3)).isEqualTo(run.latent(look, 3));
            assertThat(run.reconstruct(size - 1, run.samples()).count()).isEqualTo(10);
        }
        ui.run(() -> assertThat(state()).isEqualTo(RunState.TRAINING));
    }

    private int selected() {
        return model.selectedEpochProperty().get();
    }

    @Test
    void anEpochThatIsNotKeptGivesWayToTheOneBeforeThatIs() {
        train(CONFIG);
        ui.run(() -> {
            model.select(3);
            assertThat(run().epochs().thin()).isTrue();
            assertThat(run().epochs().keeps(3)).isFalse();
            model.trainOneEpoch();
        });
        ui.await(() -> model.history().size() == 7);
        ui.run(() -> {
            assertThat(epochs()).as("losses of all").isEqualTo(upTo(6));
            assertThat(selected()).isEqualTo(2);
            model.select(1);
            assertThat(selected()).isZero();
            model.select(6);
            assertThat(selected()).isEqualTo(6);
        });
    }
}

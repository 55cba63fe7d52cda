package latentlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import latentlab.MadeUpImages;
import latentlab.comparison.ComparedRun;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.diagnosis.Diagnosis;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.file.RunFile;
import latentlab.run.follow.Training;
import latentlab.run.store.Scratch;
import latentlab.sweep.Outcome.State;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialErrorTest {
    private static final Dataset DATA = MadeUpImages.dataset(100, 6, 5);
    private static final TrainingConfig BASE =
            TrainingConfig.DEFAULT.withBatch(20).withEpochs(3);

    @TempDir
    private Path folder;

    private Path place() {
        return folder.resolve("swept");
    }

    /** @param stopped whether the sweep is stopped with the last epoch of its first trial */
    private List<Outcome> run(boolean stopped) throws Exception {
        List<Swept> swept = List.of(Swept.parse(Setting.LATENT, "2,3"));
        Plan plan = new Plan(DataRequest.of("digits"), BASE, swept, 1, Design.GRID, 0);
        try (Sweep sweep = Sweep.open(plan, place())) {
            SweepListener listener = new SweepListener() {
                @Override
                public void began(Trial trial, int done) {}

                @Override
                public void epoch(Trial trial, EpochResult result) {
                    if (stopped && result.epoch() == BASE.epochs()) {
                        sweep.stop();
                    }
                }

                @Override
                public void remark(Trial trial, Sentence what) {}

                @Override
                public void ended(Outcome outcome, boolean before) {}
            };
            return sweep.run(DATA, false, false, new Scratch(folder), 1, listener);
        }
    }

    @Test
    void isThatOfTheTrialsRunAndKeptWithIt() throws Exception {
        Outcome outcome = run(false).getLast();
        try (Training training = new Training(new Scratch(folder))) {
            training.follow(DATA, outcome.trial().config(), _ -> {}, () -> {});
            Diagnosis.lastError(training.run(), () -> true);
            assertThat(outcome.run().errors())
                    .isEqualTo(training.run().findings().errors());
        }
        Path file = place().resolve(outcome.trial().file());
        try (RunFile saved = RunFile.open(file)) {
            assertThat(ComparedRun.of("a", saved).error())
                    .isEqualTo(outcome.run().error());
        }
        // Nothing is worked out again: not even the data are looked at.
        assertThat(TrialError.of(file, MadeUpImages.dataset(9, 6, 5), Progress.NONE))
                .isEqualTo(outcome.run().error());
    }

    @Test
    void isWorkedOutLaterWhereItWasCutOff() throws Exception {
        Outcome first = run(true).getFirst();
        assertThat(first.state()).as("it has all its epochs").isEqualTo(State.FINISHED);
        assertThat(first.run().error()).isNull();
        assertThat(run(false))
                .allSatisfy(outcome -> assertThat(outcome.run().error()).isNotNull());
    }
}

package latentlab.view.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import latentlab.data.digits.BuiltInDigits;
import latentlab.engine.model.StuckUnits;
import latentlab.engine.settings.Setting;
import latentlab.engine.training.EpochResult;
import latentlab.run.Run;
import latentlab.run.RunEvent;
import latentlab.run.RunKeeper;
import latentlab.run.RunState;
import latentlab.run.TrainingService;
import latentlab.run.store.Scratch;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The run that is offered at the first start, with the engine it is trained by. */
class FirstRunTest {
    private final BlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();

    @ParameterizedTest
    @CsvSource({"0, 40", "0.01, 40", "0.5, 20", "4, 3", "10, 3", "10.1, 0", "1000, 0", "NaN, 0"})
    void takesAboutTenSecondsAndIsNotOfferedWhereItWouldTakeLong(double epoch, int epochs) {
        assertThat(FirstRun.epochs(epoch)).isEqualTo(epochs);
    }

    @Test
    void showsSomethingInItsFewestEpochs(@TempDir Path scratch) throws InterruptedException {
        try (TrainingService service = new TrainingService(new Scratch(scratch), RunKeeper.NONE, events::add)) {
            String id = service.open(
                    BuiltInDigits.create(Progress.NONE), FirstRun.CONFIG.withEpochs(FirstRun.FEWEST), null);
            await(event ->
                    event instanceof RunEvent.Opened opened && opened.run().equals(id));
            service.trainUntil(FirstRun.FEWEST);
            await(event -> event instanceof RunEvent.StateChanged changed && changed.state() == RunState.FINISHED);
            Run run = service.runs().get(id);

            EpochResult last = run.history().getLast();
            assertThat(last.validLoss())
                    .as("the loss falls")
                    .isLessThan(run.history().getFirst().validLoss() / 3);
            float[] codes = run.latent(FirstRun.FEWEST);
            assertThat(StuckUnits.of(codes, 2, run.config().get(Setting.CODE)).stuck())
                    .as("no unit is stuck")
                    .isZero();
            assertThat(run.accuracy().of(FirstRun.FEWEST, () -> true))
                    .as("classes part, from which a map of a mean image is far")
                    .isGreaterThan(0.5);
            service.runs().close();
        }
    }

    private void await(Predicate<RunEvent> wanted) throws InterruptedException {
        RunEvent event;
        do {
            event = events.poll(120, TimeUnit.SECONDS);
            assertThat(event).as("what the service tells").isNotNull();
        } while (!wanted.test(event));
    }
}

package latentlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import latentlab.run.Run;
import latentlab.run.RunState;
import org.junit.jupiter.api.Test;

/** The runs of a sitting: what has been trained can be looked at until the end. */
class TrainedRunsTest extends ModelWithService {
    @Test
    void trainedRunsStayReadableInTheirOrder() {
        train(CONFIG);
        Run first = run();
        float[] codes = first.latent(5);
        ui.run(() -> {
            assertThat(model.trainedRuns()).containsExactly(first);
            model.startOver(CONFIG.withLatent(2));
        });
        ui.await(() -> run() != first);
        ui.run(() -> {
            assertThat(model.trainedRuns()).containsExactly(first);
            model.train();
        });
        ui.await(() -> state() == RunState.FINISHED);
        ui.run(() -> assertThat(model.trainedRuns()).containsExactly(first, run()));
        assertThat(first.latent(5)).isEqualTo(codes);
    }

    @Test
    void aRunThatWasNeverTrainedIsNotKept() {
        open(CONFIG);
        Run first = run();
        ui.run(() -> model.startOver(CONFIG.withLatent(2)));
        ui.await(() -> run() != first);
        // In the background.
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!first.gone() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        ui.run(() -> assertThat(model.trainedRuns()).isEmpty());
        assertThatThrownBy(first::hold).isInstanceOf(IllegalStateException.class);
    }
}

package latentlab.cli;

import java.util.concurrent.CancellationException;
import latentlab.cli.terminal.Interrupt;
import latentlab.cli.terminal.ProgressLine;
import latentlab.engine.model.Inference;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.RunEvent;
import latentlab.run.RunState;
import latentlab.run.follow.Training;
import latentlab.run.store.Scratch;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** Trains a model to get its latent codes. */
final class CodeTraining {
    private final ProgressLine progress;
    private final Interrupt interrupt;

    CodeTraining(ProgressLine progress, Interrupt interrupt) {
        this.progress = progress;
        this.interrupt = interrupt;
    }

    /**
     * @return latent codes of the images after the last epoch
     * @throws Problem if training fails or diverges
     * @throws CancellationException if it is interrupted
     */
    PointsToMap codes(ImagesToMap source, TrainingConfig config) throws Problem, InterruptedException {
        try (Training training = new Training(Scratch.ofUser())) {
            training.follow(
                    source.dataset(),
                    config,
                    event -> show(event, config.epochs()),
                    () -> interrupt.onRequest(training::stop));
            interrupt.onRequest(() -> {});
            if (interrupt.requested()) {
                throw new CancellationException();
            }
            if (training.fault() != null) {
                Sentence why = training.fault().sentence();
                throw new Problem(
                        training.state() == RunState.DIVERGED ? new Sentence("cli.codes.diverged", why.values()) : why);
            }
            try (Inference inference = new Inference(training.run().model(), config)) {
                int last = training.run().epochs().count() - 1;
                float[] codes = inference.latent(training.run().epochs().read(last), source.images(), source.indices());
                Sentence title =
                        Sentence.of("cli.map.codes", source.dataset().name(), config.latent(), config.epochs());
                return new PointsToMap(title, codes, config.latent());
            }
        }
    }

    private void show(RunEvent event, int epochs) {
        if (event instanceof RunEvent.Remarked(String _, Sentence what)) {
            progress.tell(what);
        } else if (event instanceof RunEvent.EpochDone done) {
            int epoch = done.result().epoch();
            progress.show((double) epoch / epochs, Sentence.of("cli.codes.training", epoch, epochs));
        }
    }
}

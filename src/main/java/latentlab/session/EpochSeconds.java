package latentlab.session;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import latentlab.data.Dataset;
import latentlab.engine.cost.EpochTime;
import latentlab.engine.layer.Layer;
import latentlab.engine.layer.ModelLayers;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.MemoryRoom;
import latentlab.run.Run;
import latentlab.text.Problem;

/** How long an epoch of a run that is not trained yet will take, by those that have been measured in this session. */
public final class EpochSeconds {
    /** Epochs of a run that count, the newest. */
    private static final int EPOCHS = 10;
    /** What a unit's activation and error cost, in weights. */
    private static final double UNIT = 20;
    /** What an optimiser's update of a parameter costs, in weights of one image. */
    private static final double UPDATE = 2;

    private EpochSeconds() {}

    /**
     * @param config of the run
     * @param data that it is trained on
     * @param trained runs of this session, oldest first
     * @return seconds an epoch: the mean of the last ten of the newest run as long as this one; else those of the
     *     newest run, times the ratio of the work, which is a rough guess; empty where none has been trained, or the
     *     data do not fit into the layers
     */
    public static OptionalDouble of(TrainingConfig config, Dataset data, List<Run> trained) {
        if (!ModelLayers.fits(config, data.shape())) {
            return OptionalDouble.empty();
        }
        double work = work(config, data);
        List<Run> measured = trained.reversed().stream()
                .filter(run -> run.history().size() > 1)
                .toList();
        return measured.stream()
                .filter(run -> Math.abs(work(run) / work - 1) < 0.01)
                .findFirst()
                .or(() -> measured.stream().findFirst())
                .map(run -> OptionalDouble.of(seconds(run.history()) * work / work(run)))
                .orElse(OptionalDouble.empty());
    }

    private static double work(Run run) {
        return work(run.config(), run.dataset());
    }

    /** In multiplications and additions of one way forward, as far as it goes with the settings. */
    private static double work(TrainingConfig config, Dataset data) {
        Autoencoder model = Autoencoder.of(config, data.shape());
        int images = data.train().count();
        double units = model.layers().stream().mapToInt(Layer::outputs).sum();
        double products =
                model.layers().stream().mapToLong(Layer::multiplications).sum();
        double batches = Math.ceil((double) images / config.batch());
        return images * (products + UNIT * units) + batches * UPDATE * model.totalCount();
    }

    private static double seconds(List<EpochResult> history) {
        return history.subList(Math.max(1, history.size() - EPOCHS), history.size()).stream()
                .mapToDouble(EpochResult::seconds)
                .average()
                .orElseThrow();
    }

    /**
     * Measures it with real batches.
     *
     * @param most seconds that are trained for at most; less where steps become no faster before
     * @param wanted whether it is still asked for
     * @return seconds an epoch; NaN where there is no memory for it, or it diverges
     * @throws CancellationException once it is no longer asked for
     */
    public static double measured(TrainingConfig config, Dataset data, double most, BooleanSupplier wanted) {
        try {
            MemoryRoom.check(config, data);
        } catch (Problem _) {
            // Whoever starts it is told with figures.
            return Double.NaN;
        }
        return EpochTime.seconds(config, data, most, wanted);
    }
}

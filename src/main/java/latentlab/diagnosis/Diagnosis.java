package latentlab.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import latentlab.data.ImageSet;
import latentlab.diagnosis.EpochDiagnosis.OfLayer;
import latentlab.engine.layer.Layer;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.engine.model.Inference;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Setting;
import latentlab.engine.training.GradientNorms;
import latentlab.run.Run;
import latentlab.run.findings.CoarseFirst;
import latentlab.run.findings.TestError;
import latentlab.run.store.EpochStore;
import latentlab.text.Progress;

/**
 * Test error, gradient norms, and how weights and activations are distributed, epoch by epoch: all worked out of the
 * parameters that are kept anyway, when somebody asks. So training costs nothing more, none of its numbers changes, and
 * runs of old files have them too. Safe to use from any thread; one epoch at a time.
 */
public final class Diagnosis implements AutoCloseable {
    /** Test images that activations are taken of, spread evenly. */
    public static final int IMAGES = 500;

    private final Run run;
    private final Inference inference;
    /** Null until they are first asked for: they take four times the memory of the parameters. */
    private GradientNorms gradients;

    private final int[] images;
    private final ConcurrentSkipListMap<Integer, EpochDiagnosis> known = new ConcurrentSkipListMap<>();
    private boolean closed;

    /** Of a run that the caller holds, or whose end ends what is asked for. */
    public Diagnosis(Run run) {
        this.run = run;
        inference = new Inference(run.model(), run.config().with(Setting.LOSS, Loss.MSE));
        images = ImageSet.spread(run.dataset().test().count(), IMAGES);
    }

    /**
     * Works out the test error after the last epoch that is kept, once; it is then among the run's findings.
     *
     * @param wanted whether it is still asked for
     * @return that epoch
     * @throws CancellationException if it is no longer asked for, or the run is closed
     */
    public static int lastError(Run run, BooleanSupplier wanted) {
        while (true) {
            int epoch = run.epochs().kept(run.history().size() - 1);
            if (run.findings().errors().containsKey(epoch)) {
                return epoch;
            }
            try (Diagnosis diagnosis = new Diagnosis(run)) {
                diagnosis.error(epoch, diagnosis.asked(wanted));
                return epoch;
            } catch (EpochStore.Dropped _) {
                // It was the newest until training went on: there is another now.
            }
        }
    }

    /** What has been worked out so far, by epoch. */
    public SortedMap<Integer, EpochDiagnosis> known() {
        return Collections.unmodifiableSortedMap(known);
    }

    /**
     * Works an epoch out, once.
     *
     * @param wanted whether it is still asked for
     * @throws CancellationException if it is no longer asked for, or this is closed
     */
    public synchronized EpochDiagnosis of(int epoch, BooleanSupplier wanted) {
        EpochDiagnosis there = known.get(epoch);
        if (there != null) {
            return there;
        }
        float[] parameters = read(epoch, wanted);
        TestError error = error(epoch, () -> parameters, asked(wanted));
        EpochDiagnosis result = new EpochDiagnosis(
                epoch, error, gradients().of(parameters, epoch), weights(parameters), activations(parameters, wanted));
        known.put(epoch, result);
        return result;
    }

    /**
     * Works out the test error alone of an epoch, once: it is kept among the run's findings.
     *
     * @throws CancellationException if the progress has been cancelled, the run is closed or this is
     */
    public synchronized TestError error(int epoch, Progress progress) {
        return error(epoch, () -> read(epoch, () -> true), progress);
    }

    private TestError error(int epoch, Supplier<float[]> parameters, Progress progress) {
        TestError there = run.findings().errors().get(epoch);
        if (there != null) {
            return there;
        }
        TestError error =
                TestError.of(inference, parameters.get(), run.dataset().test(), (fraction, what) -> {
                    check(() -> true);
                    progress.report(fraction, what);
                });
        run.findings().addError(epoch, error);
        return error;
    }

    private GradientNorms gradients() {
        if (gradients == null) {
            gradients = new GradientNorms(run.config(), run.model(), run.dataset());
        }
        return gradients;
    }

    private float[] read(int epoch, BooleanSupplier wanted) {
        check(wanted);
        return run.epochs().read(epoch);
    }

    private Progress asked(BooleanSupplier wanted) {
        return (_, _) -> check(wanted);
    }

    private void check(BooleanSupplier wanted) {
        if (closed || run.gone() || !wanted.getAsBoolean()) {
            throw new CancellationException("nobody waits for the diagnosis");
        }
    }

    private List<OfLayer> weights(float[] parameters) {
        Autoencoder model = run.model();
        List<OfLayer> weights = new ArrayList<>();
        for (Layer layer : model.layers()) {
            for (ParameterArray array : model.arrays()) {
                if (array.name().equals(layer.weight())) {
                    int end = array.offset() + array.length();
                    weights.add(new OfLayer(layer.name(), Histogram.of(parameters, array.offset(), end)));
                }
            }
        }
        return weights;
    }

    private List<OfLayer> activations(float[] parameters, BooleanSupplier wanted) {
        List<OfLayer> activations = new ArrayList<>();
        List<Layer> layers = run.model().layers();
        for (int layer = 0; layer < layers.size(); layer++) {
            check(wanted);
            float[] outputs = inference.outputs(parameters, run.dataset().test(), images, layer);
            activations.add(new OfLayer(layers.get(layer).name(), Histogram.of(outputs, 0, outputs.length)));
        }
        return activations;
    }

    /**
     * @param epochs how many there are
     * @param selected the one being looked at
     * @return the epoch to work out next, see {@link CoarseFirst}; -1 when all that are kept are there
     */
    public int next(int epochs, int selected) {
        return CoarseFirst.next(epochs, selected, this::open);
    }

    private boolean open(int epoch) {
        return !known.containsKey(epoch) && run.epochs().keeps(epoch);
    }

    /** Gives the native memory back; waits for an epoch under way. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            inference.close();
            if (gradients != null) {
                gradients.close();
            }
        }
    }
}

package latentlab.view.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import latentlab.diagnosis.EpochDiagnosis;
import latentlab.engine.layer.Layer;
import latentlab.engine.training.EpochResult;
import latentlab.figure.LossPanel.Curve;
import latentlab.figure.LossPanel.Measure;
import latentlab.figure.Role;
import latentlab.run.Run;
import latentlab.view.Texts;

/** The curves over the epochs that are none of losses. */
final class DiagnosisCurves {
    /** Of the layers, in their order, from the first again where there are more. */
    private static final List<Role> LAYERS = List.of(
            Role.LINE_0,
            Role.LINE_1,
            Role.LINE_2,
            Role.LINE_3,
            Role.LINE_4,
            Role.LINE_5,
            Role.LINE_6,
            Role.LINE_7,
            Role.LINE_8,
            Role.LINE_9);

    private DiagnosisCurves() {}

    /**
     * @param shown something that has curves
     * @return in the order in which they are named; NaN where an epoch has not been worked out
     */
    static List<Curve> of(
            Shown shown, Texts texts, Run run, List<EpochResult> history, SortedMap<Integer, EpochDiagnosis> known) {
        return switch (shown) {
            case PSNR ->
                List.of(curve(
                        texts.get("view.loss.shown.psnr.curve"),
                        Measure.PSNR,
                        Role.VALID,
                        history.size(),
                        known,
                        each -> each.error().psnr()));
            case RATE -> {
                double[] rates =
                        history.stream().mapToDouble(EpochResult::learningRate).toArray();
                if (rates.length > 0) {
                    rates[0] = Double.NaN; // no batch was trained with it
                }
                yield List.of(
                        new Curve(texts.get("view.loss.shown.rate.curve"), Role.TRAIN, Measure.LOSS, rates, null));
            }
            case GRADIENTS -> {
                List<Curve> curves = new ArrayList<>();
                curves.add(curve(
                        texts.get("view.loss.shown.gradients.all"),
                        Measure.LOSS,
                        Role.TEXT,
                        history.size(),
                        known,
                        each -> each.gradients().all()));
                List<Layer> layers = run == null ? List.of() : run.model().layers();
                for (int layer = 0; layer < layers.size(); layer++) {
                    if (layers.get(layer).arrays().isEmpty()) {
                        continue;
                    }
                    int index = layer;
                    curves.add(curve(
                            layers.get(layer).name(),
                            Measure.LOSS,
                            LAYERS.get(layer % LAYERS.size()),
                            history.size(),
                            known,
                            each -> each.gradients().layers().get(index)));
                }
                yield curves;
            }
            case LOSS, WEIGHTS, ACTIVATIONS -> List.of();
        };
    }

    private static Curve curve(
            String name,
            Measure measure,
            Role role,
            int epochs,
            SortedMap<Integer, EpochDiagnosis> known,
            ToDoubleFunction<EpochDiagnosis> value) {
        double[] values = new double[epochs];
        Arrays.fill(values, Double.NaN);
        known.forEach((epoch, each) -> {
            if (epoch < epochs) {
                values[epoch] = value.applyAsDouble(each);
            }
        });
        return new Curve(name, role, measure, values, null);
    }
}

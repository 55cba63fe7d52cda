package latentlab.view.loss;

import java.util.List;
import java.util.StringJoiner;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import latentlab.diagnosis.EpochDiagnosis;
import latentlab.engine.settings.Setting;
import latentlab.engine.training.BestEpoch;
import latentlab.engine.training.EpochResult;
import latentlab.figure.LossPanel.Curve;
import latentlab.preferences.LossOptions;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.run.findings.Extent;
import latentlab.session.TrainingModel;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.words.Terms;

/** Draws the shared model's history and marks its selected epoch; a click in the chart selects an epoch. */
final class LossController {
    private final LossView view;
    private final TrainingModel model;
    private final Texts texts;
    private final AccuracyController accuracy;
    private final DiagnosisController diagnosis;
    /** How the curves are drawn, kept between sessions. */
    private final ObjectProperty<LossOptions> options;

    LossController(LossView view, ViewContext context) {
        this.view = view;
        options = context.preferences().lossOptionsProperty();
        model = context.model();
        texts = context.texts();
        accuracy = new AccuracyController(view, context);
        accuracy.valuesProperty().subscribe(values -> view.chart.showAccuracy(values, accuracy.neighbours()));
        diagnosis = new DiagnosisController(context);
        diagnosis.knownProperty().subscribe(_ -> showOthers());
        ObjectProperty<String> kept = context.preferences().lossShownProperty();
        view.shown.setValue(Shown.named(kept.get()));
        view.shown.valueProperty().subscribe(shown -> {
            kept.set(shown == Shown.LOSS ? "" : shown.name());
            view.show(shown);
            Terms.mark(view, shown.term());
            diagnosis.setWanted(shown.workedOut());
            accuracy.setWanted(options.get().accuracy() && shown == Shown.LOSS);
            showOthers();
        });
        texts.messagesProperty().subscribe(this::showOthers);
        InvalidationListener curves = _ -> {
            showCurves();
            showOthers();
        };
        model.history().addListener(curves);
        model.rateChanges().addListener(curves);
        model.plannedEpochsProperty().addListener(curves);
        model.selectedEpochProperty().subscribe(epoch -> {
            view.chart.select(epoch.intValue());
            view.histograms.select(epoch.intValue());
        });
        view.setOnPick(model::select);
        texts.messagesProperty().subscribe(() -> showOptions(options.get()));
        FirstRun first = new FirstRun(context);
        view.offer(first);
        view.empty
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                model.stateProperty().get() == RunState.TRAINING
                                        ? "view.loss.empty.training"
                                        : "view.loss.empty"),
                        model.stateProperty(),
                        texts.messagesProperty()));
        view.empty
                .visibleProperty()
                .bind(Bindings.size(model.history())
                        .lessThan(2)
                        .and(view.shown.valueProperty().isEqualTo(Shown.LOSS))
                        .and(first.visibleProperty().not()));
        view.chart
                .accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        this::describe,
                        texts.messagesProperty(),
                        model.selectedEpochProperty(),
                        model.plannedEpochsProperty(),
                        model.history(),
                        view.shown.valueProperty(),
                        diagnosis.knownProperty(),
                        accuracy.valuesProperty()));
        view.progress
                .textProperty()
                .bind(Bindings.createStringBinding(
                        this::progress,
                        texts.messagesProperty(),
                        model.history(),
                        view.shown.valueProperty(),
                        diagnosis.knownProperty(),
                        accuracy.progressProperty()));
        view.histograms
                .accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> view.shown.getValue().measure(texts) + ", "
                                + view.histograms.described(
                                        model.selectedEpochProperty().get()),
                        texts.messagesProperty(),
                        model.selectedEpochProperty(),
                        view.shown.valueProperty(),
                        diagnosis.knownProperty()));

        options.subscribe(this::showOptions);
        view.linear.setOnAction(_ -> change(options, options.get().withLogarithmic(false)));
        view.logarithmic.setOnAction(_ -> change(options, options.get().withLogarithmic(true)));
        view.threePanels.setOnAction(
                _ -> change(options, options.get().withThreePanels(view.threePanels.isSelected())));
        view.accuracy.setOnAction(_ -> change(options, options.get().withAccuracy(view.accuracy.isSelected())));
        view.chart.untrained.setOnAction(
                _ -> change(options, options.get().withUntrained(!options.get().untrained())));
        view.smoothing
                .valueProperty()
                .addListener((_, _, weight) -> options.set(options.get().withSmoothing(weight.doubleValue())));
        model.runProperty().subscribe(run -> {
            if (run != null) {
                view.chart.show(run.config().get(Setting.LOSS));
                view.chart.showBranch(branch(run));
            }
        });
        showCurves();
    }

    private void change(ObjectProperty<LossOptions> options, LossOptions next) {
        options.set(next);
        // A click on the chosen one would leave none chosen.
        showOptions(next);
    }

    private void showOptions(LossOptions options) {
        view.linear.setSelected(!options.logarithmic());
        view.logarithmic.setSelected(options.logarithmic());
        view.threePanels.setSelected(options.threePanels());
        view.accuracy.setSelected(options.accuracy());
        accuracy.setWanted(options.accuracy() && view.shown.getValue() == Shown.LOSS);
        view.smoothing.setValue(options.smoothing());
        view.smoothingValue.setText(texts.get("view.loss.smoothingValue", options.smoothing()));
        view.chart.show(options);
    }

    private static int branch(Run run) {
        return run == null || run.start().from() == null
                ? 0
                : run.start().from().epoch();
    }

    private void showCurves() {
        view.chart.show(LossCurves.of(
                model.history(),
                model.rateChanges(),
                model.plannedEpochsProperty().get()));
    }

    /** What is shown in place of the losses, if anything is. */
    private void showOthers() {
        Shown shown = view.shown.getValue();
        if (!shown.curves()) {
            view.histograms.show(
                    diagnosis.knownProperty().get(),
                    shown == Shown.WEIGHTS ? EpochDiagnosis::weights : EpochDiagnosis::activations,
                    Math.max(
                            model.plannedEpochsProperty().get(), model.history().size() - 1));
        }
        view.chart.show(
                shown == Shown.LOSS || !shown.curves()
                        ? null
                        : new LossChart.Other(shown.measure(texts), shown.term(), others(shown)));
    }

    /** @return how far what is shown has come; empty once it is whole, or needs no working out */
    private String progress() {
        Shown shown = view.shown.getValue();
        if (!shown.workedOut()) {
            return shown == Shown.LOSS ? accuracy.progressProperty().get() : "";
        }
        Extent extent = diagnosis.extent();
        return extent.whole()
                ? ""
                : texts.get("view.loss.progress", shown.title(texts), extent.computed(), extent.epochs());
    }

    private List<Curve> others(Shown shown) {
        return DiagnosisCurves.of(
                shown,
                texts,
                model.runProperty().get(),
                model.history(),
                diagnosis.knownProperty().get());
    }

    /** What the crosshair reads at the selected epoch, how many epochs there will be, and the best so far. */
    private String describe() {
        int epoch = model.selectedEpochProperty().get();
        if (epoch >= model.history().size()) {
            return texts.get("view.loss.title");
        }
        EpochResult result = model.history().get(epoch);
        if (view.shown.getValue() != Shown.LOSS) {
            StringJoiner others = new StringJoiner(", ");
            others.add(view.shown.getValue().measure(texts));
            others.add(texts.get("view.loss.readoutEpoch", epoch));
            for (Curve curve : others(view.shown.getValue())) {
                if (!Double.isNaN(curve.values()[epoch])) {
                    others.add(LossReadout.value(texts, curve, curve.values()[epoch]));
                }
            }
            return others.toString();
        }
        StringJoiner words = new StringJoiner(", ", texts.get("view.loss.title") + ": ", "");
        words.add(texts.get(
                "view.loss.spokenEpoch",
                epoch,
                Math.max(epoch, model.plannedEpochsProperty().get())));
        if (!Double.isNaN(result.trainLoss())) {
            words.add(texts.get("view.loss.readoutValue", texts.get("view.loss.train"), result.trainLoss()));
        }
        if (!Double.isNaN(result.validLoss())) {
            words.add(texts.get("view.loss.readoutValue", texts.get("view.loss.valid"), result.validLoss()));
        }
        int best = BestEpoch.of(model.history());
        if (best >= 0) {
            words.add(
                    texts.get("view.loss.spokenBest", model.history().get(best).validLoss(), best));
        }
        double[] accurate = accuracy.valuesProperty().get();
        if (accurate != null && epoch < accurate.length && !Double.isNaN(accurate[epoch])) {
            words.add(texts.get(
                    "view.loss.readoutShare",
                    texts.get("view.loss.accuracyCurve", accuracy.neighbours()),
                    accurate[epoch]));
        }
        String left =
                LossReadout.branch(texts, epoch, branch(model.runProperty().get()));
        if (!left.isEmpty()) {
            words.add(left);
        }
        return words.toString();
    }
}

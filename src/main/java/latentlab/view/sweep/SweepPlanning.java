package latentlab.view.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.NeighbourAccuracy;
import latentlab.session.Durations;
import latentlab.session.TrainingModel;
import latentlab.sweep.Design;
import latentlab.sweep.Plan;
import latentlab.sweep.Swept;
import latentlab.sweep.Trial;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.view.LatestOnly;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/** Works out what the form asks for, and says how much that is or why it cannot be. */
final class SweepPlanning {
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");
    /** What the command line says of its options, in the window's words. */
    private static final Set<String> OWN = Set.of("sweep.many", "sweep.nothing", "sweep.range", "sweep.seeds.twice");

    private final SweepForm form;
    private final Texts texts;
    private final TrainingModel model;
    private final LatestOnly planning;
    /** Null while something is wrong, or it is being worked out. */
    private Plan plan;

    SweepPlanning(SweepForm form, ViewContext context) {
        this.form = form;
        texts = context.texts();
        model = context.model();
        planning = context.latestOnly();
        model.datasetProperty().subscribe(this::plan);
        model.settingsProperty().subscribe(this::plan);
        texts.messagesProperty().subscribe(this::plan);
        form.onChange(this::plan);
    }

    /** @return what Start starts; null while something is wrong */
    Plan asked() {
        return plan;
    }

    /** Works out what the form asks for, in the background: a plan may have thousands of trials. */
    void plan() {
        plan = null;
        form.start.setDisable(true);
        TrainingConfig config = model.settingsProperty().get();
        form.common.setText(texts.get("view.sweep.common", summary(config)));
        Dataset shown = model.datasetProperty().get();
        form.accuracy.setDisable(shown == null || !NeighbourAccuracy.possible(shown));
        if (shown == null) {
            refuse(Sentence.of("view.sweep.noData"));
            return;
        }
        Plan asked;
        try {
            asked = asked(shown.request(), config);
        } catch (Problem problem) {
            refuse(problem.sentence());
            return;
        }
        record Planned(Plan plan, int trials, long epochs, Sentence why) {}
        planning.request(
                () -> {
                    try {
                        List<Trial> trials = asked.trials();
                        long epochs = trials.stream()
                                .mapToLong(each -> each.config().epochs())
                                .sum();
                        return new Planned(asked, trials.size(), epochs, null);
                    } catch (Problem problem) {
                        return new Planned(null, 0, 0, problem.sentence());
                    }
                },
                planned -> {
                    if (planned.why() != null) {
                        refuse(planned.why());
                    } else if (planned.trials() == 1) {
                        refuse(Sentence.of("view.sweep.one"));
                    } else {
                        accept(planned.plan(), planned.trials(), planned.epochs());
                    }
                });
    }

    private void accept(Plan planned, int trials, long epochs) {
        plan = planned;
        form.start.setDisable(false);
        double seconds = secondsOfAnEpoch();
        tell(
                Double.isNaN(seconds)
                        ? Sentence.of("view.sweep.makes", trials, epochs)
                        : Sentence.of("view.sweep.makes.about", trials, epochs, Durations.about(seconds * epochs)),
                false);
    }

    /** @return of the run on screen; NaN where none has been trained on these data */
    private double secondsOfAnEpoch() {
        List<EpochResult> history = model.history();
        boolean same = history.size() > 1
                && model.runProperty().get().dataset()
                        == model.datasetProperty().get();
        return same
                ? history.subList(1, history.size()).stream()
                        .mapToDouble(EpochResult::seconds)
                        .average()
                        .orElse(Double.NaN)
                : Double.NaN;
    }

    void refuse(Sentence why) {
        planning.forget();
        // Nothing is wrong with a form that nobody has filled in yet.
        boolean wrong = !why.key().equals("view.sweep.blank");
        tell(OWN.contains(why.key()) ? new Sentence("view." + why.key(), why.values()) : why, wrong);
    }

    private void tell(Sentence what, boolean wrong) {
        form.line.setText(texts.get(what));
        form.line.pseudoClassStateChanged(FAULTY, wrong);
        form.start.setAccessibleHelp(form.line.getText());
    }

    private Plan asked(DataRequest data, TrainingConfig config) throws Problem {
        TrainingConfig base = config;
        List<Swept> swept = new ArrayList<>();
        Problem first = null;
        for (SweptRow row : form.rows()) {
            try {
                if (row.blank()) {
                    row.refuse(null);
                    throw Problem.of("view.sweep.blank", name(row.setting.getValue()));
                }
                Swept each = row.swept();
                if (swept.stream().anyMatch(other -> other.setting() == each.setting())) {
                    row.refuse(Sentence.of("view.sweep.twice", name(each.setting())));
                    throw Problem.of("view.sweep.twice", name(each.setting()));
                }
                swept.add(each);
            } catch (Problem problem) {
                first = first == null ? problem : first;
            }
        }
        if (first != null) {
            throw first;
        }
        for (Swept each : List.copyOf(swept)) {
            // One value is one that all trials have in common.
            if (each instanceof Swept.Listed(Setting<?> setting, List<String> values) && values.size() == 1) {
                base = with(base, setting, values.getFirst());
                swept.remove(each);
            }
        }
        Design design = form.design.getValue();
        int points = design == Design.GRID ? 0 : form.points.getValue();
        return new Plan(data, base, swept, form.seeds.getValue(), design, points);
    }

    private static <T> TrainingConfig with(TrainingConfig config, Setting<T> setting, String text) {
        return config.with(setting, setting.domain().parse(text));
    }

    private static Sentence name(Setting<?> setting) {
        return Sentence.of("engine.setting." + setting.name());
    }

    /** The settings that are looked for first, and those that differ from their defaults. */
    private String summary(TrainingConfig config) {
        List<Setting<?>> always = List.of(Setting.MODEL, Setting.LATENT, Setting.EPOCHS);
        return Setting.ALL.stream()
                .filter(each -> always.contains(each) || each.appliesTo(config) && changed(config, each))
                .map(each -> each.name() + "=" + config.texts().get(each.name()))
                .collect(Collectors.joining(", "));
    }

    private static <T> boolean changed(TrainingConfig config, Setting<T> setting) {
        return !config.get(setting).equals(setting.initial());
    }
}

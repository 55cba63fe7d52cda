package latentlab.view.step;

import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.StepTrace;
import latentlab.engine.training.StepTracer;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.run.step.ReachedState;
import latentlab.session.TrainingModel;
import latentlab.view.LatestOnly;
import latentlab.view.ShownEpoch;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.words.SideWindow;

/** Walks through the step of training that follows the epoch shown, in a window of its own. */
public final class StepController {
    /** Time in which the optimiser's memory is worked out without being asked for, in seconds of training. */
    private static final double SHORT = 3;

    private final ViewContext context;
    private final TrainingModel model;
    private final Texts texts;
    private final StepView view;
    private final SideWindow window;
    private final LatestOnly numbers;
    private final LatestOnly memory;
    /** The epoch that the numbers are of, and what the trainer knew after it; null for none. */
    private ShownEpoch of;

    private ReachedState reached;
    private Shown shown;
    private boolean working;
    /** The controls are being set to what is shown. */
    private boolean setting;
    /** Whether the pixel is one that the user has chosen; until then it is the one that adds most. */
    private boolean picked;

    /** What has been worked out. */
    private record Shown(ShownEpoch of, ReachedState reached, StepTrace trace) {}

    public static StepController in(ViewContext context) {
        return new StepController(context);
    }

    private StepController(ViewContext context) {
        this.context = context;
        model = context.model();
        texts = context.texts();
        numbers = context.latestOnly();
        memory = context.latestOnly();
        view = new StepView(texts, this::pick);
        window = new SideWindow(context, view, "view.step.title", 860, 680);
        window.onHidden(this::rest);
        context.shown().subscribe(_ -> refresh());
        model.stateProperty().subscribe(_ -> refresh());
        texts.messagesProperty().subscribe(this::describe);
        for (Spinner<Integer> each : List.of(view.image, view.unit, view.pixel)) {
            each.valueProperty().subscribe(() -> {
                if (!setting) {
                    picked |= each == view.pixel;
                    compute();
                }
            });
        }
        view.copy.setOnAction(_ -> copy());
        view.memoryButton.setOnAction(_ -> {
            if (working) {
                stopWorking();
            } else {
                remember();
            }
        });
        describe();
    }

    /** @param owner of the window that it opens beside */
    public void open(Scene owner) {
        window.show(owner.getWindow());
        refresh();
        view.image.requestFocus();
    }

    private void rest() {
        numbers.forget();
        stopWorking();
    }

    private void refresh() {
        ShownEpoch epoch = context.shown().getValue();
        if (!window.isShowing()) {
            return;
        }
        boolean same = epoch != null && epoch.equals(of);
        if (!same) {
            stopWorking();
            boolean samples = epoch != null && epoch.run().config().kind() == ModelKind.VARIATIONAL;
            // The formulas are those of dense layers.
            boolean convolves = epoch != null && !epoch.run().model().isDense();
            view.why.set(samples ? "view.step.variational" : convolves ? "view.step.convolutions" : "view.step.empty");
            of = samples || convolves ? null : epoch;
            reached = null;
            compute();
        } else if (reached != null && mayRemember()) {
            remember();
        }
    }

    /** Epochs that the run comes to; of a finished one, if it is trained on. */
    private static int planned(TrainingModel model, int epoch) {
        int planned = model.plannedEpochsProperty().get();
        return epoch < planned
                ? planned
                : epoch + model.settingsProperty().get().epochs();
    }

    private void compute() {
        if (of == null) {
            show(null);
            return;
        }
        view.empty.setVisible(false);
        ShownEpoch epoch = of;
        ReachedState known = reached;
        int planned = planned(model, epoch.epoch());
        int image = Math.max(0, view.image.getValue() - 1);
        int unit = Math.max(0, view.unit.getValue() - 1);
        int pixel = picked ? view.pixel.getValue() : -1;
        numbers.request(
                wanted -> {
                    Run run = epoch.run();
                    ReachedState state = known == null ? ReachedState.atOnce(run, epoch.epoch(), planned) : known;
                    StepTracer tracer = new StepTracer(run.config(), run.dataset(), state.state(), state.known());
                    int row = Math.min(image, tracer.images().length - 1);
                    int column = Math.min(unit, run.model().latent() - 1);
                    boolean hidden = !run.config().hidden().isEmpty();
                    int strongest = tracer.strongest(row, column);
                    int middle = run.model().shape().pixels() / 2 + run.model().width() / 2;
                    int place = pixel >= 0 ? Math.min(pixel, run.model().inputs() - 1) : hidden ? middle : strongest;
                    int input = hidden ? strongest : place;
                    return new Shown(
                            epoch, state, tracer.trace(new StepTrace.Chosen(row, column, place, input), wanted));
                },
                this::show);
    }

    private void show(Shown what) {
        shown = what;
        view.empty.setVisible(what == null);
        if (what != null) {
            reached = what.reached();
            setting = true;
            Run run = what.of().run();
            StepTrace.Chosen chosen = what.trace().chosen();
            range(view.image, 1, what.trace().images().length, chosen.image() + 1);
            range(view.unit, 1, run.model().latent(), chosen.unit() + 1);
            range(view.pixel, 0, run.model().inputs() - 1, chosen.pixel());
            setting = false;
            StepTrace trace = what.trace();
            view.showImages(
                    trace.original(), trace.input(), trace.output(), run.model().shape(), chosen.pixel());
            if (!reached.known() && mayRemember()) {
                remember();
            }
        }
        describe();
    }

    private static void range(Spinner<Integer> spinner, int least, int most, int value) {
        IntegerSpinnerValueFactory values = (IntegerSpinnerValueFactory) spinner.getValueFactory();
        values.setMax(most);
        values.setMin(least);
        values.setValue(value);
    }

    // ---- what the optimiser knew

    private boolean mayRemember() {
        return !reached.known()
                && !of.equals(lost)
                && !working
                && model.stateProperty().get() != RunState.TRAINING
                && seconds() <= SHORT;
    }

    /** How long training took until the epoch shown. */
    private double seconds() {
        return of.run().history().stream()
                .limit(of.epoch() + 1L)
                .mapToDouble(EpochResult::seconds)
                .sum();
    }

    private void remember() {
        working = true;
        ShownEpoch epoch = of;
        int planned = planned(model, epoch.epoch());
        view.memoryProgress.setProgress(0);
        memory.request(
                wanted -> ReachedState.repeated(
                        epoch.run(),
                        epoch.epoch(),
                        planned,
                        share -> context.userInterface().execute(() -> view.memoryProgress.setProgress(share)),
                        wanted),
                found -> {
                    working = false;
                    if (found.known()) {
                        reached = found;
                        compute();
                    } else {
                        lost = epoch;
                    }
                    describe();
                });
        describe();
    }

    /** The epoch whose memory could not be worked out. */
    private ShownEpoch lost;

    private void stopWorking() {
        working = false;
        memory.forget();
        describe();
    }

    // ---- words

    private void describe() {
        view.memory.setVisible(shown != null && !shown.reached().known());
        view.copy.setDisable(shown == null);
        if (shown == null) {
            view.heading.setText(texts.get("view.step.title"));
            view.show(List.of());
            return;
        }
        int epoch = shown.of().epoch();
        view.heading.setText(heading());
        view.show(text().parts());
        String optimiser = texts.get(
                "view.choice." + shown.trace().update().optimiser().name().toLowerCase(Locale.ROOT));
        boolean gone = shown.of().equals(lost);
        view.memoryText.setText(
                gone
                        ? texts.get("view.step.memory.lost", optimiser, epoch)
                        : texts.get(
                                working ? "view.step.memory.working" : "view.step.memory.unknown", optimiser, epoch));
        view.memoryButton.setText(
                working ? texts.get("view.step.memory.stop") : texts.get("view.step.memory.find", seconds()));
        view.memoryButton.setVisible(!gone);
        view.memoryProgress.setVisible(working);
    }

    private String heading() {
        StepTrace trace = shown.trace();
        return texts.get("view.step.heading", trace.epoch(), trace.epoch() + 1, trace.batches(), trace.images().length);
    }

    private StepText text() {
        Run run = shown.of().run();
        return new StepText(
                texts.messagesProperty().get(),
                shown.trace(),
                run.model().shape(),
                run.config().get(Setting.HIDDEN).size());
    }

    private void pick(int pixel) {
        if (shown != null) {
            int pixels = shown.of().run().model().shape().pixels();
            int channel = shown.trace().chosen().pixel() / pixels;
            view.pixel.getValueFactory().setValue(channel * pixels + pixel);
        }
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(StepText.plain(heading(), text().parts()));
        Clipboard.getSystemClipboard().setContent(content);
    }
}

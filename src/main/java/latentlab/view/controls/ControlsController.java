package latentlab.view.controls;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;
import latentlab.text.Problem;
import latentlab.view.Texts;
import latentlab.view.Tip;
import latentlab.view.ViewContext;
import latentlab.view.ViewContext.MayDropRun;
import latentlab.view.words.NewRunNote;
import latentlab.view.words.NextRunWords;

/** Binds the settings and the training buttons to the shared model. */
public final class ControlsController {
    /** Changes of the next run that are named below the settings; where there are more, the others are counted. */
    private static final int CHANGES = 2;

    private final ControlsView view;
    private final TrainingModel model;
    private final Texts texts;
    private final MayDropRun mayDropRun;
    private final AdvancedController advanced;
    private final SettingsUndo undo;
    /** A slider is being set from the model, not by the user. */
    private boolean showing;
    /** Where the focus goes back to when Pause, which it went to from there, can be pressed no more. */
    private Button before;

    /** @param stack the model that the settings describe, drawn */
    public static ControlsController in(ViewContext context, Node stack) {
        SettingsUndo undo = new SettingsUndo(context);
        return new ControlsController(new ControlsView(context.texts(), undo, stack), undo, context);
    }

    private ControlsController(ControlsView view, SettingsUndo undo, ViewContext context) {
        this.view = view;
        this.undo = undo;
        mayDropRun = context.mayDropRun();
        model = context.model();
        texts = context.texts();
        before = view.train;
        view.rows.forEach(this::bind);
        bindSliders();
        bindNotes();
        bindButtons();
        advanced = new AdvancedController(view.advanced, context);
        Stream.concat(view.rows.stream(), view.advanced.rows.values().stream())
                .forEach(row -> row.onUndo(undo::undo, undo::redo));
    }

    public Node view() {
        return view;
    }

    private void bind(SettingRow<?> row) {
        row.editor.onCommit(() -> commit(row));
        row.editor.control().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                row.show(model.settingsProperty().get());
                event.consume();
            }
        });
        row.show(model.settingsProperty().get());
        model.settingsProperty().subscribe((before, now) -> {
            if (!row.keepsRefused(before, now)) {
                row.show(now);
            }
        });
    }

    /** Takes what has been chosen, or says why it cannot be taken. */
    private void commit(SettingRow<?> row) {
        if (!row.edited()) {
            row.refuse(null);
            return;
        }
        try {
            TrainingConfig next = row.in(model.settingsProperty().get());
            model.setSettings(next);
            row.show(next);
        } catch (Problem e) {
            row.refuse(e.sentence());
        }
    }

    private void bindSliders() {
        // Logarithmic: one unit more matters where there are few.
        view.latentSlider.setMin(0);
        view.latentSlider.setMax(Math.log(TrainingConfig.MAX_LATENT));
        // The notebook's two, between the ends.
        for (long latent : new long[] {1, 2, 20, TrainingConfig.MAX_LATENT}) {
            view.latentMarks.mark(Long.toString(latent), Math.log(latent));
        }
        slider(
                view.latentSlider,
                config -> Math.log(config.latent()),
                (config, value) -> config.withLatent((int) Math.round(Math.exp(value))));
        // An arrow key goes one unit up or down from wherever it is.
        model.settingsProperty()
                .map(TrainingConfig::latent)
                .subscribe(latent -> view.latentSlider.setBlockIncrement(Math.log((latent + 1.0) / latent)));
        view.rateSlider.setMin(Math.log10(TrainingConfig.MIN_RATE));
        view.rateSlider.setMax(Math.log10(TrainingConfig.MAX_RATE));
        view.rateSlider.setBlockIncrement(0.1);
        for (int exponent = -4; exponent <= 0; exponent++) {
            view.rateMarks.mark(NextRunWords.written(Math.pow(10, exponent)), exponent);
        }
        slider(
                view.rateSlider,
                config -> Math.log10(config.learningRate()),
                (config, value) -> config.withLearningRate(rateAt(value)));
    }

    private static double rateAt(double place) {
        return twoDigits(Math.pow(10, place));
    }

    /** Rates as one would write them down: two significant digits. */
    private static double twoDigits(double rate) {
        double unit = Math.pow(10, Math.floor(Math.log10(rate)) - 1);
        double rounded = Math.round(Math.round(rate / unit) * unit * 1e6) / 1e6;
        return Math.clamp(rounded, TrainingConfig.MIN_RATE, TrainingConfig.MAX_RATE);
    }

    private void slider(
            Slider slider,
            ToDoubleFunction<TrainingConfig> getter,
            BiFunction<TrainingConfig, Double, TrainingConfig> wither) {
        BooleanBinding held = held(slider);
        model.settingsProperty().subscribe(settings -> {
            if (!held.get()) {
                showing = true;
                slider.setValue(getter.applyAsDouble(settings));
                showing = false;
            }
        });
        slider.valueProperty().addListener((_, _, value) -> {
            if (showing) {
                return;
            }
            if (slider == view.rateSlider && held.get()) {
                view.rate.editor.show(NextRunWords.written(rateAt(value.doubleValue())));
            } else {
                take(slider, wither);
            }
        });
        // A run under way takes a rate at once: it gets the one it is let go at, not each one passed on the way.
        held.addListener((_, _, on) -> {
            if (!on
                    && slider.getValue()
                            != getter.applyAsDouble(model.settingsProperty().get())) {
                take(slider, wither);
            }
        });
    }

    /** Whether a slider is still on its way: its thumb is dragged, the mouse is down on its track, or a key is down. */
    private static BooleanBinding held(Slider slider) {
        BooleanProperty down = new SimpleBooleanProperty();
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> down.set(true));
        slider.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> down.set(false));
        slider.addEventFilter(KeyEvent.KEY_PRESSED, _ -> down.set(true));
        slider.addEventHandler(KeyEvent.KEY_RELEASED, _ -> down.set(false));
        slider.focusedProperty().addListener((_, _, focused) -> down.set(focused && down.get()));
        return slider.valueChangingProperty().or(down);
    }

    private void take(Slider slider, BiFunction<TrainingConfig, Double, TrainingConfig> wither) {
        TrainingConfig before = model.settingsProperty().get();
        TrainingConfig next = wither.apply(before, slider.getValue());
        if (!next.equals(before)) {
            model.setSettings(next);
        }
    }

    /** Beside each setting that only a new run can take: whether it waits for one. */
    private void bindNotes() {
        note(view.latent.note, Setting.LATENT);
        note(view.batch.note, Setting.BATCH);
        note(view.seed.note, Setting.SEED, Setting.SHUFFLE);
        view.pending.textProperty().bind(NextRunWords.bind(model, texts, "view.controls.pending", CHANGES));
        // Its line stays free while it says nothing, so that the table below is not pushed.
        view.pending.visibleProperty().bind(view.pending.textProperty().isNotEmpty());
        Tooltip all = new Tip();
        all.textProperty().bind(NextRunWords.bind(model, texts, "view.controls.pending.help", Integer.MAX_VALUE));
        view.pending.setTooltip(all);
        view.advanced.place(new WeightsNote(model, texts));
    }

    private void note(NewRunNote note, Setting<?>... waiting) {
        InvalidationListener refresh = _ -> {
            Run run = model.runProperty().get();
            TrainingConfig settings = model.settingsProperty().get();
            boolean pending = model.settingsPendingProperty().get();
            note.setWaiting(run != null
                    && pending
                    && Arrays.stream(waiting)
                            .anyMatch(each -> !run.config().get(each).equals(settings.get(each))));
        };
        model.runProperty().addListener(refresh);
        model.settingsProperty().addListener(refresh);
        model.settingsPendingProperty().addListener(refresh);
    }

    private void bindButtons() {
        view.train.setOnAction(_ -> train());
        view.pause.setOnAction(_ -> togglePause());
        view.epoch.setOnAction(_ -> trainOneEpoch());
        view.stop.setOnAction(_ -> model.stop());
        view.fresh.setOnAction(_ -> newRun());
        view.goOn.setOnAction(_ -> unlessRefused(model::train));
        view.train
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> startsAnew() ? texts.get("view.controls.trainNew") : goOnText(),
                        model.stateProperty(),
                        model.settingsProperty(),
                        model.settingsPendingProperty(),
                        texts.messagesProperty()));
        model.stateProperty().subscribe(this::enable);
        model.datasetProperty().subscribe(_ -> enable(model.stateProperty().get()));
        model.settingsPendingProperty()
                .subscribe(_ -> enable(model.stateProperty().get()));
    }

    /** Whether to train means a new run: what is chosen is not the run on screen's, or that one can go on no more. */
    private boolean startsAnew() {
        return model.settingsPendingProperty().get()
                || isBroken(model.stateProperty().get());
    }

    private static boolean isBroken(RunState state) {
        return state == RunState.DIVERGED || state == RunState.FAILED;
    }

    private String goOnText() {
        return switch (model.stateProperty().get()) {
            case PAUSED -> texts.get("view.controls.resume");
            case STOPPED -> texts.get("view.controls.continue");
            case FINISHED ->
                texts.get("view.controls.more", model.settingsProperty().get().epochs());
            default -> texts.get("view.controls.train");
        };
    }

    private void enable(RunState state) {
        boolean ready = model.datasetProperty().get() != null;
        boolean active = state == RunState.TRAINING || state == RunState.PAUSED;
        boolean startable = ready && !isBroken(state) && state != RunState.TRAINING;
        boolean interrupted = state == RunState.PAUSED || state == RunState.STOPPED || state == RunState.FINISHED;
        Button focused = buttons().filter(Button::isFocused).findFirst().orElse(null);
        view.train.setDisable(!startable && !(ready && startsAnew()));
        view.pause.setDisable(state != RunState.TRAINING);
        view.epoch.setDisable(!startable);
        view.stop.setDisable(!active);
        view.fresh.setDisable(!ready);
        view.goOn.setVisible(interrupted && model.settingsPendingProperty().get());
        view.fresh.setVisible(!view.goOn.isVisible());
        if (focused != null && (focused.isDisable() || !focused.isVisible())) {
            passFocus(focused);
        }
    }

    private Stream<Button> buttons() {
        return Stream.of(view.train, view.pause, view.epoch, view.stop, view.fresh, view.goOn);
    }

    /** Left to itself, the focus of a button that is disabled goes to the next in the row, whatever that does. */
    private void passFocus(Button from) {
        boolean shown = from.isFocusVisible();
        Button to = view.pause;
        if (!view.pause.isDisable()) {
            before = from;
        } else {
            to = from == view.pause && !before.isDisable() ? before : view.train;
            before = view.train;
        }
        if (to.isDisable()) {
            to = view.fresh;
        }
        to.requestFocus();
        if (shown) {
            // There and back by keyboard, so that it stays in sight of those who use one.
            to.requestFocusTraversal(TraversalDirection.NEXT);
            to.getScene().getFocusOwner().requestFocusTraversal(TraversalDirection.PREVIOUS);
        }
    }

    /**
     * Trains what the main button says: the run on screen, or a new one where other settings or data have been chosen,
     * asking first if something would be lost. If a setting holds what cannot be taken, it is gone to, with its
     * sentence under it.
     */
    public void train() {
        unlessRefused(() -> {
            boolean goesOn = !startsAnew();
            if (goesOn || mayDropRun.asked(NextRunWords.train(model), "view.controls.trainNew") && model.reset()) {
                model.train();
            }
        });
    }

    /** Trains one epoch and pauses, unless, as {@link #train}. */
    public void trainOneEpoch() {
        unlessRefused(model::trainOneEpoch);
    }

    private void unlessRefused(Runnable start) {
        // The keys that train leave what is being typed uncommitted.
        view.rows.forEach(this::commit);
        Optional<SettingRow<?>> refused =
                view.rows.stream().filter(SettingRow::refused).findFirst();
        if (refused.isPresent()) {
            refused.get().editor.control().requestFocus();
        } else if (!advanced.goToRefused()) {
            start.run();
        }
    }

    /** Takes the last change of the settings back. */
    public void undo() {
        undo.undo();
    }

    /** Makes the change of the settings again that was taken back last. */
    public void redo() {
        undo.redo();
    }

    /** Pauses a training, resumes a paused one. */
    public void togglePause() {
        if (model.stateProperty().get() == RunState.PAUSED) {
            model.train();
        } else {
            model.pause();
        }
    }

    /** Makes a new run, untrained, with the settings and data shown; asks and goes to settings as {@link #train}. */
    public void newRun() {
        unlessRefused(() -> {
            if (mayDropRun.asked(NextRunWords.make(model), "view.controls.new")) {
                model.reset();
            }
        });
    }
}

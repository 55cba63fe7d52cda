package latentlab.view.hearing;

import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import latentlab.engine.training.EpochResult;
import latentlab.preferences.Announced;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;
import latentlab.text.Sentence;
import latentlab.view.Notices;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/** Says how training goes, as often as is chosen, and lets it be heard as a tone that falls with the loss. */
final class HearingController {
    private final HearingView view;
    private final TrainingModel model;
    private final Texts texts;
    private final ObjectProperty<Announced> announced;
    private final Speaker speaker;
    /** Epochs of the run, from 0 on, that have been heard or were there before. */
    private int heard;
    /** Last; null before the first. */
    private Sentence said;

    HearingController(HearingView view, ViewContext context, Speaker.Line line) {
        this.view = view;
        model = context.model();
        texts = context.texts();
        announced = context.preferences().announcedProperty();
        ObjectProperty<Boolean> tone = context.preferences().toneProperty();
        Notices notices = context.notices();
        speaker = new Speaker(
                line,
                () -> context.userInterface().execute(() -> {
                    if (tone.get()) {
                        tone.set(false);
                        notices.show(Notices.Notice.problem(Sentence.of("view.hearing.noDevice"), null));
                    }
                }));
        for (Map.Entry<Announced, ToggleButton> each : view.announced.entrySet()) {
            each.getValue().setOnAction(_ -> {
                announced.set(each.getKey());
                // A click on the chosen one would leave none chosen.
                show(each.getKey());
            });
        }
        announced.subscribe(this::show);
        tone.subscribe(view.tone::setSelected);
        view.tone.selectedProperty().subscribe((_, wanted) -> {
            tone.set(wanted);
            if (wanted) {
                // So that one hears at once whether anything can be heard.
                speaker.play(LossTone.START);
            }
        });
        model.runProperty().subscribe(_ -> heard = 0);
        model.history().subscribe(() -> hear(tone.get()));
        model.stateProperty().subscribe((before, state) -> {
            // A saved run that is opened has not ended just now.
            boolean under = before == RunState.TRAINING || before == RunState.PAUSED;
            Sentence words = under ? TrainingWords.state(state, model.history()) : null;
            if (words != null && announced.get() != Announced.NOTHING) {
                say(words);
            }
        });
        texts.messagesProperty().subscribe(this::write);
    }

    private void show(Announced chosen) {
        view.announced.forEach((each, button) -> button.setSelected(each == chosen));
    }

    /** Several epochs may have come at once: the tone is that of the last, and so is the sentence. */
    private void hear(boolean tone) {
        int count = model.history().size();
        if (model.stateProperty().get() != RunState.TRAINING) {
            heard = count;
            return;
        }
        int told = 0;
        for (int epoch = Math.max(1, heard); epoch < count; epoch++) {
            if (announced.get().tells(epoch)) {
                told = epoch;
            }
        }
        if (told > 0) {
            say(TrainingWords.epoch(
                    model.history(), told, model.plannedEpochsProperty().get()));
        }
        if (tone && count > Math.max(1, heard)) {
            speaker.play(LossTone.hertz(loss(count - 1), Double.isNaN(loss(0)) ? loss(1) : loss(0)));
        }
        heard = count;
    }

    /** The loss on images held back, where there are any, since it is that which should fall. */
    private double loss(int epoch) {
        EpochResult result = model.history().get(epoch);
        return Double.isNaN(result.validLoss()) ? result.trainLoss() : result.validLoss();
    }

    private void say(Sentence words) {
        said = words;
        write();
    }

    private void write() {
        if (said != null) {
            view.announcer.setAccessibleText(texts.get(said));
            view.last.setText(texts.get(Sentence.of("view.hearing.last", said)));
        }
    }
}

package latentlab.view.loss;

import atlantafx.base.theme.Styles;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.data.Dataset;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.preferences.Preferences;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.session.Durations;
import latentlab.session.EpochSeconds;
import latentlab.session.TrainingModel;
import latentlab.view.Buttons;
import latentlab.view.LatestOnly;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/**
 * Offers those who have never trained anything a run that is worth watching for ten seconds, over the empty chart. It
 * goes for good with the first training, whatever is trained, and with the first lesson.
 */
final class FirstRun extends VBox {
    /** How long it is to take, in seconds. */
    private static final double LENGTH = 10;

    /** Seconds beyond which it would be no longer worth waiting for. */
    static final double LONGEST = 30;

    static final int FEWEST = 3;
    private static final int MOST = 40;
    /** Seconds of a measurement, so that something is offered soon. */
    private static final double AT_ONCE = 3;
    /** The first, right after the start of the program, is of code that is not compiled yet. */
    private static final int MEASUREMENTS = 3;

    /**
     * What happens in it can be seen from the first epoch on: the notebook's model stays at one mean image for ten of
     * its epochs, while here two units without ends, behind a hidden layer, spread the classes over the map at once.
     */
    static final TrainingConfig CONFIG = TrainingConfig.DEFAULT
            .with(Setting.HIDDEN, HiddenLayer.dense(128))
            .withLatent(2)
            .with(Setting.CODE, Activation.LINEAR)
            .withShuffle(true);

    private final TrainingModel model;
    private final Texts texts;
    private final Preferences preferences;
    private final LatestOnly measuring;
    private final FirstSights sights;
    private final Label data = new Label();
    private final Label time = new Label();
    private final Button start = new Button();
    /** Epochs that are offered; 0 while it is not known how long they take. */
    private int epochs;

    private double seconds;
    /** What has been measured on, or is being. */
    private Dataset measured;

    private int measurements;
    /** There is nothing to offer on these data. */
    private boolean tooLong;

    FirstRun(ViewContext context) {
        model = context.model();
        texts = context.texts();
        preferences = context.preferences();
        measuring = context.latestOnly();
        sights = new FirstSights(model, texts);
        setId("first-run");
        getStyleClass().add("first-run");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label title = new Label();
        title.textProperty().bind(texts.bind("view.first.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        Label words = new Label();
        words.textProperty().bind(texts.bind("view.first.words"));
        data.setId("first-run-data");
        time.setId("first-run-time");
        time.getStyleClass().add(Styles.TEXT_MUTED);
        for (Label each : new Label[] {title, words, data, time}) {
            each.setWrapText(true);
            each.setMinHeight(Region.USE_PREF_SIZE);
        }
        start.setId("first-run-start");
        start.getStyleClass().add(Styles.ACCENT);
        start.textProperty().bind(texts.bind("view.first.start"));
        Buttons.named(start, texts.bind("view.first.start.help"));
        start.setOnAction(_ -> start());
        Button leave = new Button();
        leave.setId("first-run-leave");
        leave.getStyleClass().add(Styles.FLAT);
        leave.textProperty().bind(texts.bind("view.first.leave"));
        Buttons.named(leave, texts.bind("view.first.leave.help"));
        leave.setOnAction(_ -> preferences.welcomedProperty().set(true));
        HBox buttons = new HBox(start, leave);
        buttons.getStyleClass().add("button-row");
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, words, data, time, buttons);
        managedProperty().bind(visibleProperty());
        preferences.welcomedProperty().subscribe(this::refresh);
        model.runProperty().subscribe(this::refresh);
        model.stateProperty().subscribe(state -> {
            if (state == RunState.TRAINING) {
                preferences.welcomedProperty().set(true);
            }
            refresh();
        });
        // A run that is opened has its epochs at once, or soon after.
        InvalidationListener epochs = _ -> refresh();
        model.history().addListener(epochs);
        data.textProperty()
                .bind(Bindings.createStringBinding(this::dataWords, model.datasetProperty(), texts.messagesProperty()));
        texts.messagesProperty().subscribe(this::describe);
    }

    /** Whoever has opened images of their own is not to wonder whose the run will be of. */
    private String dataWords() {
        Dataset chosen = model.datasetProperty().get();
        return chosen == null ? "" : texts.get("view.first.data", texts.get(chosen.name()));
    }

    private void refresh() {
        Run run = model.runProperty().get();
        boolean offered = !preferences.welcomedProperty().get()
                && run != null
                && model.history().size() <= 1;
        if (!offered) {
            measuring.forget();
            measured = null;
        } else if (run.dataset() != measured) {
            measured = run.dataset();
            epochs = 0;
            tooLong = false;
            measurements = 0;
            describe();
            measure();
        }
        setVisible(offered && !tooLong);
    }

    private void measure() {
        Dataset data = measured;
        measurements++;
        measuring.request(wanted -> EpochSeconds.measured(CONFIG, data, AT_ONCE, wanted), this::offer);
    }

    /** What there is to see once it is started. */
    FirstSights sights() {
        return sights;
    }

    /** @return whether a run's settings are these, however long it is and whatever batch suits its data */
    static boolean isOf(TrainingConfig config) {
        return config.withEpochs(CONFIG.epochs())
                .with(Setting.BATCH, CONFIG.get(Setting.BATCH))
                .equals(CONFIG);
    }

    private void offer(double epoch) {
        epochs = epochs(epoch);
        seconds = epoch * epochs;
        tooLong = epochs == 0;
        if (tooLong) {
            setVisible(false);
        } else {
            describe();
            if (epochs < MOST && measurements < MEASUREMENTS) {
                measure();
            }
        }
    }

    /**
     * @param epoch seconds that one takes; NaN where it cannot be measured
     * @return how many are offered; 0 where even the fewest that show something would take too long
     */
    static int epochs(double epoch) {
        return epoch * FEWEST <= LONGEST ? (int) Math.clamp(Math.round(LENGTH / epoch), FEWEST, MOST) : 0;
    }

    private void describe() {
        start.setDisable(epochs == 0);
        time.setText(
                epochs == 0
                        ? texts.get("view.first.measuring")
                        : texts.get("view.first.time", epochs, Durations.about(seconds)));
    }

    private void start() {
        if (model.startOver(CONFIG.withEpochs(epochs))) {
            sights.begin();
            model.train();
        }
    }
}

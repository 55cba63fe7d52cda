package latentlab.view.beside;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import latentlab.data.DataLoader;
import latentlab.data.Dataset;
import latentlab.library.Entry;
import latentlab.preferences.Preferences;
import latentlab.run.Run;
import latentlab.session.Playback;
import latentlab.session.Playback.Frame;
import latentlab.session.Player;
import latentlab.session.TrainingModel;
import latentlab.session.WheelSteps;
import latentlab.text.Sentence;
import latentlab.view.LatestOnly;
import latentlab.view.LongTasks;
import latentlab.view.LongTasks.LongTask;
import latentlab.view.Notices;
import latentlab.view.Texts;
import latentlab.view.Transport;
import latentlab.view.ViewContext;
import latentlab.view.words.RunTitles;

/** Opens saved runs and shows the same epoch of each, until somebody goes back; then they are closed again. */
public final class BesideController implements Transport {
    /** Time after which it is said that pictures are being computed. */
    private static final Duration LONG = Duration.millis(400);

    private static final OpenRuns NONE = new OpenRuns(List.of(), List.of());

    private final BesideView view;
    private final TrainingModel model;
    private final Texts texts;
    private final LongTasks tasks;
    private final Notices notices;
    private final DataLoader loader;
    private final LatestOnly computation;
    private final Player player;
    private final Changes changes;
    private final WheelSteps wheel = new WheelSteps();
    private final PauseTransition patience = new PauseTransition(LONG);
    private LongTask opening;
    private OpenRuns open = NONE;
    private Shows what = Shows.GRID;
    private int epoch;

    /** Whether the slider is being set by the program, not by the user. */
    private boolean showing;

    /**
     * @param loader of the data that runs were trained on
     * @param titles what the runs are called
     */
    public static BesideController in(ViewContext context, DataLoader loader, RunTitles titles) {
        BesideController controller = new BesideController(
                new BesideView(context.texts(), context.colours(), context.selection(), titles), context, loader);
        titles.currentProperty().subscribe(_ -> controller.view.name());
        return controller;
    }

    private BesideController(BesideView view, ViewContext context, DataLoader loader) {
        this.view = view;
        this.loader = loader;
        model = context.model();
        texts = context.texts();
        tasks = context.tasks();
        notices = context.notices();
        computation = context.latestOnly();
        changes = new Changes(context.latestOnly());
        view.setVisible(false);
        view.back.setOnAction(_ -> leave());
        view.chooser.forEach((each, button) -> button.setOnAction(_ -> choose(each)));
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::take);
        view.track.buttons.first.setOnAction(_ -> toFirst());
        view.track.buttons.previous.setOnAction(_ -> step(-1));
        view.track.buttons.play.setOnAction(_ -> togglePlaying(false));
        view.track.buttons.reverse.setOnAction(_ -> togglePlaying(true));
        view.track.buttons.next.setOnAction(_ -> step(1));
        view.track.buttons.last.setOnAction(_ -> toLast());
        view.track.position.setOnChosen(this::pin);
        view.track.setOnScroll(event -> {
            int steps = wheel.turn(event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY());
            if (steps != 0) {
                step(steps);
            }
            event.consume();
        });
        view.track.slider.valueProperty().addListener((_, _, value) -> {
            if (!showing) {
                pin((int) Math.round(value.doubleValue()));
            }
        });
        texts.messagesProperty().subscribe(this::tell);
        Preferences preferences = context.preferences();
        player = new Player(
                () -> new Playback(preferences.repeatProperty().get(), null),
                new All(),
                preferences.frameMillisProperty()::get,
                () -> !computation.pending(),
                this::play);
        player.frameProperty().subscribe(view.track.buttons::showPlaying);
        patience.setOnFinished(_ -> view.computing.setVisible(computation.pending()));
        choose(Shows.GRID);
    }

    /** Invisible while no runs are side by side. */
    public BesideView view() {
        return view;
    }

    /** Whether a person sees it: then the timeline's keys are for it. */
    public boolean inSight() {
        Node node = view;
        while (node != null && node.isVisible()) {
            if (node.getParent() == null) {
                return node.getScene() != null;
            }
            node = node.getParent();
        }
        return false;
    }

    /** Sets runs side by side as soon as they are open; of two asked for in a row the later one counts. */
    public void show(List<Entry> runs) {
        if (opening != null) {
            opening.cancel();
        }
        Run onScreen = model.runProperty().get();
        List<Dataset> known = Stream.of(model.datasetProperty().get(), onScreen == null ? null : onScreen.dataset())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        opening = tasks.start(
                Sentence.of("view.beside.opening", runs.size()),
                progress -> OpenRuns.open(runs, loader, known, progress),
                this::show);
    }

    private void show(OpenRuns opened) {
        if (opened.runs().isEmpty()) {
            notices.show(Notices.Notice.problem(opened.faults().getFirst(), null));
            return;
        }
        drop();
        open = opened;
        changes.of(opened.runs().stream().map(OpenRuns.Opened::run).toList());
        epoch = opened.last();
        view.show(opened.runs());
        tell();
        view.setVisible(true);
        view.track.slider.requestFocus();
        refresh();
    }

    private void leave() {
        view.setVisible(false);
        player.stop();
        drop();
        view.show(List.of());
    }

    /** Frees what the runs take, on another thread, since this waits for a computation under way. */
    private void drop() {
        computation.forget();
        changes.of(List.of());
        view.computing.setVisible(false);
        OpenRuns before = open;
        open = NONE;
        Thread.ofVirtual().start(before::close);
    }

    private void tell() {
        view.tell(open.faults().stream().map(texts::get).toList());
        showPosition();
    }

    private void choose(Shows chosen) {
        what = chosen;
        // A click on the chosen one would leave none chosen.
        view.chooser.forEach((each, button) -> button.setSelected(each == chosen));
        refresh();
    }

    private void take(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> leave();
            case G -> choose(Shows.GRID);
            case M -> choose(Shows.MAP);
            case F -> choose(Shows.FILTERS);
            case DOWN -> view.scroll(1);
            case UP -> view.scroll(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void refresh() {
        showPosition();
        if (open.runs().isEmpty()) {
            return;
        }
        OpenRuns of = open;
        Shows wantedKind = what;
        int asked = epoch;
        patience.playFromStart();
        computation.request(wanted -> Pictures.of(of.runs(), wantedKind, asked, wanted), pictures -> {
            view.computing.setVisible(false);
            view.show(pictures);
        });
    }

    private void showPosition() {
        showing = true;
        view.track.slider.setMax(Math.max(1, open.last()));
        view.track.slider.setValue(epoch);
        showing = false;
        view.track.position.show(epoch, open.last(), open.last());
        view.track.buttons.first.setDisable(epoch == 0);
        view.track.buttons.previous.setDisable(epoch == 0);
        view.track.buttons.next.setDisable(epoch >= open.last());
        view.track.buttons.last.setDisable(epoch >= open.last());
        view.track.buttons.play.setDisable(open.last() == 0);
        view.track.buttons.reverse.setDisable(open.last() == 0);
    }

    private void pin(int wanted) {
        player.stop();
        select(wanted);
    }

    private void select(int wanted) {
        epoch = Math.clamp(wanted, 0, open.last());
        refresh();
    }

    private void play(int next) {
        if (inSight()) {
            select(next);
        } else {
            player.stop();
        }
    }

    @Override
    public void step(int epochs) {
        pin(epoch + epochs);
    }

    @Override
    public void toFirst() {
        pin(0);
    }

    @Override
    public void toLast() {
        pin(open.last());
    }

    @Override
    public void askEpoch() {
        view.track.position.ask();
    }

    /** After the last one to the first, as on the other timeline. */
    @Override
    public void toNextChange() {
        changes.find(epochs -> epochs.stream()
                .filter(each -> each > epoch)
                .findFirst()
                .or(() -> epochs.stream().findFirst())
                .ifPresentOrElse(this::pin, () -> view.track.position.say(texts.get("view.timeline.change.none"))));
    }

    @Override
    public void togglePlaying(boolean backward) {
        Frame playing = player.frameProperty().get();
        player.stop();
        if (playing == null || playing.backward() != backward) {
            player.play(epoch, backward);
        }
        // A click has changed the button, whether or not there is anything to play.
        view.track.buttons.showPlaying(player.frameProperty().get());
    }

    /** Every epoch up to the last one that any of the runs has. */
    private final class All implements Playback.Epochs {
        @Override
        public int last() {
            return open.last();
        }

        @Override
        public int kept(int wanted) {
            return wanted;
        }

        @Override
        public int keptFrom(int wanted) {
            return wanted;
        }
    }
}

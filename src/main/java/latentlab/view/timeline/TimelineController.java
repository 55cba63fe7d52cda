package latentlab.view.timeline;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import latentlab.preferences.Preferences;
import latentlab.run.Run;
import latentlab.session.Bookmarks;
import latentlab.session.EpochRange;
import latentlab.session.Playback;
import latentlab.session.Playback.Frame;
import latentlab.session.Player;
import latentlab.session.TrainingModel;
import latentlab.session.WheelSteps;
import latentlab.view.Transport;
import latentlab.view.ViewContext;

/** Binds the track to the selected epoch, and moves the selection during playback. */
public final class TimelineController implements Transport {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final TimelineView view;
    private final ViewContext context;
    private final TrainingModel model;
    private final Bookmarks bookmarks;
    private final Player player;
    private final PlaybackCard card;
    private final ObjectProperty<EpochRange> range = new SimpleObjectProperty<>();
    private final TrackController behind;
    private final WheelSteps wheel = new WheelSteps();
    /** Whether the track is being set from the model, not by the user. */
    private boolean showing;

    /**
     * @param branch goes on from an epoch of the run on screen, in a run of its own
     * @param startAlike has the next run begin as the one on screen did
     */
    public static TimelineController in(ViewContext context, IntConsumer branch, Runnable startAlike) {
        return new TimelineController(
                new TimelineView(context.texts(), context.colours()), context, branch, startAlike);
    }

    private TimelineController(TimelineView view, ViewContext context, IntConsumer branch, Runnable startAlike) {
        this.view = view;
        this.context = context;
        model = context.model();
        bookmarks = new Bookmarks(model);

        view.buttons.first.setOnAction(_ -> toFirst());
        view.buttons.previous.setOnAction(_ -> step(-1));
        view.buttons.next.setOnAction(_ -> step(1));
        view.buttons.last.setOnAction(_ -> toLast());
        view.buttons.play.setOnAction(_ -> togglePlaying(false));
        view.buttons.reverse.setOnAction(_ -> togglePlaying(true));
        view.position.setOnChosen(this::goTo);
        view.branch.setOnAction(_ -> branch.accept(model.selectedEpochProperty().get()));
        view.branch.disableProperty().bind(model.runProperty().isNull());
        view.start.setOnAction(_ -> startAlike.run());
        view.start.disableProperty().bind(model.runProperty().isNull());
        view.bookmark.setOnAction(_ -> editBookmark());
        view.bookmark.disableProperty().bind(model.runProperty().isNull());
        bookmarks.notesProperty().subscribe(this::showBookmarks);
        context.texts().messagesProperty().subscribe(this::showBookmarks);
        view.live.setOnAction(_ -> model.goLive());
        view.track.valueProperty().addListener((_, _, value) -> {
            if (!showing) {
                pin((int) Math.round(value.doubleValue()));
            }
        });
        model.selectedEpochProperty().subscribe(_ -> show());
        model.plannedEpochsProperty().subscribe(_ -> show());
        model.liveProperty().subscribe(live -> view.live.setSelected(live));
        context.texts().messagesProperty().subscribe(_ -> show());
        model.history().addListener((javafx.collections.ListChangeListener<Object>) _ -> show());
        Preferences preferences = context.preferences();
        player = new Player(
                () -> new Playback(preferences.repeatProperty().get(), range.get()),
                new Kept(),
                preferences.frameMillisProperty()::get,
                context::allShown,
                model::select);
        player.frameProperty().subscribe(view.buttons::showPlaying);
        behind = new TrackController(view, context, range, this::pin);
        card = new PlaybackCard(context);
        card.start.setOnAction(_ -> startRange());
        card.end.setOnAction(_ -> endRange());
        card.clear.setOnAction(_ -> clearRange());
        range.subscribe(card::show);
        context.texts().messagesProperty().subscribe(() -> card.show(range.get()));
        model.runProperty().subscribe(_ -> {
            player.stop();
            range.set(null);
        });
        view.speed.setOnAction(_ -> card.toggle(view.speed));
        view.speed
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> context.texts()
                                .get(
                                        "view.timeline.millis",
                                        preferences.frameMillisProperty().get()),
                        context.texts().messagesProperty(),
                        preferences.frameMillisProperty()));
        view.marked.setOnScroll(event -> {
            int steps = wheel.turn(event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY());
            if (steps != 0) {
                step(steps);
            }
            event.consume();
        });
        // Playback stops when the view leaves the scene; otherwise its timer would go on.
        view.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                player.stop();
            }
        });
    }

    public Node view() {
        return view;
    }

    /** The epochs that are marked; null for none. */
    public ObservableValue<EpochRange> rangeProperty() {
        return range;
    }

    private int lastEpoch() {
        return Math.max(0, model.history().size() - 1);
    }

    /** The last epoch on the track: at least the last one planned, so that new epochs do not move the thumb. */
    private int lastOnTrack() {
        return Math.max(lastEpoch(), model.plannedEpochsProperty().get());
    }

    private void show() {
        showing = true;
        view.track.setMax(Math.max(1, lastOnTrack()));
        view.track.setValue(model.selectedEpochProperty().get());
        showing = false;
        Node track = view.track.lookup(".track");
        if (track != null) {
            double done = 100.0 * lastEpoch() / Math.max(1, lastOnTrack());
            // Style sheets need a decimal point and ASCII digits.
            track.setStyle(String.format(
                    Locale.ROOT,
                    "-fx-background-color: linear-gradient(to right, -color-accent-muted 0%%,"
                            + " -color-accent-muted %1$.2f%%, -color-border-default %1$.2f%%);",
                    done));
        }
        showWhetherMarked();
        boolean atFirst = model.selectedEpochProperty().get() == 0;
        view.buttons.first.setDisable(atFirst);
        view.buttons.previous.setDisable(atFirst);
        boolean atLast = model.selectedEpochProperty().get() >= lastEpoch();
        view.buttons.next.setDisable(atLast);
        view.buttons.last.setDisable(atLast);
        view.buttons.play.setDisable(lastEpoch() == 0);
        view.buttons.reverse.setDisable(lastEpoch() == 0);
        view.position.show(model.selectedEpochProperty().get(), lastEpoch(), lastOnTrack());
        Run run = model.runProperty().get();
        int stride = run == null ? 1 : run.epochs().stride();
        view.thinned.setVisible(stride > 1);
        view.thinned.setText(context.texts().get("view.timeline.thinned", stride));
    }

    private void pin(int epoch) {
        player.stop();
        model.select(epoch);
        // Moves the thumb back: beyond the last trained epoch to that one, from an epoch that is not kept to one that
        // is.
        show();
    }

    private void editBookmark() {
        player.stop();
        new BookmarkCard(model.selectedEpochProperty().get(), bookmarks, context.texts()).show(view.bookmark);
    }

    private void showBookmarks() {
        SortedMap<Integer, String> words = new TreeMap<>();
        bookmarks
                .notesProperty()
                .get()
                .forEach((epoch, note) -> words.put(
                        epoch,
                        context.texts()
                                .get(
                                        note.isEmpty()
                                                ? "view.timeline.bookmark.tick.bare"
                                                : "view.timeline.bookmark.tick",
                                        epoch,
                                        note)));
        view.ticks.show(words, this::pin);
        showWhetherMarked();
    }

    private void showWhetherMarked() {
        int epoch = model.selectedEpochProperty().get();
        view.bookmark.pseudoClassStateChanged(
                MARKED, bookmarks.notesProperty().get().containsKey(epoch));
    }

    /** Marks the epoch shown, or changes its mark. */
    public void bookmark() {
        view.bookmark.fire();
    }

    /** Goes to the nearest bookmark after or before the epoch shown; for one that is not kept, to the one before. */
    public void toBookmark(boolean after) {
        Run run = model.runProperty().get();
        if (run == null) {
            return;
        }
        int from = model.selectedEpochProperty().get();
        IntStream epochs = bookmarks.notesProperty().get().keySet().stream()
                .mapToInt(epoch -> run.epochs().kept(epoch))
                .filter(epoch -> after ? epoch > from : epoch < from);
        (after ? epochs.min() : epochs.max()).ifPresent(this::pin);
    }

    /** Has the next run begin as the one on screen did. */
    public void startAlike() {
        view.start.fire();
    }

    /** Goes on from the epoch shown, in a run of its own. */
    public void branch() {
        view.branch.fire();
    }

    /** Continues to an epoch that is kept. */
    @Override
    public void step(int epochs) {
        int next = model.selectedEpochProperty().get() + epochs;
        pin(epochs > 0 ? keptFrom(next) : next);
    }

    private int keptFrom(int epoch) {
        Run run = model.runProperty().get();
        return run == null ? 0 : run.epochs().keptFrom(epoch);
    }

    @Override
    public void toFirst() {
        pin(0);
    }

    @Override
    public void toLast() {
        pin(lastEpoch());
    }

    public void goLive() {
        player.stop();
        model.goLive();
    }

    @Override
    public void togglePlaying(boolean backward) {
        Frame playing = player.frameProperty().get();
        player.stop();
        if (playing == null || playing.backward() != backward) {
            player.play(model.selectedEpochProperty().get(), backward);
        }
        // A click has changed the button, whether or not there is anything to play.
        view.buttons.showPlaying(player.frameProperty().get());
    }

    @Override
    public void askEpoch() {
        view.position.ask();
    }

    private void goTo(int epoch) {
        pin(epoch);
        int shown = model.selectedEpochProperty().get();
        if (shown != epoch) {
            view.position.say(context.texts().get("view.timeline.epoch.dropped", epoch, shown));
        }
    }

    @Override
    public void startRange() {
        range.set(EpochRange.from(model.selectedEpochProperty().get(), range.get()));
    }

    @Override
    public void endRange() {
        range.set(EpochRange.to(model.selectedEpochProperty().get(), range.get()));
    }

    @Override
    public void clearRange() {
        range.set(null);
    }

    @Override
    public void toNextChange() {
        behind.toNextChange();
    }

    /** The epochs of the run on screen. */
    private final class Kept implements Playback.Epochs {
        @Override
        public int last() {
            return lastEpoch();
        }

        @Override
        public int kept(int epoch) {
            Run run = model.runProperty().get();
            return run == null ? 0 : run.epochs().kept(epoch);
        }

        @Override
        public int keptFrom(int epoch) {
            return Math.min(lastEpoch(), TimelineController.this.keptFrom(epoch));
        }
    }
}

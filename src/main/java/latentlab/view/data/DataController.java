package latentlab.view.data;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import latentlab.data.DataLoader;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.ImageOptions;
import latentlab.data.PairedParts;
import latentlab.engine.settings.RunSettings;
import latentlab.engine.settings.SettingsReader;
import latentlab.engine.weights.WeightFile;
import latentlab.export.Origin;
import latentlab.export.OriginReader;
import latentlab.run.Run;
import latentlab.session.TrainingModel;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import latentlab.view.Buttons;
import latentlab.view.FilePicker;
import latentlab.view.LongTasks;
import latentlab.view.LongTasks.LongTask;
import latentlab.view.Notices;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/** Loads the data chosen and hands it to the shared model; the run under way goes on with its own. */
public final class DataController {
    private static final String BUILT_IN = "digits";
    private static final PseudoClass WARNS = PseudoClass.getPseudoClass("warning");
    private final DataView view;
    private final TrainingModel model;
    private final WeightsOffer offer;
    private final Texts texts;
    private final LongTasks tasks;
    private final Notices notices;
    private final DataLoader loader;
    private final FilePicker picker;
    private final OtherFiles others;
    private final RecentData recent;
    private LongTask loading;
    /** What the data on show were asked for with; null before there are any. */
    private DataRequest request;

    /**
     * @param loader of the data that are chosen
     * @param others opens files that are no data
     */
    public static DataController in(ViewContext context, DataLoader loader, OtherFiles others) {
        return new DataController(new DataView(context.texts(), context.colours()), context, loader, others);
    }

    private DataController(DataView view, ViewContext context, DataLoader loader, OtherFiles others) {
        this.others = others;
        this.view = view;
        this.loader = loader;
        tasks = context.tasks();
        notices = context.notices();
        picker = context.saving().picker();
        model = context.model();
        texts = context.texts();
        offer = new WeightsOffer(model, notices, this::load);
        view.named.forEach((origin, item) -> item.setOnAction(_ -> load(origin)));
        view.openFolder.setOnAction(_ -> openFolder());
        view.openFile.setOnAction(_ -> openFile());
        view.testFolder.setOnAction(_ -> openTest(picker.openFolder(texts.get("view.data.testFolder.ask"))));
        view.testFile.setOnAction(_ -> openTest(picker.openFile(texts.get("view.data.testFile.ask"))));
        recent = new RecentData(view.choice, view.openFile, context, path -> load(path.toString()));
        view.choices.setOnChosen(images -> load(new DataRequest(request.origin(), request.test(), images)));
        Buttons.named(
                view.counts,
                Bindings.createStringBinding(this::countsHelp, model.datasetProperty(), texts.messagesProperty()));
        view.counts.setOnAction(_ -> toggleLook());
        view.choice
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> data() == null ? texts.get("view.data.none") : texts.get(data().name()),
                        model.datasetProperty(),
                        texts.messagesProperty()));
        view.counts
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> data() == null ? "" : countsText(), model.datasetProperty(), texts.messagesProperty()));
        view.counts.visibleProperty().bind(model.datasetProperty().isNotNull());
        model.datasetProperty().subscribe(_ -> {
            view.counts.pseudoClassStateChanged(WARNS, warns());
        });
        InvalidationListener note = _ -> showNote();
        model.runProperty().addListener(note);
        model.datasetProperty().addListener(note);
        model.settingsPendingProperty().addListener(note);
        showNote();
        model.datasetProperty().subscribe(this::paintLook);
        texts.messagesProperty().subscribe(this::paintLook);
    }

    public Node view() {
        return view;
    }

    private Dataset data() {
        return model.datasetProperty().get();
    }

    private void showNote() {
        Run run = model.runProperty().get();
        boolean waiting = run != null && model.settingsPendingProperty().get() && run.dataset() != data();
        view.note.setWaiting(waiting);
    }

    /** Loads a dataset; of two asked for in a row the later one counts. What is shown stays until it is there. */
    public void load(String origin) {
        load(DataRequest.of(origin));
    }

    /** Loads a dataset, see {@link #load(String)}. */
    public void load(DataRequest asked) {
        load(asked, () -> {});
    }

    /** @param then done once the data are there */
    public void load(DataRequest asked, Runnable then) {
        String origin = asked.origin();
        Dataset shown = data();
        if (loading != null) {
            loading.cancel();
        }
        loading = tasks.start(
                Sentence.of(
                        "view.data.loading",
                        view.named.containsKey(origin) ? Sentence.of("view.data." + origin) : origin),
                progress -> sameOr(shown, loader.load(asked, progress)),
                dataset -> {
                    request = asked;
                    view.choices.show(asked.images());
                    int before = model.settingsProperty().get().batch();
                    model.setDataset(dataset);
                    if (!view.named.containsKey(origin)) {
                        recent.remember(Path.of(origin));
                    }
                    tellBatch(before, dataset.train().count());
                    then.run();
                },
                problem -> fail(origin, problem));
    }

    /** Data that are chosen again and have not changed are those chosen: no run waits for them. */
    private static Dataset sameOr(Dataset shown, Dataset loaded) {
        boolean same = shown != null
                && shown.request().equals(loaded.request())
                && shown.identity().equals(loaded.identity());
        return same ? shown : loaded;
    }

    /** What was changed with the data must not go unsaid. */
    private void tellBatch(int before, int images) {
        int now = model.settingsProperty().get().batch();
        if (now != before) {
            Sentence text = Sentence.of("view.data.batch", now, before, images);
            notices.show(new Notices.Notice(Notices.Kind.DONE, text, null, null, null));
        }
    }

    private void fail(String origin, Problem problem) {
        if (request != null) {
            view.choices.show(request.images());
        }
        notices.show(Notices.Notice.problem(problem, Sentence.of("view.data.open"), this::openFolder));
        // The window is of no use without data, and these need neither disk nor network.
        if (data() == null && !origin.equals(BUILT_IN)) {
            load(BUILT_IN);
        }
    }

    /** Asks for a folder and loads what is in it. */
    public void openFolder() {
        open(picker.openFolder(texts.get("view.data.open.ask")));
    }

    /** Asks for a file and loads it, with those beside it that belong to it. */
    public void openFile() {
        open(picker.openFile(texts.get("view.data.openFile.ask")));
    }

    private void open(Path chosen) {
        if (chosen == null || others.open(chosen)) {
            return;
        }
        if (Files.isRegularFile(chosen)) {
            tasks.start(
                    Sentence.of("view.data.looking", chosen.getFileName().toString()),
                    progress -> found(chosen, progress),
                    found -> {
                        if (found.weights() != null) {
                            offer.show(found.weights(), found.origin());
                        } else if (found.origin() != null) {
                            offer(chosen, found.origin());
                        } else if (found.settings() != null) {
                            take(chosen, found.settings());
                        } else {
                            load(chosen.toString());
                        }
                    });
        } else {
            load(chosen.toString());
        }
    }

    /** What a file is besides data. @param origin the run it was made of; null for none, as are the others */
    private record Found(Origin origin, WeightFile weights, RunSettings settings) {}

    private static Found found(Path file, Progress progress) throws Problem, IOException {
        Origin origin = origin(file);
        WeightFile weights = WeightFile.seems(file, progress) ? WeightFile.read(file, progress) : null;
        boolean settings = origin == null && weights == null && file.toString().endsWith(OtherFiles.SETTINGS);
        return new Found(origin, weights, settings ? SettingsReader.read(file) : null);
    }

    /** Takes what a settings file says, for the next run. */
    private void take(Path file, RunSettings settings) {
        model.setSettings(settings.config());
        if (settings.data() != null) {
            load(settings.data());
        }
        Sentence taken = Sentence.of("view.data.settings", file.getFileName().toString());
        notices.show(new Notices.Notice(Notices.Kind.DONE, taken, null, null, null));
    }

    /** @return the run that a file was made of; null if it does not say, or cannot be read: loading it says why */
    private static Origin origin(Path file) {
        try {
            return OriginReader.read(file);
        } catch (IOException _) {
            return null;
        }
    }

    /** A file that was exported is no data, but says which settings and data it was made with. */
    private void offer(Path file, Origin origin) {
        notices.show(new Notices.Notice(
                Notices.Kind.DONE,
                Sentence.of("view.data.exported", file.getFileName().toString()),
                Sentence.of("view.data.exported.use"),
                () -> {
                    notices.clear();
                    model.setSettings(origin.config());
                    if (data() == null || !data().request().equals(origin.data())) {
                        load(origin.data());
                    }
                },
                null));
    }

    /** Adds images to test with to those there are, all of which then are for training. */
    private void openTest(Path chosen) {
        if (chosen != null && request != null) {
            load(new DataRequest(request.origin(), chosen.toString(), request.images()));
        }
    }

    private boolean warns() {
        return data() != null && data().account().warns();
    }

    private String countsText() {
        return texts.get(
                "view.data.counts", data().train().count(), data().test().count());
    }

    private String countsHelp() {
        String help = texts.get(warns() ? "view.data.counts.warning" : "view.data.counts.help");
        // The numbers too: in a narrow window the button shows none.
        return data() == null ? help : countsText() + "\n" + help;
    }

    /** Shows forty images, or puts them away. */
    public void toggleLook() {
        if (view.look.isShowing()) {
            view.look.hide();
        } else if (data() != null) {
            view.look.show(view.counts);
            paintLook();
        }
    }

    private void paintLook() {
        if (!view.look.isShowing() || data() == null) {
            return;
        }
        view.account.show(data());
        view.choices.setVisible(request != null);
        view.thumbnails.show(data());
        view.thumbnails.setAccessibleText(texts.get("view.data.thumbnails", Thumbnails.labels(data())));
    }

    /** Lets folders and files be dropped anywhere on the window. */
    public void acceptDrops(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            boolean dropped = event.getDragboard().hasFiles();
            if (dropped) {
                openAll(event.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .toList());
            }
            event.setDropCompleted(dropped);
            event.consume();
        });
    }

    /**
     * Opens files or folders, whatever they are. Of two with images one is for testing: the one whose name says so, or
     * else the second.
     */
    public void openAll(List<Path> files) {
        List<String> paths = files.stream().map(Path::toString).sorted().toList();
        Path alone = OtherFiles.alone(files);
        if (paths.size() == 1) {
            open(Path.of(paths.getFirst()));
        } else if (paths.size() > 1 && alone != null) {
            notices.show(Notices.Notice.problem(
                    Problem.of("view.data.alone", alone.getFileName().toString())));
        } else if (paths.size() > 2) {
            notices.show(Notices.Notice.problem(Problem.of("view.data.tooMany", paths.size())));
        } else if (paths.size() == 2) {
            boolean firstTests = PairedParts.saysTest(paths.getFirst());
            String train = firstTests ? paths.getLast() : paths.getFirst();
            String test = firstTests ? paths.getFirst() : paths.getLast();
            load(new DataRequest(train, test, ImageOptions.DEFAULT));
        }
    }
}

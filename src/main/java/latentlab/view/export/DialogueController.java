package latentlab.view.export;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.util.Duration;
import latentlab.export.Export;
import latentlab.export.Export.Subject;
import latentlab.export.ExportCatalogue;
import latentlab.export.ExportOption;
import latentlab.export.preview.Preview;
import latentlab.export.preview.Previews;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.session.EpochRange;
import latentlab.session.TrainingModel;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import latentlab.view.LatestOnly;
import latentlab.view.OwnedWindow;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/** Lets somebody choose what to save, and shows what comes of it while they do. */
final class DialogueController {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 620;
    private static final double MIN_WIDTH = 760;
    private static final double MIN_HEIGHT = 520;
    /** Time without a change after which what has been chosen is worked out. */
    private static final Duration SETTLED = Duration.millis(150);

    /** What may go wrong with a temporary file and says nothing about the place that somebody will choose. */
    private static final Set<String> OF_TEMPORARY_FILES =
            Set.of("export.file.full", "export.file.readonly", "export.file.failed", "export.preview.failed");

    private final ViewContext context;
    private final TrainingModel model;
    private final Texts texts;
    private final RememberedOptions remembered;
    private final ObservableValue<EpochRange> marked;
    private final Predicate<ExportRequest> saving;
    private final ExportDialogue view;
    private final LatestOnly previewing;
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private final OwnedWindow window;
    /** Null until it is opened for the first time. */
    private Stage stage;

    /**
     * @param marked epochs that are marked on the timeline; null for none
     * @param saving saves what is chosen; false if nobody has named a file
     */
    DialogueController(
            ViewContext context,
            List<Export> exports,
            RememberedOptions remembered,
            ObservableValue<EpochRange> marked,
            Predicate<ExportRequest> saving) {
        this.context = context;
        this.remembered = remembered;
        this.marked = marked;
        this.saving = saving;
        model = context.model();
        texts = context.texts();
        view = new ExportDialogue(texts, exports);
        view.setMinSize(MIN_WIDTH - 20, MIN_HEIGHT - 60);
        window = new OwnedWindow(context, view, "view.export.dialogue", WIDTH, HEIGHT, MIN_WIDTH, MIN_HEIGHT);
        previewing = context.latestOnly();
        view.formats.onSelect(export -> {
            if (shown()) {
                show(export);
            }
        });
        view.epochs.onChange(this::change);
        view.epochs.all.setOnAction(_ -> view.epochs.show(latentlab.export.EpochRange.ALL));
        view.epochs.shown.setOnAction(_ -> view.epochs.show(latentlab.export.EpochRange.of(shownEpoch())));
        view.epochs.marked.setOnAction(_ -> view.epochs.show(marked()));
        view.save.setOnAction(_ -> save());
        view.cancel.setOnAction(_ -> stage.hide());
        settled.setOnFinished(_ -> preview());
        view.words.field.textProperty().subscribe(this::changeIfShown);
        view.words.field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                view.save.fire();
                event.consume();
            }
        });
        // The list takes Enter and Escape for itself; here they mean what they mean everywhere in a dialogue.
        view.formats.list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) {
                (event.getCode() == KeyCode.ENTER ? view.save : view.cancel).fire();
                event.consume();
            }
        });
        model.runProperty().subscribe(() -> {
            if (view.export() != null) {
                askForWords(view.export());
            }
            changeIfShown();
        });
        model.stateProperty().subscribe(this::changeIfShown);
        // The words in the picture, its size and what is wrong are in the language, too.
        texts.messagesProperty().subscribe(this::changeIfShown);
    }

    private int shownEpoch() {
        return model.selectedEpochProperty().get();
    }

    private int newest() {
        return Math.max(0, model.history().size() - 1);
    }

    private latentlab.export.EpochRange marked() {
        EpochRange range = marked.getValue();
        return range == null
                ? latentlab.export.EpochRange.ALL
                : new latentlab.export.EpochRange(range.first(), range.last(), 1);
    }

    /** @param owner scene of the window that it belongs to */
    void open(Scene owner) {
        open(owner, view.export() == null ? remembered.last() : view.export());
    }

    /** @param chosen the format that it shows at first */
    void open(Scene owner, Export chosen) {
        if (stage == null) {
            stage = window.stage(owner.getWindow());
            stage.initModality(Modality.WINDOW_MODAL);
            stage.setOnHidden(_ -> rest());
            view.preview.heightProperty().subscribe(this::changeIfShown);
            view.preview.widthProperty().subscribe(this::changeIfShown);
            // Of the same room it needs more pixels.
            window.factorProperty().subscribe(this::changeIfShown);
        }
        // Before it is filled: a list that is told to scroll in a hidden window is styled without the theme.
        stage.show();
        view.epochs.marked.setDisable(marked.getValue() == null);
        view.formats.select(chosen);
        show(chosen);
        if (marked.getValue() == null) {
            view.epochs.show(latentlab.export.EpochRange.ALL);
        } else {
            view.epochs.show(marked());
        }
        if (view.epochs.extent() == Export.Extent.ONE) {
            view.epochs.show(latentlab.export.EpochRange.of(shownEpoch()));
        }
        view.formats.list.requestFocus();
    }

    private void show(Export export) {
        view.preview.clear();
        view.show(export, remembered.of(export), this::change);
        askForWords(export);
        change();
    }

    private void askForWords(Export export) {
        view.words.show(
                export.equals(ExportCatalogue.REPORT) ? model.runProperty().get() : null);
    }

    private boolean shown() {
        return window.isShowing();
    }

    private void changeIfShown() {
        if (shown()) {
            change();
        }
    }

    /** Something else is chosen: what was being worked out is no longer wanted. */
    private void change() {
        if (view.export() == null) {
            return;
        }
        previewing.forget();
        settled.stop();
        view.training.setVisible(model.stateProperty().get() == RunState.TRAINING);
        view.epochs.show(view.export().extent(view.shownView()), shownEpoch());
        Sentence wrong = view.refusal();
        if (wrong == null && view.epochs.range(newest()) == null) {
            wrong = view.epochs.refusal(newest());
        }
        view.refuse(wrong);
        view.preview.size.setText(wrong == null ? texts.get("view.export.working") : "");
        if (wrong == null) {
            settled.playFromStart();
        }
    }

    /** @return null while something is wrong */
    private ExportRequest request() {
        Map<ExportOption, Integer> options = view.chosen();
        latentlab.export.EpochRange range = view.epochs.range(newest());
        return options == null || range == null ? null : new ExportRequest(view.export(), options, range);
    }

    private void preview() {
        ExportRequest request = request();
        Run run = model.runProperty().get();
        if (request == null || run == null || !shown()) {
            return;
        }
        view.words.keep();
        Subject subject = request.subject(model, context.images());
        Messages messages = texts.messagesProperty().get();
        double scale = stage.getOutputScaleX() * window.factorProperty().get();
        int width = view.preview.roomWidth(scale);
        int height = view.preview.roomHeight(scale);
        int shown = shownEpoch();
        record Made(Preview preview, Problem problem) {}
        previewing.request(
                wanted -> {
                    Progress progress = (_, _) -> {
                        if (!wanted.getAsBoolean()) {
                            throw new CancellationException();
                        }
                    };
                    try (Run.Hold _ = run.hold()) {
                        Preview made = Previews.of(request.export(), subject, messages, shown, width, height, progress);
                        return new Made(made, null);
                    } catch (Problem problem) {
                        return new Made(null, problem);
                    }
                },
                made -> {
                    if (made.problem() == null) {
                        show(request, made.preview(), scale);
                    } else {
                        refuse(made.problem());
                    }
                });
    }

    private void show(ExportRequest request, Preview preview, double scale) {
        int millis = request.options().getOrDefault(ExportOption.FRAME, 0);
        double stays = millis;
        if (preview.content() instanceof Preview.Pictures pictures && preview.frames() > 0) {
            // Of very many frames some are played, in the time of all.
            stays = (double) millis * preview.frames() / pictures.pictures().size();
        }
        String name = texts.get(request.export().name());
        view.preview.show(
                preview.content(), Math.max(20, stays), scale, texts.get("view.export.preview") + ": " + name);
        view.preview.size.setText(SizeWords.of(preview, millis, request.export(), texts));
    }

    private void refuse(Problem problem) {
        view.preview.clear();
        view.preview.size.setText("");
        if (OF_TEMPORARY_FILES.contains(problem.sentence().key())) {
            view.warn(problem.sentence());
        } else {
            view.refuse(problem.sentence());
        }
    }

    private void save() {
        ExportRequest request = request();
        if (request == null) {
            return;
        }
        view.words.keep();
        // One window at a time: the system's own would come up behind this one.
        stage.hide();
        if (saving.test(request)) {
            remembered.keep(request);
        } else {
            stage.show();
            changeIfShown();
        }
    }

    private void rest() {
        view.words.keep();
        settled.stop();
        previewing.forget();
        view.preview.stop();
    }
}

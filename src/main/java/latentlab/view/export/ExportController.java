package latentlab.view.export;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import latentlab.export.EpochRange;
import latentlab.export.Export;
import latentlab.export.Export.Subject;
import latentlab.export.ExportCatalogue;
import latentlab.run.Run;
import latentlab.session.GridImages;
import latentlab.session.TrainingModel;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.view.FileSaving;
import latentlab.view.LongTasks;
import latentlab.view.LongTasks.LongTask;
import latentlab.view.Notices;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/** Saves what the run has come to so far; training goes on meanwhile. */
public final class ExportController {
    /** The extension of files for the browser. */
    private static final String PAGE = "html";

    private final ExportView view;
    private final TrainingModel model;
    private final Texts texts;
    private final LongTasks tasks;
    private final Notices notices;
    private final FileSaving saving;
    private final GridImages images;
    private final List<Export> exports;
    private final RememberedOptions remembered;
    private final DialogueController dialogue;
    private final Set<LongTask> started = Collections.newSetFromMap(new WeakHashMap<>());

    /**
     * @param exports what can be saved
     * @param marked epochs that are marked on the timeline; null for none
     */
    public static ExportController in(
            ViewContext context, List<Export> exports, ObservableValue<latentlab.session.EpochRange> marked) {
        return new ExportController(new ExportView(context.texts(), exports), context, exports, marked);
    }

    private ExportController(
            ExportView view,
            ViewContext context,
            List<Export> exports,
            ObservableValue<latentlab.session.EpochRange> marked) {
        this.view = view;
        this.exports = exports;
        tasks = context.tasks();
        notices = context.notices();
        saving = context.saving();
        images = context.images();
        model = context.model();
        texts = context.texts();
        remembered = new RememberedOptions(context, exports);
        dialogue = new DialogueController(context, exports, remembered, marked, this::save);
        view.open.setOnAction(_ -> open());
        view.again.setOnAction(_ -> save(remembered.last()));
        view.favourites.forEach((export, item) -> item.setOnAction(_ -> begin(export)));
        context.preferences().exportProperty().subscribe(id -> view.showLast(id.isEmpty() ? null : remembered.last()));
        view.disableProperty().bind(model.runProperty().isNull());
    }

    public Node view() {
        return view;
    }

    /** A report begins with words of one's own, which only the dialogue asks for. */
    private void begin(Export export) {
        if (export.equals(ExportCatalogue.REPORT)) {
            dialogue.open(view.getScene(), export);
        } else {
            save(export);
        }
    }

    /** Lets somebody choose what to save and how. Nothing happens while there is no run. */
    public void open() {
        if (model.runProperty().get() != null) {
            dialogue.open(view.getScene());
        }
    }

    /**
     * Asks where to save it as it was saved last, all epochs or the one shown, and does. Nothing happens while there is
     * no run.
     *
     * @param id of the export
     */
    public void save(String id) {
        exports.stream()
                .filter(export -> export.id().equals(id) && model.runProperty().get() != null)
                .forEach(this::save);
    }

    private void save(Export export) {
        ExportRequest request = new ExportRequest(export, remembered.of(export), EpochRange.ALL);
        boolean one = request.extent() == Export.Extent.ONE;
        EpochRange shown = EpochRange.of(model.selectedEpochProperty().get());
        if (save(one ? new ExportRequest(export, request.options(), shown) : request)) {
            remembered.keep(request);
        }
    }

    /** @return whether anything is being written now */
    public boolean writing() {
        return tasks.running().stream().anyMatch(started::contains);
    }

    /** @return false if nobody has named a file */
    private boolean save(ExportRequest request) {
        Export export = request.export();
        Path file = saving.picker()
                .save(texts.get(export.question()), export.fileName(), export.extension(), saving.mayReplace());
        if (file == null || model.runProperty().get() == null) {
            return false;
        }
        Subject subject = request.subject(model, images);
        // A new run may take its place before the file is written.
        Run.Hold held = subject.run().hold();
        Messages messages = texts.messagesProperty().get();
        String name = file.getFileName().toString();
        started.add(tasks.start(
                Sentence.of("view.export.writing", name),
                progress -> {
                    try (held) {
                        Sentence saved = said(request.extent(), subject, name);
                        for (Sentence remark : export.write(file, subject, messages, progress)) {
                            saved = Sentence.of("view.export.remarked", saved, remark);
                        }
                        return saved;
                    }
                },
                saved -> notices.show(new Notices.Notice(
                        Notices.Kind.DONE,
                        saved,
                        Sentence.of("view.export.show"),
                        () -> saving.show().accept(file.getParent()),
                        null,
                        opening(export, file)))));
        return true;
    }

    /** What is made for the browser is looked at there: whoever saved it need not look for it in its folder. */
    private Notices.Notice.Way opening(Export export, Path file) {
        return PAGE.equals(export.extension())
                ? new Notices.Notice.Way(
                        Sentence.of("view.export.openPage"), () -> saving.show().accept(file))
                : null;
    }

    private static Sentence said(Export.Extent extent, Subject subject, String name) throws Problem {
        return switch (extent) {
            case ALL -> Sentence.of("view.export.done", name, subject.history().size());
            case ONE -> Sentence.of("view.export.doneOne", name, subject.epoch());
            case CHOSEN -> {
                int kept = subject.epochs().size();
                int wanted = (int) subject.history().stream()
                        .filter(result -> subject.range().contains(result.epoch()))
                        .count();
                yield kept < wanted
                        ? Sentence.of("view.export.doneThinned", name, kept, wanted)
                        : Sentence.of("view.export.done", name, kept);
            }
        };
    }
}

package latentlab.view.export;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import latentlab.export.EpochRange;
import latentlab.export.Export;
import latentlab.export.ExportCatalogue;
import latentlab.export.ExportOption;
import latentlab.export.picture.View;
import latentlab.preferences.GridLook;
import latentlab.run.Run;
import latentlab.session.EpochComparison.Pinned;
import latentlab.session.GridImages;
import latentlab.session.TrainingModel;
import latentlab.text.Messages;
import latentlab.text.Sentence;
import latentlab.view.FileSaving;
import latentlab.view.LongTasks;
import latentlab.view.LongTasks.LongTask;
import latentlab.view.Notices;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/** Saves what the run has come to so far; training goes on meanwhile. */
public final class ExportController {
    private final ExportView view;
    private final TrainingModel model;
    private final Texts texts;
    private final LongTasks tasks;
    private final Notices notices;
    private final FileSaving saving;
    private final ObjectProperty<Integer> frameMillis;
    private final GridImages images;
    private final ObjectProperty<GridLook> look;
    private final ReadOnlyObjectProperty<Pinned> pinned;
    private final List<Export> exports;
    private final Set<LongTask> started = Collections.newSetFromMap(new WeakHashMap<>());

    /** @param exports what can be saved */
    public static ExportController in(ViewContext context, List<Export> exports) {
        return new ExportController(new ExportView(context.texts(), exports), context, exports);
    }

    private ExportController(ExportView view, ViewContext context, List<Export> exports) {
        this.view = view;
        this.exports = exports;
        tasks = context.tasks();
        notices = context.notices();
        saving = context.saving();
        frameMillis = context.preferences().frameMillisProperty();
        images = context.images();
        look = context.preferences().gridLookProperty();
        pinned = context.comparison().pinnedProperty();
        model = context.model();
        texts = context.texts();
        view.items.forEach((choice, item) -> item.setOnAction(_ -> save(choice.export(), choice.view())));
        view.disableProperty().bind(model.runProperty().isNull());
    }

    public Node view() {
        return view;
    }

    /** Asks where to save, and does. Nothing happens while there is no run. @param id of the export */
    public void save(String id) {
        exports.stream()
                .filter(export -> export.id().equals(id) && model.runProperty().get() != null)
                .forEach(export -> save(export, null));
    }

    /** @return whether a file is being written now */
    public boolean writing() {
        return tasks.running().stream().anyMatch(started::contains);
    }

    /** @param shown what a picture shows; null for what it shows unless somebody chooses */
    private void save(Export export, View shown) {
        if (export == ExportCatalogue.REPORT) {
            new OwnWords(model.runProperty().get(), texts, () -> askWhere(export, shown)).show(view);
        } else {
            askWhere(export, shown);
        }
    }

    private void askWhere(Export export, View shown) {
        Path file = saving.picker()
                .save(texts.get(export.question()), export.fileName(), export.extension(), saving.mayReplace());
        if (file == null) {
            return;
        }
        Export.Subject subject = new Export.Subject(
                        model.runProperty().get(),
                        List.copyOf(model.history()),
                        List.copyOf(model.rateChanges()),
                        chosen(shown),
                        export.kind() == Export.Kind.EPOCH || shown != null
                                ? EpochRange.of(model.selectedEpochProperty().get())
                                : EpochRange.ALL)
                .with(images.shownProperty().get());
        // A new run may take its place before the file is written.
        Run.Hold held = subject.run().hold();
        Messages messages = texts.messagesProperty().get();
        String name = file.getFileName().toString();
        int all = subject.history().size();
        int kept = export.animated() ? subject.run().kept(subject.history()).size() : all;
        Sentence done = kept < all
                ? Sentence.of("view.export.doneThinned", name, kept, all)
                : Sentence.of("view.export.done", name, all);
        started.add(tasks.start(
                Sentence.of("view.export.writing", name),
                progress -> {
                    try (held) {
                        export.writer().write(file, subject, messages, progress);
                    }
                    return file;
                },
                written -> notices.show(new Notices.Notice(
                        Notices.Kind.DONE,
                        done,
                        Sentence.of("view.export.show"),
                        () -> saving.showFolder().accept(written.getParent()),
                        null))));
    }

    private Map<ExportOption, Integer> chosen(View shown) {
        Map<ExportOption, Integer> chosen = new HashMap<>(Map.of(ExportOption.FRAME, frameMillis.get()));
        if (shown != null) {
            chosen.put(ExportOption.VIEW, shown.ordinal());
            // As the grid is seen.
            GridLook grid = look.get();
            chosen.put(ExportOption.SIGNED, grid.signedError() ? 1 : 0);
            chosen.put(ExportOption.SMOOTH, grid.smooth() ? 1 : 0);
            chosen.put(ExportOption.COLOURS, grid.mapped() ? 1 : 0);
            chosen.put(ExportOption.WIPE, grid.wipe() ? 1 : 0);
            Pinned a = pinned.get();
            if (a != null) {
                chosen.put(ExportOption.AGAINST, a.epoch());
            }
        }
        return chosen;
    }
}

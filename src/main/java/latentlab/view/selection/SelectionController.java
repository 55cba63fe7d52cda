package latentlab.view.selection;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import latentlab.data.Dataset;
import latentlab.data.ImageSearch;
import latentlab.export.table.SelectionCsv;
import latentlab.run.Run;
import latentlab.run.images.ErrorRanking;
import latentlab.session.Exploration;
import latentlab.session.Selection;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.view.Choices;
import latentlab.view.FileSaving;
import latentlab.view.LatestOnly;
import latentlab.view.LongTasks;
import latentlab.view.LongTasks.LongTask;
import latentlab.view.Notices;
import latentlab.view.ShownEpoch;
import latentlab.view.Texts;
import latentlab.view.Tip;
import latentlab.view.ViewContext;

/**
 * Selects test images by the user's input or by their errors, shows them with the model of the selected epoch, and
 * saves them.
 */
public final class SelectionController {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    /** Most classes listed for a selection; the tooltip lists all. */
    private static final int TOLD = 10;

    private final SelectionView view;
    private final Selection selection;
    private final Exploration exploration;
    private final Texts texts;
    private final LongTasks tasks;
    private final Notices notices;
    private final FileSaving saving;
    private final LatestOnly ranking;
    private final LatestOnly reconstruction;
    /** A reference, since a binding without one is garbage-collected. */
    private final ObservableValue<ShownEpoch> selected;
    /** A message shown instead of the selection: why a request failed, or that it is being computed; null for none. */
    private final ObjectProperty<Sentence> remark = new SimpleObjectProperty<>();

    private final Tooltip tooltip = new Tip();
    private Run shownRun;
    private LongTask writing;

    public static SelectionController in(ViewContext context) {
        ImageSteps.note(context);
        return new SelectionController(new SelectionView(context.texts(), context.colours()), context);
    }

    private SelectionController(SelectionView view, ViewContext context) {
        this.view = view;
        tasks = context.tasks();
        notices = context.notices();
        saving = context.saving();
        selection = context.selection();
        exploration = context.exploration();
        texts = context.texts();
        ranking = context.latestOnly();
        reconstruction = context.ofEpoch();
        selected = context.shown();
        wireSearch();
        wireCommands();
        wireStrip();
        selected.subscribe(this::follow);
        selection.imagesProperty().subscribe(_ -> showImages());
        selection.imagesProperty().subscribe(_ -> refuse(null));
        remark.subscribe(_ -> describe());
        texts.messagesProperty().subscribe(_ -> describe());
        view.visibleProperty().subscribe(_ -> reconstruct());
    }

    public SelectionView view() {
        return view;
    }

    private void wireSearch() {
        view.by.getItems().setAll(ImageSearch.values());
        Choices.words(
                view.by,
                texts,
                by -> texts.get(by == ImageSearch.INDEX ? "view.selection.index" : "view.selection.class"));
        view.by.setValue(ImageSearch.INDEX);
        view.field
                .promptTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                view.by.getValue() == ImageSearch.INDEX
                                        ? "view.selection.index.prompt"
                                        : "view.selection.class.prompt"),
                        view.by.valueProperty(),
                        texts.messagesProperty()));
        view.count.getItems().setAll(10, 20, 50, 100);
        Choices.words(view.count, texts, count -> texts.get("view.selection.count", count));
        view.count.setValue(10);
        view.field.setOnAction(_ -> find());
        view.find.setOnAction(_ -> find());
        view.field.textProperty().subscribe(_ -> refuse(null));
        view.by.valueProperty().subscribe(_ -> refuse(null));
        view.worst.setOnAction(_ -> rank(ErrorRanking.WORST));
        view.best.setOnAction(_ -> rank(ErrorRanking.BEST));
        view.getTop()
                .disableProperty()
                .bind(Bindings.createBooleanBinding(() -> selected.getValue() == null, selected));
    }

    private void wireCommands() {
        ObservableValue<Boolean> none = selection.imagesProperty().map(Selection.Images::isEmpty);
        view.isolate.disableProperty().bind(none);
        view.inGrid.disableProperty().bind(none);
        view.save.disableProperty().bind(none);
        view.clear.disableProperty().bind(none);
        selection.isolatedProperty().subscribe(view.isolate::setSelected);
        selection.inGridProperty().subscribe(view.inGrid::setSelected);
        view.isolate.setOnAction(_ -> selection.isolate(view.isolate.isSelected()));
        view.inGrid.setOnAction(_ -> selection.showInGrid(view.inGrid.isSelected()));
        view.save.setOnAction(_ -> save());
        view.clear.setOnAction(_ -> selection.clear());
    }

    private void wireStrip() {
        view.strip.visibleProperty().bind(view.empty.visibleProperty().not());
        view.empty.visibleProperty().bind(selection.imagesProperty().map(Selection.Images::isEmpty));
        view.strip.setActions(exploration::choose, image -> selection.select(Selection.Mode.REMOVE, image));
        view.strip.inSightProperty().subscribe(_ -> reconstruct());
        view.strip.pointedProperty().subscribe(_ -> describePointed());
        Tooltip.install(view.strip, tooltip);
    }

    /** @return whether a file is being written */
    public boolean writing() {
        return writing != null && tasks.running().contains(writing);
    }

    private void follow(ShownEpoch shown) {
        Run run = shown == null ? null : shown.run();
        if (run != shownRun) {
            shownRun = run;
            ranking.forget();
            refuse(null);
            showImages();
        }
        reconstruct();
    }

    private Selection.Mode mode() {
        return view.add.isSelected() ? Selection.Mode.ADD : Selection.Mode.REPLACE;
    }

    private void find() {
        if (shownRun == null) {
            return;
        }
        try {
            int[] found = view.by.getValue().find(view.field.getText(), shownRun.dataset());
            ranking.forget();
            selection.select(mode(), found);
            if (found.length == 1) {
                // A single image found is also chosen, so that the maps mark it.
                exploration.choose(found[0]);
            }
        } catch (Problem problem) {
            refuse(problem.sentence());
        }
    }

    /** @param why the request cannot be fulfilled, or null */
    private void refuse(Sentence why) {
        view.field.pseudoClassStateChanged(DANGER, why != null);
        view.line.pseudoClassStateChanged(DANGER, why != null);
        remark.set(why);
    }

    private void rank(ErrorRanking order) {
        ShownEpoch shown = selected.getValue();
        if (shown == null) {
            return;
        }
        refuse(null);
        remark.set(Sentence.of(
                "view.selection.ranking", shown.run().dataset().test().count()));
        int most = view.count.getValue();
        ranking.request(wanted -> order.first(most, shown.run(), shown.epoch(), wanted), found -> {
            remark.set(null);
            selection.select(mode(), found);
        });
    }

    private void showImages() {
        if (shownRun != null) {
            view.strip.show(
                    shownRun.dataset().test(), selection.imagesProperty().get().inOrder());
            describe();
        }
    }

    private void reconstruct() {
        ShownEpoch shown = selected.getValue();
        int[] inSight = view.strip.inSightProperty().get();
        if (!view.isVisible() || shown == null || inSight.length == 0) {
            reconstruction.forget();
            return;
        }
        reconstruction.request(() -> shown.run().reconstruct(shown.epoch(), inSight), made -> {
            view.strip.showReconstructions(inSight, made);
            describePointed();
        });
    }

    private void describe() {
        String said = remark.get() == null ? summary(TOLD) : texts.get(remark.get());
        view.line.setText(said);
        if (view.line.getTooltip() == null) {
            view.line.setTooltip(new Tip());
        }
        view.line.getTooltip().setText(remark.get() == null ? summary(Integer.MAX_VALUE) : said);
        view.field.setAccessibleHelp(remark.get() == null ? null : said);
        describePointed();
    }

    private String summary(int most) {
        Selection.Images images = selection.imagesProperty().get();
        if (shownRun == null || images.isEmpty()) {
            return texts.get("view.selection.none");
        }
        Dataset dataset = shownRun.dataset();
        int all = dataset.test().count();
        if (!dataset.test().labelled()) {
            return texts.get("view.selection.summary.unlabelled", images.count(), all);
        }
        Map<Integer, Long> counts = IntStream.of(images.inOrder())
                .mapToObj(dataset.test()::label)
                .collect(Collectors.groupingBy(label -> label, Collectors.counting()));
        String classes = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(each -> texts.get("view.selection.ofClass", dataset.className(each.getKey()), each.getValue()))
                .collect(Collectors.joining("  ·  "));
        return texts.get(
                "view.selection.summary", images.count(), all, counts.size() > most ? classes + "  …" : classes);
    }

    private void describePointed() {
        int place = view.strip.pointedProperty().get();
        Run run = shownRun;
        if (run == null
                || place < 0
                || place >= selection.imagesProperty().get().count()) {
            tooltip.hide();
            tooltip.setText(texts.get("view.selection.hover"));
        } else {
            int image = view.strip.image(place);
            int label = run.dataset().test().label(image);
            String name = label < 0 ? "–" : run.dataset().className(label);
            tooltip.setText(texts.get("view.reconstruction.cell", name, image, view.strip.error(place)));
            if (view.strip.isFocused() && !view.strip.isHover()) {
                Point2D corner = view.strip.below(place);
                tooltip.show(view.strip, corner.getX(), corner.getY());
            }
        }
        view.strip.setAccessibleText(texts.get("view.selection.strip", view.line.getText(), tooltip.getText()));
    }

    private void save() {
        ShownEpoch shown = selected.getValue();
        Path file = saving.picker().save(texts.get("view.selection.ask"), "selection.csv", "csv", saving.mayReplace());
        if (shown == null || file == null) {
            return;
        }
        int[] images = selection.imagesProperty().get().inOrder();
        // A new run may replace it before the file is written.
        Run.Hold held = shown.run().hold();
        String name = file.getFileName().toString();
        writing = tasks.start(
                Sentence.of("view.export.writing", name),
                progress -> {
                    try (held) {
                        SelectionCsv.write(file, shown.run(), shown.epoch(), images, progress);
                    }
                    return file;
                },
                written -> notices.show(new Notices.Notice(
                        Notices.Kind.DONE,
                        Sentence.of("view.selection.saved", name, images.length),
                        Sentence.of("view.export.show"),
                        () -> saving.show().accept(written.getParent()),
                        null)));
    }
}

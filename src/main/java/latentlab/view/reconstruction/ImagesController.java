package latentlab.view.reconstruction;

import java.util.Locale;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import latentlab.data.Dataset;
import latentlab.data.ImageSearch;
import latentlab.run.Run;
import latentlab.run.images.ChosenImages;
import latentlab.run.images.ChosenImages.How;
import latentlab.run.images.ErrorRanking;
import latentlab.session.GridImages;
import latentlab.session.Selection;
import latentlab.text.PlainNumber;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.view.Choices;
import latentlab.view.LatestOnly;
import latentlab.view.Notices;
import latentlab.view.ShownEpoch;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/** Chooses which images the grid shows, and says which they are. */
final class ImagesController {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final ImagesView view;
    private final ViewContext context;
    private final GridImages chosen;
    private final Selection selection;
    private final Texts texts;
    private final LatestOnly ranking;
    /** What the line says; null for nothing. */
    private Sentence remark;

    private boolean wrong;
    /** Whether controls are being set by the program, not by the user. */
    private boolean showing;

    ImagesController(ImagesView view, ViewContext context) {
        this.view = view;
        this.context = context;
        chosen = context.images();
        selection = context.selection();
        texts = context.texts();
        ranking = context.latestOnly();
        view.open.disableProperty().bind(context.model().runProperty().isNull());
        view.open.setOnAction(_ -> view.toggle());
        view.notebook.setOnAction(_ -> take(chosen::showNotebook));
        view.selection.setOnAction(_ -> take(() -> selection.showInGrid(view.selection.isSelected())));
        view.indices.setOnAction(_ -> byIndex());
        view.show.setOnAction(_ -> byIndex());
        view.seed.setOnAction(_ -> draw());
        view.draw.setOnAction(_ -> draw());
        view.worst.setOnAction(_ -> rank(ErrorRanking.WORST));
        view.best.setOnAction(_ -> rank(ErrorRanking.BEST));
        view.sorted.setOnAction(_ -> take(() -> chosen.sort(view.sorted.isSelected())));
        view.indices.textProperty().subscribe(_ -> say(null, false));
        view.seed.textProperty().subscribe(_ -> say(null, false));
        Choices.words(view.classes, texts, this::className);
        view.classes.valueProperty().subscribe(this::ofClass);
        context.model().runProperty().subscribe(this::follow);
        chosen.imagesProperty().subscribe(_ -> show());
        chosen.sortedProperty().subscribe(_ -> show());
        selection.imagesProperty().subscribe(_ -> show());
        texts.messagesProperty().subscribe(_ -> show());
        chosen.onDropped(this::tellDropped);
    }

    private Run run() {
        return context.model().runProperty().get();
    }

    private String className(int label) {
        Run run = run();
        return run == null ? "" : run.dataset().className(label);
    }

    private void follow(Run run) {
        ranking.forget();
        say(null, false);
        showing = true;
        view.classes.getItems().clear();
        if (run != null && run.dataset().test().labelled()) {
            Dataset dataset = run.dataset();
            IntStream.range(0, dataset.test().count())
                    .map(dataset.test()::label)
                    .distinct()
                    .sorted()
                    .forEach(view.classes.getItems()::add);
        }
        view.classes.setDisable(view.classes.getItems().isEmpty());
        showing = false;
        show();
    }

    /** Shows what is chosen now, whoever has chosen it. */
    private void show() {
        ChosenImages images = chosen.imagesProperty().get();
        if (images == null) {
            view.open.setText(texts.get("view.reconstruction.images.notebook.shown"));
            return;
        }
        String which = texts.get(sentence(images));
        view.open.setText(
                chosen.sortedProperty().get() ? texts.get("view.reconstruction.images.sorted", which) : which);
        view.notebook.setDisable(chosen.asInNotebook());
        view.selection.setDisable(selection.imagesProperty().get().isEmpty());
        view.selection.setSelected(images.how() == How.SELECTION);
        view.sorted.setSelected(chosen.sortedProperty().get());
        showing = true;
        view.classes.setValue(images.how() == How.CLASS ? Math.toIntExact(images.number()) : null);
        showing = false;
        showRemark();
    }

    private Sentence sentence(ChosenImages images) {
        boolean elsewhere = images.run() != null && !run().id().equals(images.run());
        String key = "view.reconstruction.images."
                + images.how().name().toLowerCase(Locale.ROOT)
                + (elsewhere ? ".before" : ".shown");
        int count = images.indices().size();
        return switch (images.how()) {
            case NOTEBOOK, HAND -> Sentence.of(key, count);
            case SELECTION -> selected(count);
            case RANDOM -> Sentence.of(key, images.number());
            case CLASS -> Sentence.of(key, className(Math.toIntExact(images.number())));
            case WORST, BEST -> Sentence.of(key, count, images.number());
        };
    }

    /** The grid has no room for more than some of them. */
    private Sentence selected(int shown) {
        int all = selection.imagesProperty().get().count();
        return shown < all
                ? Sentence.of("view.reconstruction.images.selection.some", shown, all)
                : Sentence.of("view.reconstruction.images.selection.shown", shown);
    }

    /** Does what was asked for last, not what is still being computed. */
    private void take(Runnable choice) {
        ranking.forget();
        say(null, false);
        choice.run();
        show();
    }

    private void byIndex() {
        try {
            int[] found = ImageSearch.few(view.indices.getText(), Dataset.SAMPLES, run().dataset());
            take(() -> chosen.show(ChosenImages.byHand(found)));
        } catch (Problem problem) {
            say(problem.sentence(), true);
        }
    }

    /** Once more draws by the next seed. */
    private void draw() {
        try {
            long seed = PlainNumber.whole(view.seed.getText().strip());
            ChosenImages now = chosen.imagesProperty().get();
            long next = now.how() == How.RANDOM && now.number() == seed ? seed + 1 : seed;
            view.seed.setText(Long.toString(next));
            take(() -> chosen.show(ChosenImages.random(run().dataset(), next)));
        } catch (NumberFormatException _) {
            say(Sentence.of("view.reconstruction.images.noSeed"), true);
        }
    }

    private void ofClass(Integer label) {
        if (!showing && label != null) {
            take(() -> chosen.show(ChosenImages.ofClass(run().dataset(), label)));
        }
    }

    private void rank(ErrorRanking order) {
        ShownEpoch now = context.shown().getValue();
        if (now == null) {
            return;
        }
        say(Sentence.of("view.selection.ranking", now.run().dataset().test().count()), false);
        ranking.request(
                wanted -> ChosenImages.ranked(order, now.run(), now.epoch(), wanted),
                found -> take(() -> chosen.show(found)));
    }

    /** @param problem whether it is why something cannot be done */
    private void say(Sentence what, boolean problem) {
        remark = what;
        wrong = problem;
        showRemark();
    }

    private void showRemark() {
        view.line.setText(remark == null ? "" : texts.get(remark));
        view.line.pseudoClassStateChanged(DANGER, wrong);
    }

    private void tellDropped() {
        Notices.Notice now = context.notices().currentProperty().get();
        if (now == null || now.kind() == Notices.Kind.DONE) {
            context.notices()
                    .show(new Notices.Notice(
                            Notices.Kind.DONE, Sentence.of("view.reconstruction.images.dropped"), null, null, null));
        }
    }
}

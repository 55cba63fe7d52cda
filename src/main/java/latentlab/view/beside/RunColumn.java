package latentlab.view.beside;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import latentlab.engine.training.EpochResult;
import latentlab.glossary.Term;
import latentlab.library.Entry;
import latentlab.session.Selection;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.Tip;
import latentlab.view.beside.OpenRuns.Opened;
import latentlab.view.beside.Pictures.Picture;
import latentlab.view.words.Terms;

/** One of the runs: what it is called, in what it differs, and what is shown of it. */
final class RunColumn extends VBox {
    private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");

    final FilterDrawing filters;
    private final Opened run;
    private final Texts texts;
    private final SampleDrawing samples;
    private final MapDrawing map;
    private final Label name = new Label();
    /** What has no room of the name, and the file. */
    private final Tip whole = new Tip();

    private final Label label = new Label();
    private final Label state = new Label();
    private final Subscription outside;
    /** The epoch asked for, and the one that is shown; -1 before the first. */
    private int asked = -1;

    private int epoch;

    RunColumn(Opened run, int place, Texts texts, ThemeColours colours, Selection selection) {
        this.run = run;
        this.texts = texts;
        setId("beside-" + (place + 1));
        getStyleClass().add("beside-column");
        name.getStyleClass().add("run-name");
        name.setMinWidth(0);
        name.setTooltip(whole);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED, "beside-label");
        label.setMinWidth(0);
        label.setWrapText(true);
        state.setId("beside-state-" + (place + 1));
        state.getStyleClass().addAll(Styles.TEXT_SMALL, "beside-state");
        state.setMinWidth(0);
        Tooltip all = new Tip();
        all.textProperty().bind(state.textProperty());
        state.setTooltip(all);
        Terms.tell(state, Term.VALIDATION, texts);
        samples = Terms.mark(new SampleDrawing(texts, colours), Term.RECONSTRUCTION);
        map = Terms.mark(new MapDrawing(texts, colours, selection), Term.LATENT_MAP);
        filters = Terms.mark(new FilterDrawing(texts, colours), Term.FILTER);
        samples.setId("beside-samples-" + (place + 1));
        map.setId("beside-map-" + (place + 1));
        filters.setId("beside-filters-" + (place + 1));
        StackPane pictures = new StackPane(samples, map, filters);
        pictures.setMinSize(0, 0);
        VBox.setVgrow(pictures, Priority.ALWAYS);
        getChildren().addAll(name, label, state, pictures);
        setMinWidth(0);
        outside = texts.messagesProperty().subscribe(this::tell);
    }

    /** Lets go of what outlasts this: of a column that is no longer shown nothing is kept. */
    void release() {
        outside.unsubscribe();
        samples.release();
        map.release();
        filters.release();
    }

    Entry entry() {
        return run.entry();
    }

    /** @param title whether the name tells the run from all others, so that nothing more need be said of it */
    void name(String called, boolean title) {
        name.setText(called);
        whole.setText(called + "\n" + run.entry().file().getFileName());
        label.setText(title || run.label().equals(called) ? "" : run.label());
        label.setTooltip(label.getText().isEmpty() ? null : new Tip(label.getText()));
        tell();
    }

    void show(int askedFor, int shown, Picture picture) {
        asked = askedFor;
        epoch = shown;
        samples.show(picture instanceof Pictures.Samples now ? now : null);
        map.show(picture instanceof Pictures.Places now ? now : null);
        filters.show(picture instanceof Pictures.Weights now ? now : null);
        tell();
    }

    private void tell() {
        if (asked < 0) {
            return;
        }
        EpochResult result = run.history().get(epoch);
        boolean ended = asked > run.last();
        boolean dropped = !ended && epoch < asked;
        pseudoClassStateChanged(OTHER, ended || dropped);
        String at = ended
                ? texts.get("view.beside.last", epoch)
                : dropped ? texts.get("view.beside.kept", epoch, asked) : texts.get("view.beside.epoch", epoch);
        String loss = Double.isNaN(result.validLoss()) ? "" : "\n" + texts.get("view.beside.loss", result.validLoss());
        String note = map.shown == null || map.note().isEmpty() ? "" : (loss.isEmpty() ? "\n\n" : "\n") + map.note();
        state.setText(at + loss + note);
        setAccessibleText(name.getText() + ", " + state.getText().strip().replaceAll("\n+", ", "));
        for (Drawing<?> each : List.of(samples, map, filters)) {
            String told = each.told();
            each.setAccessibleText(told.isEmpty() ? getAccessibleText() : getAccessibleText() + ", " + told);
        }
    }
}

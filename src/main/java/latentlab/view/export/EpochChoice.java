package latentlab.view.export;

import atlantafx.base.theme.Styles;
import java.text.Normalizer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import latentlab.export.EpochRange;
import latentlab.export.Export;
import latentlab.glossary.Term;
import latentlab.text.Sentence;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.words.Terms;

/** Which epochs of the run are saved: some, with a step, or one. Gone for what has all of them or none. */
final class EpochChoice extends FlowPane {
    private final Texts texts;
    private final TextField first;
    private final TextField last;
    private final TextField step;
    private final Label to = new Label();
    private final Label every = new Label();
    private final HBox fields;
    final Button all;
    final Button marked;
    final Button shown;
    private Export.Extent extent = Export.Extent.ALL;
    private Runnable changed = () -> {};

    EpochChoice(Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("export-options", "export-epochs");
        Terms.mark(this, Term.EPOCH);
        first = field("first");
        last = field("last");
        step = field("step");
        Label name = new Label();
        name.textProperty().bind(texts.bind("view.export.epochs"));
        name.setLabelFor(first);
        Terms.tell(name, Term.EPOCH, texts);
        to.textProperty().bind(texts.bind("view.export.epochs.to"));
        to.setLabelFor(last);
        every.textProperty().bind(texts.bind("view.export.epochs.every"));
        every.setLabelFor(step);
        last.promptTextProperty().bind(texts.bind("view.export.epochs.newest"));
        fields = new HBox(name, first, to, last, every, step);
        for (Label label : new Label[] {name, to, every}) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        fields.getStyleClass().add("export-option");
        fields.setAlignment(Pos.CENTER_LEFT);
        all = button("all");
        marked = button("marked");
        shown = button("shown");
        getChildren().addAll(fields, all, marked, shown);
        for (Region each : new Region[] {to, last, every, step, all, marked}) {
            each.managedProperty().bind(each.visibleProperty());
        }
        managedProperty().bind(visibleProperty());
    }

    private TextField field(String id) {
        TextField field = Buttons.named(new TextField(), texts.bind("view.export.epochs." + id + ".help"));
        field.setId("export-epochs-" + id);
        field.getStyleClass().addAll(Styles.SMALL, "export-number");
        field.textProperty().subscribe(() -> changed.run());
        return field;
    }

    private Button button(String id) {
        Button button = Buttons.named(new Button(), texts.bind("view.export.epochs." + id + ".help"));
        button.textProperty().bind(texts.bind("view.export.epochs." + id));
        button.setId("export-epochs-" + id);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** @param action run whenever other epochs are chosen, or none that can be */
    void onChange(Runnable action) {
        changed = action;
    }

    /** Shows what can be chosen; where that is one epoch instead of some, or some instead of one, all as at first. */
    void show(Export.Extent other, int shownEpoch) {
        boolean some = other == Export.Extent.CHOSEN;
        if (extent != other) {
            extent = other;
            show(some ? EpochRange.ALL : EpochRange.of(shownEpoch));
        }
        setVisible(other != Export.Extent.ALL);
        for (Region each : new Region[] {to, last, every, step, all, marked}) {
            each.setVisible(some);
        }
    }

    Export.Extent extent() {
        return extent;
    }

    /** Fills in some epochs. */
    void show(EpochRange range) {
        Runnable later = changed;
        changed = () -> {};
        first.setText(Integer.toString(range.first()));
        last.setText(range.last() == Integer.MAX_VALUE ? "" : Integer.toString(range.last()));
        step.setText(Integer.toString(range.step()));
        changed = later;
        changed.run();
    }

    /**
     * @param newest epoch of the run
     * @return null if what is typed is no range in the run, see {@link #refusal}
     */
    EpochRange range(int newest) {
        EpochRange range = extent == Export.Extent.ALL ? EpochRange.ALL : typed();
        boolean wrong = range == null || range.first() > newest;
        for (TextField field : new TextField[] {first, last, step}) {
            field.pseudoClassStateChanged(OptionEditor.DANGER, wrong);
        }
        return wrong ? null : range;
    }

    private EpochRange typed() {
        try {
            return extent == Export.Extent.ONE
                    ? EpochRange.of(EpochRange.parse(plain(first)).first())
                    : EpochRange.parse(plain(first) + ":" + plain(last) + ":" + plain(step));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** A number in plain digits, since Japanese input methods give others; anything else is refused when parsed. */
    private static String plain(TextField field) {
        return Normalizer.normalize(field.getText(), Normalizer.Form.NFKC)
                .strip()
                .replace(':', '-');
    }

    /** What is wrong with what is typed. */
    Sentence refusal(int newest) {
        return extent == Export.Extent.ONE
                ? Sentence.of("view.export.epochs.noEpoch", newest)
                : Sentence.of("view.export.epochs.noRange", newest);
    }
}

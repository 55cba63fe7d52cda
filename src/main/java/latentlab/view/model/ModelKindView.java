package latentlab.view.model;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import latentlab.engine.settings.ModelKind;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.words.NewRunNote;
import latentlab.view.words.Terms;
import org.controlsfx.control.SegmentedButton;

/** A choice of the model for the next run, and of presets for whole runs. */
public final class ModelKindView extends HBox {
    final Map<ModelKind, ToggleButton> choices = new EnumMap<>(ModelKind.class);
    /** Opens the card of presets. */
    final Button presets = new Button();

    final NewRunNote note;

    /** @return the view, bound to the shared model by its controller */
    public static ModelKindView in(ViewContext context) {
        ModelKindView view = new ModelKindView(context.texts());
        new ModelKindController(view, context);
        return view;
    }

    private ModelKindView(Texts texts) {
        getStyleClass().add("bar-group");
        setAlignment(Pos.CENTER_LEFT);
        Label label = new Label();
        label.textProperty().bind(texts.bind("view.model.title"));
        Terms.explain(label, Term.AUTOENCODER, texts);
        for (ModelKind kind : ModelKind.values()) {
            choices.put(kind, choice(kind.name().toLowerCase(Locale.ROOT), texts));
        }
        SegmentedButton buttons = new SegmentedButton(choices.values().toArray(ToggleButton[]::new));
        label.getStyleClass().add("bar-label");
        label.setLabelFor(buttons);
        Terms.tell(choices.get(ModelKind.TIED), Term.TIED, texts);
        Terms.tell(choices.get(ModelKind.SIMPLE), Term.AUTOENCODER, texts);
        Terms.tell(choices.get(ModelKind.VARIATIONAL), Term.VARIATIONAL, texts);
        note = new NewRunNote("model-note", texts);
        presets.setId("presets");
        presets.getStyleClass().add(Styles.SMALL);
        presets.textProperty().bind(texts.bind("view.model.presets"));
        Buttons.named(presets, texts.bind("view.model.presets.help"));
        getChildren().addAll(label, buttons, note, presets);
    }

    private static ToggleButton choice(String kind, Texts texts) {
        ToggleButton button = Buttons.named(new ToggleButton(), texts.bind("view.model." + kind + ".help"));
        button.textProperty().bind(texts.bind("view.choice." + kind));
        button.setId("model-" + kind);
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }
}

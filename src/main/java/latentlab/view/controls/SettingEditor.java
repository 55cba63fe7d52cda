package latentlab.view.controls;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.SettingGroup;
import latentlab.view.Texts;

/** What a setting is chosen with. Speaks in the text of the setting's {@link Domain}. */
sealed interface SettingEditor permits ChosenEditor, TextEditor {
    PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    static SettingEditor of(Setting<?> setting, SettingLook look, Texts texts) {
        return switch (setting.domain()) {
            case Domain.Choice<?> choice -> new ChoiceEditor<>(look.id(), choice, texts);
            case Domain.Whole _, Domain.Real _, Domain.Layers _ -> new TextEditor(look.id(), look.style());
            case Domain.Flag _
            when setting.group() == SettingGroup.BASIC -> new SwitchEditor(look.id(), texts.bind(look.name()));
            case Domain.Flag _ -> new FlagEditor(look.id());
        };
    }

    /** What takes the focus and is named. */
    Control control();

    /** What is put into the row, the control in it. */
    Node node();

    /** Whether the control, or what stands beside it for the same value, has the focus. */
    ReadOnlyBooleanProperty focusedProperty();

    /** What stands in it. */
    String text();

    /** Shows a value without committing it. @param text as the domain writes it */
    void show(String text);

    /** @param commit run when the user has chosen, which does not mean that it is another value or can be taken */
    void onCommit(Runnable commit);

    default void mark(boolean refused) {
        control().pseudoClassStateChanged(DANGER, refused);
    }
}

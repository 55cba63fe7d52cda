package latentlab.view.hearing;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.preferences.Announced;
import latentlab.view.Buttons;
import latentlab.view.PopOvers;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.input.Switch;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.SegmentedButton;

/** A button with a card on which one chooses what is heard of training: sentences by a screen reader, and a tone. */
public final class HearingView extends HBox {
    final Map<Announced, ToggleButton> announced = new EnumMap<>(Announced.class);
    final ToggleSwitch tone;
    /** What has been said last. */
    final Label last = new Label();
    /** Seen by screen readers alone: they are told whenever its text becomes another. */
    final Region announcer = new Region();

    /** @return the view, bound to the shared model by its controller */
    public static HearingView in(ViewContext context) {
        HearingView view = new HearingView(context.texts());
        new HearingController(view, context, Speaker.ofSystem());
        return view;
    }

    HearingView(Texts texts) {
        setAlignment(Pos.CENTER_RIGHT);
        Button open = Buttons.icon(Buttons.named(new Button(), texts.bind("view.hearing.help")), "icon-sound");
        open.setId("hearing");
        open.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "hearing-open");
        announcer.setId("announcer");
        announcer.setAccessibleRole(AccessibleRole.TEXT);
        announcer.setMouseTransparent(true);
        getChildren().addAll(announcer, open);

        SegmentedButton choice = new SegmentedButton();
        for (Announced each : Announced.values()) {
            String word = each.name().toLowerCase(Locale.ROOT);
            ToggleButton button =
                    Buttons.named(new ToggleButton(), texts.bind("view.hearing.announced." + word + ".help"));
            button.textProperty().bind(texts.bind("view.hearing.announced." + word));
            button.setId("hearing-" + word);
            button.getStyleClass().add(Styles.SMALL);
            button.setMinWidth(USE_PREF_SIZE);
            announced.put(each, button);
            choice.getButtons().add(button);
        }
        Label name = new Label();
        name.textProperty().bind(texts.bind("view.hearing.announced"));
        tone = Buttons.named(new Switch(), texts.bind("view.hearing.tone.help"));
        tone.setId("hearing-tone");
        tone.textProperty().bind(texts.bind("view.hearing.tone"));
        last.setId("hearing-last");
        last.setWrapText(true);
        last.setMinHeight(USE_PREF_SIZE);
        last.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        last.managedProperty().bind(last.textProperty().isNotEmpty());
        VBox card = new VBox(name, choice, tone, last);
        card.getStyleClass().add("hearing-card");
        PopOver popOver = PopOvers.of(card, PopOver.ArrowLocation.BOTTOM_RIGHT);
        open.setOnAction(_ -> {
            if (popOver.isShowing()) {
                popOver.hide();
            } else {
                popOver.show(open);
            }
        });
    }
}

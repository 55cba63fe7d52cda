package latentlab.view.reconstruction;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import latentlab.preferences.GridLook;
import latentlab.view.Buttons;
import latentlab.view.PopOvers;
import latentlab.view.Texts;
import latentlab.view.Tip;
import latentlab.view.ViewContext;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.SegmentedButton;

/** How images look: with a row of signed errors, with sharp or smooth pixels, in grey or in colours. */
final class LookCard extends VBox {
    private final Texts texts;
    private final ObjectProperty<GridLook> look;
    private final CheckBox signed = new CheckBox();
    private final ToggleButton pixels;
    private final ToggleButton smooth;
    private final ToggleButton grey;
    private final ToggleButton mapped;
    private final PopOver popOver = PopOvers.of(this, PopOver.ArrowLocation.BOTTOM_CENTER);

    LookCard(ViewContext context) {
        texts = context.texts();
        look = context.preferences().gridLookProperty();
        getStyleClass().add("look-card");
        Buttons.named(signed, texts.bind("view.reconstruction.look.signed.help"));
        signed.textProperty().bind(texts.bind("view.reconstruction.look.signed"));
        signed.setId("reconstruction-signed");
        signed.setOnAction(_ -> look.set(look.get().withSignedError(signed.isSelected())));
        pixels = choice("pixels");
        smooth = choice("smooth");
        grey = choice("grey");
        mapped = choice("mapped");
        pixels.setOnAction(_ -> choose(look.get().withSmooth(false)));
        smooth.setOnAction(_ -> choose(look.get().withSmooth(true)));
        grey.setOnAction(_ -> choose(look.get().withMapped(false)));
        mapped.setOnAction(_ -> choose(look.get().withMapped(true)));
        ObservableValue<Boolean> ownColours = context.model()
                .runProperty()
                .map(run -> !run.dataset().test().shape().grey())
                .orElse(false);
        SegmentedButton colours = new SegmentedButton(grey, mapped);
        colours.disableProperty().bind(ownColours);
        HBox place = row("view.reconstruction.look.colours", colours);
        Tooltip why = new Tip();
        why.textProperty().bind(texts.bind("view.reconstruction.look.own"));
        ownColours.subscribe(own -> {
            // A disabled button has no tooltip: what it is in has.
            if (own) {
                Tooltip.install(place, why);
            } else {
                Tooltip.uninstall(place, why);
            }
        });
        place.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> ownColours.getValue() ? texts.get("view.reconstruction.look.own") : "",
                        ownColours,
                        texts.messagesProperty()));
        getChildren()
                .addAll(
                        row("view.reconstruction.look.rows", signed),
                        row("view.reconstruction.look.scaling", new SegmentedButton(pixels, smooth)),
                        place);
        look.subscribe(this::show);
    }

    private HBox row(String name, Node control) {
        Label label = new Label();
        label.textProperty().bind(texts.bind(name));
        label.getStyleClass().add("playback-name");
        HBox row = new HBox(label, control);
        row.getStyleClass().add("playback-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private ToggleButton choice(String id) {
        ToggleButton button = Buttons.named(new ToggleButton(), texts.bind("view.reconstruction.look." + id + ".help"));
        button.textProperty().bind(texts.bind("view.reconstruction.look." + id));
        button.setId("reconstruction-" + id);
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }

    private void choose(GridLook chosen) {
        look.set(chosen);
        // A click on the chosen one would leave none chosen.
        show(chosen);
    }

    private void show(GridLook now) {
        signed.setSelected(now.signedError());
        pixels.setSelected(!now.smooth());
        smooth.setSelected(now.smooth());
        grey.setSelected(!now.mapped());
        mapped.setSelected(now.mapped());
    }

    void toggle(Node owner) {
        if (popOver.isShowing()) {
            popOver.hide();
        } else {
            popOver.setOnShown(_ -> signed.requestFocus());
            popOver.show(owner);
        }
    }
}

package latentlab.view.controls;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.SettingGroup;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.words.Terms;

/** A heading that unfolds all settings beyond the basic ones, in groups that scroll under it. */
final class AdvancedView extends VBox {
    /** Height from which on the settings leave room for a sentence on one of them. */
    private static final double ROOM_FOR_HELP = 230;

    final ToggleButton header = Buttons.icon(new ToggleButton(), "icon-fold");
    final Button defaults = new Button();
    private final HBox heading = new HBox(header, defaults);

    final Map<Setting<?>, SettingRow<?>> rows = new LinkedHashMap<>();
    /** Units on either side of the hidden layers. */
    final Label inputs = new Label();

    final Label latent = new Label();
    private final ScrollPane scroll = new ScrollPane();
    private final Label help = new Label();

    /** @param stack the model that the settings come to, drawn; stands under its hidden layers */
    AdvancedView(Texts texts, Node stack) {
        getStyleClass().add("advanced");
        header.setId("advanced");
        header.getStyleClass().add("disclosure");
        header.setMinWidth(USE_PREF_SIZE);
        header.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(header, Priority.ALWAYS);
        Buttons.named(header, texts.bind("view.advanced.help"));
        defaults.setId("advanced-defaults");
        defaults.setMinWidth(USE_PREF_SIZE);
        defaults.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        defaults.textProperty().bind(texts.bind("view.advanced.defaults"));
        Buttons.named(defaults, texts.bind("view.advanced.defaults.help"));
        heading.setAlignment(Pos.CENTER_LEFT);

        VBox groups = new VBox();
        groups.getStyleClass().add("setting-groups");
        for (SettingGroup group : SettingGroup.ADVANCED) {
            groups.getChildren().add(group(group, texts, stack));
        }
        // Not before it is unfolded: styling what nobody sees would delay the window.
        header.selectedProperty().subscribe(unfolded -> {
            if (unfolded) {
                scroll.setContent(groups);
            }
        });
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setId("advanced-settings");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        // The bar stands in the panel's padding.
        VBox.setMargin(scroll, new Insets(0, -10, 0, 0));
        help.setId("advanced-help");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        help.setMaxWidth(Double.MAX_VALUE);
        help.getStyleClass().add("setting-help");
        help.textProperty().bind(texts.bind("view.advanced.hint"));
        scroll.visibleProperty().bind(header.selectedProperty());
        scroll.managedProperty().bind(header.selectedProperty());
        // In a low window tooltips alone must do.
        help.visibleProperty()
                .bind(header.selectedProperty().and(heightProperty().greaterThan(ROOM_FOR_HELP)));
        help.managedProperty().bind(help.visibleProperty());
        defaults.managedProperty().bind(header.selectedProperty());
        defaults.visibleProperty().bind(header.selectedProperty());
        rows.values().forEach(row -> {
            row.hoverProperty().addListener((_, _, _) -> explain(texts));
            row.editor.focusedProperty().addListener((_, _, _) -> explain(texts));
        });
        getChildren().addAll(heading, scroll, help);
    }

    private VBox group(SettingGroup group, Texts texts, Node stack) {
        Label title = new Label();
        title.textProperty().bind(texts.bind("view.group." + group.name().toLowerCase(Locale.ROOT)));
        title.getStyleClass().add("setting-group-title");
        VBox box = new VBox(title);
        box.getStyleClass().add("setting-group");
        for (Setting<?> setting : group.settings()) {
            SettingRow<?> row = new SettingRow<>(setting, SettingLook.advanced(setting), texts);
            rows.put(setting, row);
            box.getChildren().add(row);
            if (row.editor instanceof TextEditor text && setting.domain() instanceof Domain.Layers) {
                text.between(Terms.tell(inputs, Term.UNIT, texts), Terms.tell(latent, Term.LATENT_DIMENSION, texts));
                text.field.promptTextProperty().bind(texts.bind("view.advanced.noLayers"));
                box.getChildren().add(stack);
            }
            if (row.editor instanceof TextEditor text && setting == Setting.NOISE_LEVEL) {
                text.withSlider((Domain.Real) setting.domain());
            }
        }
        return box;
    }

    /** Says what the setting under the pointer does, or else the one with the focus. */
    private void explain(Texts texts) {
        help.textProperty().unbind();
        help.textProperty()
                .bind(rows.values().stream()
                        .filter(row -> row.isHover() && row.isManaged())
                        .findFirst()
                        .or(() -> rows.values().stream()
                                .filter(row -> row.editor.focusedProperty().get())
                                .findFirst())
                        .map(row -> row.help)
                        .orElseGet(() -> texts.bind("view.advanced.hint")));
    }

    /** Shows a note in the heading's line, or in one of its own while the heading's last button takes that room. */
    void place(HBox note) {
        header.selectedProperty().subscribe(unfolded -> {
            heading.getChildren().remove(note);
            getChildren().remove(note);
            note.setAlignment(unfolded ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
            if (unfolded) {
                getChildren().add(1, note);
            } else {
                heading.getChildren().add(1, note);
            }
        });
    }

    /** Goes to a row, wherever it is scrolled to. */
    void goTo(SettingRow<?> row) {
        header.setSelected(true);
        getScene().getRoot().applyCss();
        getScene().getRoot().layout();
        row.editor.control().requestFocus();
        Node content = scroll.getContent();
        Bounds place = content.sceneToLocal(row.localToScene(row.getLayoutBounds()));
        double hidden = content.getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
        double middle = place.getCenterY() - scroll.getViewportBounds().getHeight() / 2;
        scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp(middle / hidden, 0, 1));
    }
}

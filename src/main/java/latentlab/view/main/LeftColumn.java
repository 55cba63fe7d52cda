package latentlab.view.main;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import org.controlsfx.control.SegmentedButton;

/** The settings, or the lesson that has been opened in their place. */
final class LeftColumn extends VBox {
    private final Node settings;
    private final Node lesson;
    private final ToggleButton showSettings;
    private final ToggleButton showLesson;
    private final SegmentedButton parts;

    LeftColumn(Node settings, Node lesson, Texts texts) {
        this.settings = settings;
        this.lesson = lesson;
        getStyleClass().add("left");
        showSettings = button("settings", texts);
        showLesson = button("lesson", texts);
        showSettings.setOnAction(_ -> show(false));
        showLesson.setOnAction(_ -> show(true));
        parts = new SegmentedButton(showSettings, showLesson);
        parts.setId("left-parts");
        parts.setMaxWidth(Double.MAX_VALUE);
        parts.managedProperty().bind(parts.visibleProperty());
        StackPane place = new StackPane(settings, lesson);
        setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(parts, place);
        offer(false);
        show(false);
    }

    /** One of several that share the width. */
    static ToggleButton button(String id, Texts texts) {
        ToggleButton button = Buttons.named(new ToggleButton(), texts.bind("view.main." + id + ".help"));
        button.textProperty().bind(texts.bind("view.main." + id));
        button.setId("show-" + id);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }

    /** Whether there is a lesson to switch to. */
    void offer(boolean there) {
        parts.setVisible(there);
    }

    void show(boolean lessonShown) {
        showLesson.setSelected(lessonShown);
        showSettings.setSelected(!lessonShown);
        lesson.setVisible(lessonShown);
        lesson.setManaged(lessonShown);
        settings.setVisible(!lessonShown);
        settings.setManaged(!lessonShown);
    }

    boolean showsLesson() {
        return lesson.isVisible();
    }
}

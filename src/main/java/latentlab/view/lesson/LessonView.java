package latentlab.view.lesson;

import atlantafx.base.theme.Styles;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;

/** A lesson beside the views: where one is, the step's text, and the way on and back. */
public final class LessonView extends VBox {
    /** Opens the lessons; stands in the window's bar. */
    final MenuButton menu;

    final Label title = new Label();
    final Button close;
    final Label place = new Label();
    final ProgressBar progress = new ProgressBar(0);
    /** What the step says, from the top. */
    final VBox page = new VBox();

    final ScrollPane scroll = new ScrollPane(page);
    final Button back;
    final Button next;

    LessonView(Texts texts) {
        getStyleClass().addAll("panel", "lesson");
        setId("lesson");
        menu = Buttons.named(new MenuButton(), texts.bind("view.lesson.learn.help"), Keys.LEARN);
        menu.setId("learn");
        menu.textProperty().bind(texts.bind("view.lesson.learn"));
        menu.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        menu.setMinWidth(USE_PREF_SIZE);
        title.getStyleClass().add(Styles.TITLE_4);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        close = Buttons.icon(Buttons.named(new Button(), texts.bind("view.lesson.close")), "icon-remove");
        close.setId("lesson-close");
        close.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        close.setMinWidth(USE_PREF_SIZE);
        HBox heading = new HBox(title, close);
        heading.getStyleClass().add("lesson-heading");
        place.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        place.setMinWidth(USE_PREF_SIZE);
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        HBox where = new HBox(place, progress);
        where.setAlignment(Pos.CENTER_LEFT);
        where.getStyleClass().add("lesson-where");
        progress.accessibleTextProperty().bind(place.textProperty());
        page.getStyleClass().add("lesson-page");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("lesson-scroll");
        scroll.setFocusTraversable(false);
        setVgrow(scroll, Priority.ALWAYS);
        back = Buttons.back("lesson-back");
        Buttons.named(back, texts.bind("view.lesson.back.help"));
        back.textProperty().bind(texts.bind("view.lesson.back"));
        next = Buttons.icon(Buttons.named(new Button(), texts.bind("view.lesson.next.help")), "icon-play");
        next.setId("lesson-next");
        next.getStyleClass().add(Styles.SMALL);
        next.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox ways = new HBox(back, gap, next);
        ways.setAlignment(Pos.CENTER_LEFT);
        ways.getStyleClass().add("lesson-ways");
        getChildren().addAll(heading, where, scroll, ways);
    }

    /** @return all that the page says, for whoever does not see it */
    String words() {
        return page.getChildren().stream()
                .map(node -> node instanceof Labeled labeled ? labeled.getText() : node.getAccessibleText())
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** The menu of all lessons. */
    public Node menu() {
        return menu;
    }
}

package latentlab.view.data;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.PopOvers;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.words.NewRunNote;
import org.controlsfx.control.PopOver;

/** Which data to train on, how many images there are, and a look at forty of them. */
final class DataView extends HBox {
    /** Item of each dataset with a name, by origin. */
    final Map<String, MenuItem> named = new LinkedHashMap<>();

    final MenuButton choice = new MenuButton();
    final MenuItem openFolder = new MenuItem();
    final MenuItem openFile = new MenuItem();
    final MenuItem testFolder = new MenuItem();
    final MenuItem testFile = new MenuItem();
    final Button counts = new Button();
    final NewRunNote note;
    final AccountList account;
    final ImageChoices choices;
    final Thumbnails thumbnails;
    final PopOver look;

    DataView(Texts texts, ThemeColours colours) {
        getStyleClass().add("bar-group");
        setAlignment(Pos.CENTER_LEFT);
        Label label = new Label();
        label.textProperty().bind(texts.bind("view.data.title"));
        label.getStyleClass().add("bar-label");
        label.setLabelFor(choice);
        choice.setId("data-choice");
        choice.getStyleClass().add(Styles.SMALL);
        Buttons.named(choice, texts.bind("view.data.help"));
        for (String origin : new String[] {"digits", "shapes", "mnist", "fashion", "kmnist", "cifar10"}) {
            MenuItem item = new MenuItem();
            item.setId("data-" + origin);
            item.textProperty().bind(texts.bind("view.data." + origin));
            named.put(origin, item);
            choice.getItems().add(item);
        }
        openFolder.setId("data-open");
        openFolder.textProperty().bind(texts.bind("view.data.open"));
        openFile.setId("data-open-file");
        openFile.textProperty().bind(texts.bind("view.data.openFile"));
        openFolder.setAccelerator(Keys.OPEN.combination());
        openFile.setAccelerator(Keys.OPEN_FILE.combination());
        testFolder.setId("data-test-folder");
        testFolder.textProperty().bind(texts.bind("view.data.testFolder"));
        testFile.setId("data-test-file");
        testFile.textProperty().bind(texts.bind("view.data.testFile"));
        choice.getItems().addAll(new SeparatorMenuItem(), openFolder, openFile);
        choice.getItems().addAll(new SeparatorMenuItem(), testFolder, testFile);
        counts.setId("data-counts");
        counts.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        Buttons.icon(counts, "icon-warning");
        note = new NewRunNote("data-note", texts);
        thumbnails = new Thumbnails(colours);
        account = new AccountList(texts);
        choices = new ImageChoices(texts);
        choices.managedProperty().bind(choices.visibleProperty());
        VBox content = new VBox(account, choices, thumbnails);
        content.getStyleClass().add("data-look");
        look = PopOvers.of(content, PopOver.ArrowLocation.TOP_LEFT);
        getChildren().addAll(label, choice, counts, note);
    }
}

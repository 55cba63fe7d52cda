package latentlab.view.library;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.library.SortOrder;
import latentlab.view.Buttons;
import latentlab.view.TakesKeys;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.words.RunTitles;

/** Saved runs: looked for, looked at, opened and changed. */
public final class LibraryView extends BorderPane implements TakesKeys {
    /** What has a button of its own; the others are in a menu beside them. */
    private static final List<LibraryKeys> SHOWN =
            List.of(LibraryKeys.OPEN, LibraryKeys.RENAME, LibraryKeys.DELETE, LibraryKeys.COMPARE, LibraryKeys.BESIDE);

    final TextField search = new TextField();
    final ComboBox<SortOrder> sort = new ComboBox<>();
    final Button bringIn;
    final Button sweeps;
    /** How many runs there are and are shown, or what is wrong. */
    final Label line = new Label();

    final ProgressBar progress = new ProgressBar();
    final Button cancel;
    final HBox reading;
    final RunList list = new RunList();
    final Parentage parentage = new Parentage();
    final RunTitles titles;
    /** What it takes to compare runs, while too few or too many are selected. */
    final Label several = new Label();

    /** In place of the list: why there is nothing in it. */
    final Label empty = new Label();

    final Map<LibraryKeys, Button> buttons = new EnumMap<>(LibraryKeys.class);
    final Map<LibraryKeys, MenuItem> items = new EnumMap<>(LibraryKeys.class);
    /** Of a right click on a run; has the same items once more. */
    final Map<LibraryKeys, MenuItem> contextItems = new EnumMap<>(LibraryKeys.class);

    private final HBox header;

    LibraryView(Texts texts, ThemeColours colours, RunTitles titles) {
        this.titles = titles;
        getStyleClass().add("library");
        setId("library");
        Buttons.named(search, withKeys(texts, LibraryKeys.SEARCH)).setId("library-search");
        search.promptTextProperty().bind(texts.bind("view.library.search"));
        search.getStyleClass().add(Styles.SMALL);
        HBox.setHgrow(search, Priority.ALWAYS);
        Buttons.named(sort, texts.bind("view.library.sort.help")).setId("library-sort");
        sort.getStyleClass().add(Styles.SMALL);
        bringIn = button("import", texts.bind("view.library.import.help"), texts);
        sweeps = button("sweeps", withKeys(texts, LibraryKeys.SWEEPS), texts);
        HBox tools = new HBox(search, sort, bringIn, sweeps);
        tools.getStyleClass().add("library-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        line.setId("library-line");
        line.getStyleClass().addAll(Styles.TEXT_SMALL, "library-line");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        several.setId("library-several");
        several.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED, "library-line");
        several.setWrapText(true);
        several.setMinHeight(USE_PREF_SIZE);
        several.managedProperty().bind(several.visibleProperty());
        several.setVisible(false);
        cancel = button("cancel", texts.bind("view.library.cancel.help"), texts);
        progress.setId("library-progress");
        progress.accessibleTextProperty().bind(texts.bind("view.library.reading"));
        reading = new HBox(progress, cancel);
        reading.getStyleClass().add("library-tools");
        reading.setAlignment(Pos.CENTER_LEFT);
        reading.managedProperty().bind(reading.visibleProperty());
        reading.setVisible(false);
        setTop(new VBox(tools, line, several, reading));

        list.setId("library-runs");
        list.setFixedCellSize(RunCard.HEIGHT);
        list.setCellFactory(_ -> new RunCard(texts, colours, parentage, titles));
        list.accessibleTextProperty().bind(texts.bind("view.library.title"));
        list.setContextMenu(menu(texts));
        empty.setId("library-empty");
        empty.getStyleClass().addAll(Styles.TEXT_MUTED, "library-empty");
        empty.setWrapText(true);
        setCenter(new StackPane(list, empty));

        header = new HBox();
        header.getStyleClass().add("explore-header");
        header.setAlignment(Pos.CENTER_LEFT);
        for (LibraryKeys each : SHOWN) {
            Button button = button(each.word(), withKeys(texts, each), texts);
            buttons.put(each, button);
            header.getChildren().add(placed(each, button));
        }
        MenuButton more = Buttons.named(new MenuButton(), texts.bind("view.library.more.help"));
        more.setId("library-more");
        more.textProperty().bind(texts.bind("view.library.more"));
        more.getStyleClass().addAll(Styles.SMALL, "library-more");
        more.setMinWidth(USE_PREF_SIZE);
        for (LibraryKeys each : LibraryKeys.values()) {
            if (!SHOWN.contains(each) && each.ordinal() < LibraryKeys.SEARCH.ordinal()) {
                items.put(each, item(each, "library-item-", texts));
                more.getItems().add(items.get(each));
            }
        }
        header.getChildren().add(more);
    }

    /** Comparing says how to select several runs, which a disabled button could not. */
    private static Node placed(LibraryKeys each, Button button) {
        if (!each.ofSeveral()) {
            return button;
        }
        StackPane place = new StackPane(button);
        place.setMinWidth(USE_PREF_SIZE);
        Tooltip.install(place, button.getTooltip());
        button.setTooltip(null);
        return place;
    }

    private ContextMenu menu(Texts texts) {
        ContextMenu menu = new ContextMenu();
        for (LibraryKeys each : LibraryKeys.values()) {
            if (each.ofRuns()) {
                contextItems.put(each, item(each, "library-menu-", texts));
                menu.getItems().add(contextItems.get(each));
            }
        }
        return menu;
    }

    /** Its keys are written beside it: as an accelerator they would work in the whole window. */
    private static MenuItem item(LibraryKeys each, String id, Texts texts) {
        MenuItem item = new MenuItem();
        item.setId(id + each.word());
        item.textProperty().bind(texts.bind("view.library." + each.word()).map(name -> name + "   " + each.text()));
        return item;
    }

    private static ObservableValue<String> withKeys(Texts texts, LibraryKeys keys) {
        return texts.bind("view.library." + keys.word() + ".help").map(words -> words + " (" + keys.text() + ")");
    }

    private static Button button(String name, ObservableValue<String> help, Texts texts) {
        Button button = Buttons.named(new Button(), help);
        button.setId("library-" + name);
        button.textProperty().bind(texts.bind("view.library." + name));
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** Commands on the selected runs, to stand beside the title of the place that the library is in. */
    public HBox header() {
        return header;
    }

    /** Letters are commands for the runs here. */
    @Override
    public boolean takes(KeyCode code) {
        return code.isLetterKey();
    }
}

package latentlab.view.beside;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import latentlab.library.Entry;
import latentlab.session.Selection;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.beside.OpenRuns.Opened;
import latentlab.view.words.RunTitles;
import org.controlsfx.control.SegmentedButton;

/** Two to four saved runs side by side, on one timeline. */
public final class BesideView extends BorderPane {
    final Button back = Buttons.back("beside-back");
    final Map<Shows, ToggleButton> chooser = new EnumMap<>(Shows.class);
    /** Whether pictures are being computed, once that takes long. */
    final Label computing = new Label();

    final Track track;
    private final Texts texts;
    private final ThemeColours colours;
    private final Selection selection;
    private final RunTitles titles;
    private final HBox columns = new HBox();
    private final VBox faults = new VBox();
    private final HBox header;
    private List<RunColumn> shown = List.of();

    BesideView(Texts texts, ThemeColours colours, Selection selection, RunTitles titles) {
        this.titles = titles;
        this.texts = texts;
        this.colours = colours;
        this.selection = selection;
        getStyleClass().add("beside");
        setId("beside");
        SegmentedButton choice = new SegmentedButton();
        for (Shows each : Shows.values()) {
            String key = "view.beside." + each.word();
            ToggleButton button = Buttons.worded(
                    new ToggleButton(), "beside-" + each.word(), texts.bind(key), texts.bind(key + ".help"));
            chooser.put(each, button);
            choice.getButtons().add(button);
        }
        computing.textProperty().bind(texts.bind("view.beside.computing"));
        computing.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        computing.setVisible(false);
        header = new HBox(back, choice, computing);
        header.getStyleClass().add("comparison-header");
        header.setAlignment(Pos.CENTER_LEFT);
        faults.setId("beside-faults");
        faults.managedProperty().bind(faults.visibleProperty());
        columns.getStyleClass().add("beside-columns");
        columns.setMinSize(0, 0);
        track = new Track(texts);
        setTop(faults);
        setCenter(columns);
        setBottom(track);
    }

    /** Leads to where these runs were chosen. */
    public Button back() {
        return back;
    }

    /** The runs in their columns. */
    public Node pictured() {
        return columns;
    }

    /** What is chosen for all of it, to stand beside the title of the place that it is in. */
    public HBox header() {
        return header;
    }

    /** Makes a column of each run, all of one width. */
    void show(List<Opened> runs) {
        shown.forEach(RunColumn::release);
        shown = IntStream.range(0, runs.size())
                .mapToObj(i -> new RunColumn(runs.get(i), i, texts, colours, selection))
                .toList();
        for (RunColumn each : shown) {
            HBox.setHgrow(each, Priority.ALWAYS);
            each.setPrefWidth(200);
        }
        columns.getChildren().setAll(shown);
        name();
    }

    /** Calls the runs as the library does. */
    void name() {
        List<Entry> entries = shown.stream().map(RunColumn::entry).toList();
        List<String> names = titles.of(entries);
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).name(names.get(i), titles.knows(entries.get(i)));
        }
    }

    void tell(List<String> why) {
        faults.getChildren().setAll(why.stream().map(BesideView::fault).toList());
        faults.setVisible(!why.isEmpty());
    }

    private static Label fault(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.DANGER);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    void show(Pictures pictures) {
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i)
                    .show(pictures.asked(), pictures.epochs()[i], pictures.of().get(i));
        }
    }

    /** Scrolls the filters of all runs together. @param lines further down or, if negative, up */
    void scroll(int lines) {
        shown.forEach(each -> each.filters.scroll(lines));
    }
}

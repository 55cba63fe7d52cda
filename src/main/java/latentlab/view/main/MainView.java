package latentlab.view.main;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import org.controlsfx.control.SegmentedButton;

/** The window's content: every view in its place. */
public final class MainView extends BorderPane {
    /** The views it arranges. */
    public record Parts(
            Node data,
            Node modelKind,
            Node export,
            Node controls,
            Node table,
            Node summary,
            Node loss,
            Node latent,
            List<Panel> panels,
            Node timeline,
            Node library,
            Node lesson,
            Node learn,
            Node status) {}

    final Button theme;
    final Button language;
    final Button help;
    final ToggleButton library;
    private final PanelSwitch panels;
    final ToggleButton showTable;
    final ToggleButton showSummary;
    private final SplitPane charts;
    private final Node loss;
    private double divider = 0.5;
    private final Node table;
    private final Node summary;
    private final VBox below;
    private final LeftColumn left;
    /** The place of charts and panels, and of the library. */
    private final Node run;

    private final Node saved;

    public MainView(Parts parts, ViewContext context) {
        Texts texts = context.texts();
        getStyleClass().add("main");
        theme = barButton("theme", "icon-theme", Keys.THEME, texts);
        language = barButton("language", null, Keys.LANGUAGE, texts);
        language.textProperty().bind(texts.bind("view.main.language"));
        help = barButton("help", "icon-help", Keys.HELP, texts);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        library = Buttons.named(new ToggleButton(), texts.bind("view.library.help"), Keys.LIBRARY);
        library.setId("show-library");
        Buttons.icon(library, "icon-library");
        library.getStyleClass().add(Styles.SMALL);
        library.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(
                parts.data(), parts.modelKind(), gap, library, parts.export(), parts.learn(), theme, language, help);
        bar.getStyleClass().add("bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        setTop(new StackPane(context.colours(), bar));

        table = parts.table();
        summary = parts.summary();
        showTable = sideButton("table", texts);
        showSummary = sideButton("summary", texts);
        SegmentedButton sides = new SegmentedButton(showTable, showSummary);
        sides.setMaxWidth(Double.MAX_VALUE);
        StackPane side = new StackPane(table, summary);
        VBox.setVgrow(side, Priority.ALWAYS);
        below = new VBox(sides, side);
        below.getStyleClass().addAll("panel", "side");
        VBox.setVgrow(below, Priority.ALWAYS);
        VBox settings = new VBox(parts.controls(), below);
        settings.getStyleClass().add("left-part");
        left = new LeftColumn(settings, parts.lesson(), texts);

        loss = parts.loss();
        charts = new SplitPane(loss, parts.latent());
        charts.setId("charts");
        panels = new PanelSwitch(parts.panels(), texts);
        BorderPane replay = new BorderPane(panels);
        replay.setBottom(parts.timeline());
        replay.getStyleClass().add("replay");
        replay.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(charts, Priority.ALWAYS);
        VBox right = new VBox(charts, replay);
        right.getStyleClass().add("right");
        saved = parts.library();
        VBox place = new VBox(saved);
        place.getStyleClass().add("right");
        place.visibleProperty().bind(saved.visibleProperty());
        VBox.setVgrow(saved, Priority.ALWAYS);
        run = right;
        BorderPane content = new BorderPane(new StackPane(run, place));
        content.setLeft(left);
        content.setTop(new NoticePane(context.notices(), texts));
        setCenter(content);
        setBottom(parts.status());
        showSide(false);
        showLibrary(false);
    }

    private static Button barButton(String id, String icon, Keys keys, Texts texts) {
        Button button = Buttons.named(new Button(), texts.bind("view.main." + id + ".help"), keys);
        if (icon != null) {
            Buttons.icon(button, icon);
        }
        button.setId(id);
        button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        return button;
    }

    private static ToggleButton sideButton(String id, Texts texts) {
        ToggleButton button = Buttons.named(new ToggleButton(), texts.bind("view.main." + id + ".help"));
        button.textProperty().bind(texts.bind("view.main." + id));
        button.setId("show-" + id);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }

    /** Keys of the panels that share the place above the timeline. */
    public List<Keys> panels() {
        return panels.keys();
    }

    public void showPanel(Keys key) {
        panels.show(key);
    }

    /** Shows the library in the place of the run on screen, or that run again. */
    public void showLibrary(boolean shown) {
        library.setSelected(shown);
        saved.setVisible(shown);
        run.setVisible(!shown);
    }

    /** Whether the library is shown. */
    public boolean showsLibrary() {
        return saved.isVisible();
    }

    /** Whether there is a lesson to show in the place of the settings. */
    public void offerLesson(boolean there) {
        left.offer(there);
    }

    /** Shows the lesson in the place of the settings, or the settings again. */
    public void showLesson(boolean shown) {
        left.show(shown);
    }

    public boolean showsLesson() {
        return left.showsLesson();
    }

    void showSide(boolean summaryShown) {
        showSummary.setSelected(summaryShown);
        showTable.setSelected(!summaryShown);
        summary.setVisible(summaryShown);
        table.setVisible(!summaryShown);
    }

    /** Lets the latent maps take the loss chart's place too, or gives it back. */
    void giveMapsTheRow(boolean all) {
        if (all && charts.getItems().contains(loss)) {
            divider = charts.getDividerPositions()[0];
            charts.getItems().remove(loss);
        } else if (!all && !charts.getItems().contains(loss)) {
            charts.getItems().addFirst(loss);
            charts.setDividerPositions(divider);
        }
    }

    /** Lets the unfolded settings take the place of the table and the summary. */
    void leaveRoomForSettings(boolean unfolded) {
        below.setVisible(!unfolded);
        below.setManaged(!unfolded);
    }
}

package latentlab.view.main;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.PaddedPane;
import latentlab.view.Scrolled;
import latentlab.view.Texts;
import latentlab.view.Toolbar;
import latentlab.view.ViewContext;
import latentlab.view.latent.LatentView;
import latentlab.view.loss.LossView;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.StatusBar;

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
            LossView loss,
            LatentView latent,
            List<Panel> panels,
            Node timeline,
            Node library,
            Node lesson,
            Node learn,
            StatusBar status) {}

    /** What has all the room of the views. */
    enum Filled {
        LOSS,
        MAP,
        PANELS,
        NOTHING
    }

    /** Without the settings a window narrower than this, in points, has room for the views. */
    private static final double NARROW = 840;

    /** In a window narrower than this, in points, the bar has no room for words beside what shows itself. */
    private static final double ROOM_FOR_WORDS = 1200;

    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final PseudoClass PRESENTED = PseudoClass.getPseudoClass("presented");

    final Button theme;
    final Button language;
    final Button help;
    final ToggleButton library;
    final ToggleButton settings;
    final ViewMenu menu;
    final ToggleButton showTable;
    final ToggleButton showSummary;
    /** Above the views while they are presented. */
    final PresentationBar presentation;
    /** The dividers between settings and views, loss chart and map, both and the panels. */
    final Divided sides;

    final Divided charts;
    final Divided rows;
    /** What had the focus when the library was opened, which it is given back. */
    private Node beforeLibrary;

    private final PanelSwitch panels;
    private final LossView loss;
    private final LatentView latent;
    private final Node table;
    private final Node summary;
    private final VBox below;
    private final LeftColumn left;
    private final Toolbar bar;
    private final Node run;
    private final Node saved;
    private final ObjectProperty<Filled> filled = new SimpleObjectProperty<>(Filled.NOTHING);
    private final BooleanProperty folded = new SimpleBooleanProperty();
    private final BooleanProperty presented = new SimpleBooleanProperty();
    private boolean mapsHaveTheRow;

    public MainView(Parts parts, ViewContext context) {
        Texts texts = context.texts();
        getStyleClass().add("main");
        theme = barButton("theme", "icon-theme", Keys.THEME, texts);
        language = barButton("language", null, Keys.LANGUAGE, texts);
        language.textProperty().bind(texts.bind("view.main.language"));
        help = barButton("help", "icon-help", Keys.HELP, texts);
        library = barToggle("show-library", "icon-library", texts.bind("view.library.help"), Keys.LIBRARY);
        settings = barToggle("fold-settings", "icon-settings", texts.bind("view.main.fold.help"), Keys.SETTINGS);
        menu = new ViewMenu(texts);
        bar = new Toolbar(
                List.of(settings, parts.data(), parts.modelKind()),
                List.of(library, parts.export(), parts.learn(), menu, theme, language, help),
                12);
        bar.getStyleClass().add("window-bar");
        bar.widthProperty()
                .subscribe(width -> bar.pseudoClassStateChanged(TIGHT, width.doubleValue() < ROOM_FOR_WORDS));
        presentation = new PresentationBar(filled, parts.controls(), texts);
        setTop(new StackPane(context.colours(), bar, presentation));

        table = parts.table();
        summary = parts.summary();
        showTable = LeftColumn.button("table", texts);
        showSummary = LeftColumn.button("summary", texts);
        SegmentedButton tables = new SegmentedButton(showTable, showSummary);
        tables.setMaxWidth(Double.MAX_VALUE);
        StackPane side = new StackPane(table, summary);
        VBox.setVgrow(side, Priority.ALWAYS);
        below = new VBox(tables, side);
        below.getStyleClass().addAll("panel", "side");
        VBox.setVgrow(below, Priority.ALWAYS);
        VBox column = new VBox(parts.controls(), below);
        column.getStyleClass().add("left-part");
        left = new LeftColumn(column, parts.lesson(), texts);
        Scrolled scrolledLeft = new Scrolled(left);

        loss = parts.loss();
        latent = parts.latent();
        loss.takeHandle(fillButton(Filled.LOSS, texts));
        latent.takeHandle(fillButton(Filled.MAP, texts));
        charts = new Divided(Orientation.HORIZONTAL, loss, latent, all -> all / 2, "divide-charts", texts);
        charts.setId("charts");
        panels = new PanelSwitch(parts.panels(), fillButton(Filled.PANELS, texts), texts);
        PaddedPane replay = new PaddedPane();
        replay.setCenter(panels);
        replay.setBottom(parts.timeline());
        replay.getStyleClass().add("replay");
        panels.managedProperty().bind(panels.visibleProperty());
        rows = new Divided(
                Orientation.VERTICAL,
                charts,
                replay,
                all -> all
                        - (mapsHaveTheRow ? replay.minHeight(charts.getWidth()) : replay.prefHeight(charts.getWidth())),
                "divide-rows",
                texts);
        rows.getStyleClass().add("right");
        saved = parts.library();
        VBox place = new VBox(saved);
        place.getStyleClass().add("right");
        VBox.setVgrow(saved, Priority.ALWAYS);
        Scrolled scrolledPlace = new Scrolled(place);
        scrolledPlace.visibleProperty().bind(saved.visibleProperty());
        run = new Scrolled(rows);
        sides = new Divided(
                Orientation.HORIZONTAL,
                scrolledLeft,
                new StackPane(run, scrolledPlace),
                _ -> left.prefWidth(-1),
                "divide-settings",
                texts);
        scrolledLeft.keepWidth();
        sides.getStyleClass().add("content");
        setCenter(sides);
        setBottom(new StatusPlace(parts.status(), new NoticePane(context.notices(), texts)));
        showSide(false);
        showLibrary(false);
        widthProperty().map(width -> width.doubleValue() < NARROW).subscribe(narrow -> {
            folded.set(narrow || context.preferences().settingsFoldedProperty().get());
        });
        filled.subscribe(this::arrange);
        folded.subscribe(this::arrange);
        presented.subscribe(this::arrange);
        presented.subscribe(now -> pseudoClassStateChanged(PRESENTED, now));
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

    private static ToggleButton barToggle(String id, String icon, ObservableValue<String> text, Keys keys) {
        ToggleButton button = Buttons.icon(Buttons.named(new ToggleButton(), text, keys), icon);
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** Beside the handle of the view's picture. */
    private ToggleButton fillButton(Filled view, Texts texts) {
        ToggleButton button =
                Buttons.icon(Buttons.named(new ToggleButton(), texts.bind("view.main.fill"), Keys.FILL), "icon-fill");
        button.setId("fill-" + view.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, "picture-handle");
        button.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setMargin(button, new Insets(0, 26, 0, 0));
        button.setOnAction(_ -> fill(filled.get() == view ? Filled.NOTHING : view));
        filled.subscribe(now -> button.setSelected(now == view));
        return button;
    }

    /** Keys of the panels that share the place above the timeline. */
    public List<Keys> panels() {
        return panels.keys();
    }

    public void showPanel(Keys key) {
        panels.show(key);
        if (filled.get() == Filled.LOSS || filled.get() == Filled.MAP) {
            fill(presented.get() ? Filled.PANELS : Filled.NOTHING);
        }
    }

    /** Shows the library in the place of the run on screen, or that run again. */
    public void showLibrary(boolean shown) {
        boolean before = saved.isVisible();
        if (shown && !before) {
            beforeLibrary = getScene() == null ? null : getScene().getFocusOwner();
        }
        library.setSelected(shown);
        saved.setVisible(shown);
        run.setVisible(!shown);
        if (before && !shown && beforeLibrary != null) {
            // Else whatever comes next would have it, the divider.
            beforeLibrary.requestFocus();
        }
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

    /** Lets the latent maps take the loss chart's place too, and what height there is, or gives it back. */
    void giveMapsTheRow(boolean all) {
        mapsHaveTheRow = all;
        arrange();
    }

    /** Lets the unfolded settings take the place of the table and the summary. */
    void leaveRoomForSettings(boolean unfolded) {
        below.setVisible(!unfolded);
        below.setManaged(!unfolded);
    }

    BooleanProperty foldedProperty() {
        return folded;
    }

    BooleanProperty presentedProperty() {
        return presented;
    }

    /** Gives one view all the room that views have; the timeline stays. */
    void fill(Filled view) {
        showLibrary(false);
        filled.set(view);
    }

    Filled filled() {
        return filled.get();
    }

    /** Gives all the room to the view with the focus, the map if none has it, or the room back to all. */
    void toggleFill() {
        fill(filled.get() == Filled.NOTHING ? focused() : Filled.NOTHING);
    }

    private Filled focused() {
        for (Node node = getScene().getFocusOwner(); node != null; node = node.getParent()) {
            if (node == loss) {
                return Filled.LOSS;
            }
            if (node == panels) {
                return Filled.PANELS;
            }
        }
        return Filled.MAP;
    }

    private void arrange() {
        Filled now = filled.get();
        boolean views = now == Filled.NOTHING;
        charts.show(now == Filled.LOSS || views && !mapsHaveTheRow, now == Filled.MAP || views);
        panels.setVisible(views || now == Filled.PANELS);
        // The timeline is below, whatever is above it.
        rows.show(now != Filled.PANELS, true);
        rows.setFixed(now == Filled.LOSS || now == Filled.MAP);
        sides.show(!folded.get() && !presented.get(), true);
        settings.setSelected(!folded.get());
        bar.setVisible(!presented.get());
        bar.setManaged(!presented.get());
        presentation.setVisible(presented.get());
        presentation.setManaged(presented.get());
    }
}

package latentlab.view.latent;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.glossary.Term;
import latentlab.map.MapColouring;
import latentlab.preferences.MapLayout;
import latentlab.view.Buttons;
import latentlab.view.PaddedPane;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.words.Terms;
import org.controlsfx.control.SegmentedButton;

/** The test images in latent space: one map, or three to compare. */
public final class LatentView extends PaddedPane {
    static final int MAPS = 3;
    private static final double ROOM_BESIDE_TITLE = 500;
    private static final double ROOM_FOR_COUNTS = 860;

    final List<MapView> maps;
    final Map<MapLayout, ToggleButton> layouts = new EnumMap<>(MapLayout.class);
    final Button notebook = new Button();
    /** The conclusion from the notebook's three maps. */
    final Label conclusion = new Label();

    final ComboBox<MapColouring> colouring = new ComboBox<>();
    final ClassLegend legend;
    private final Label title = new Label();
    private final SegmentedButton arrangement = new SegmentedButton();
    private final HBox header = new HBox();
    private final Region gap = new Region();
    private final HBox row = new HBox();
    private final HBox below = new HBox();
    private final VBox bottom;
    private final StackPane plots = new StackPane(row);

    LatentView(Texts texts, ThemeColours colours) {
        getStyleClass().add("panel");
        title.textProperty().bind(texts.bind("view.latent.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        title.setMinWidth(USE_PREF_SIZE);
        Terms.explain(title, Term.LATENT_MAP, texts);
        maps = IntStream.range(0, MAPS)
                .mapToObj(place -> new MapView(texts, colours, place))
                .toList();
        for (MapLayout layout : MapLayout.values()) {
            ToggleButton button = layoutButton(layout, texts);
            layouts.put(layout, button);
            arrangement.getButtons().add(button);
        }
        arrangement.setMinWidth(USE_PREF_SIZE);
        arrangement.getStyleClass().add("map-layouts");
        notebook.setId("notebook-maps");
        notebook.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        notebook.setMinWidth(USE_PREF_SIZE);
        Buttons.icon(Buttons.named(notebook, texts.bind("view.latent.notebook.help")), "icon-notebook");
        conclusion.setId("map-conclusion");
        conclusion.getStyleClass().addAll(Styles.TEXT_SMALL, "map-conclusion");
        conclusion.visibleProperty().bind(conclusion.textProperty().isNotEmpty());
        header.getStyleClass().add("panel-header");
        header.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("maps");
        legend = new ClassLegend(texts, colours, hidden -> maps.forEach(each -> each.map.hide(hidden)));
        legend.setId("latent-legend");
        setTop(header);
        setCenter(plots);
        colouring.setId("map-colouring");
        colouring.getStyleClass().addAll(Styles.SMALL, "map-colouring");
        Buttons.named(colouring, texts.bind("view.latent.colouring.help"));
        HBox.setHgrow(legend, Priority.ALWAYS);
        below.getChildren().setAll(legend);
        below.getStyleClass().add("map-colours");
        below.setAlignment(Pos.CENTER_LEFT);
        legend.countedProperty().bind(widthProperty().greaterThan(ROOM_FOR_COUNTS));
        bottom = new VBox(below);
        setBottom(bottom);
        conclusion.managedProperty().bind(conclusion.visibleProperty());
        conclusion.setWrapText(true);
        conclusion.setMinHeight(USE_PREF_SIZE);
        conclusion.setMouseTransparent(true);
        StackPane.setAlignment(conclusion, Pos.BOTTOM_CENTER);
        // Above the map's handles.
        StackPane.setMargin(conclusion, new Insets(0, 0, 28, 0));
        HBox.setHgrow(gap, Priority.ALWAYS);
        for (MapView map : maps) {
            HBox.setHgrow(map, Priority.ALWAYS);
            // All maps have the same width, whatever the headers need.
            map.setPrefWidth(200);
            map.setMinWidth(0);
            map.takeHeader();
        }
        arrange(MapLayout.BESIDE);
        widthProperty().subscribe(this::placeHeaders);
    }

    private static ToggleButton layoutButton(MapLayout layout, Texts texts) {
        String name = layout.name().toLowerCase(Locale.ROOT);
        ToggleButton button = Buttons.named(new ToggleButton(), texts.bind("view.latent.layout." + name + ".help"));
        button.setId("maps-" + name);
        button.getStyleClass().add(Styles.SMALL);
        return Buttons.icon(button, "icon-maps-" + name);
    }

    /** Shows one map or all three. */
    void arrange(MapLayout layout) {
        layouts.get(layout).setSelected(true);
        placeConclusion(layout == MapLayout.THREE);
        row.getChildren().setAll(layout == MapLayout.THREE ? maps : maps.subList(0, 1));
        placeHeaders();
    }

    /** Below what it is about, or upon the only map, while others are trained: a low window has no line for it then. */
    private void placeConclusion(boolean underneath) {
        plots.getChildren().remove(conclusion);
        bottom.getChildren().remove(conclusion);
        conclusion.getStyleClass().remove("chart-note");
        conclusion.setMaxWidth(underneath ? Double.MAX_VALUE : USE_PREF_SIZE);
        if (underneath) {
            bottom.getChildren().addFirst(conclusion);
        } else {
            conclusion.getStyleClass().add("chart-note");
            plots.getChildren().add(conclusion);
        }
    }

    /**
     * Puts the choice of subject above each map, or beside the title if the only map is wide enough, and moves the
     * choice of colours.
     */
    private void placeHeaders() {
        MapView first = maps.getFirst();
        boolean beside = row.getChildren().size() == 1 && getWidth() >= ROOM_BESIDE_TITLE;
        header.getChildren().setAll(title, arrangement, notebook, gap);
        below.getChildren().setAll(legend);
        first.header().getChildren().remove(colouring);
        first.header().setAlignment(beside ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        if (beside) {
            header.getChildren().add(first.header());
            below.getChildren().addFirst(colouring);
        } else {
            first.takeHeader();
            if (row.getChildren().size() == 1) {
                first.header().getChildren().add(colouring);
            } else {
                header.getChildren().add(colouring);
            }
        }
    }

    /** As in the narrowest arrangement, which a wider one gives way to. */
    @Override
    protected double computeMinWidth(double height) {
        double all = 0;
        for (Region each : List.of(title, arrangement, notebook)) {
            all += each.minWidth(-1) + header.getSpacing();
        }
        return snappedLeftInset() + all + colouring.minWidth(-1) + snappedRightInset();
    }

    /** What is seen of the maps: they themselves, and what their colours mean. */
    public List<Node> pictured() {
        return List.of(row, bottom);
    }

    /** @param handle put in the corner of the maps, since there is no room in the header */
    public void takeHandle(Node handle) {
        StackPane.setAlignment(handle, Pos.BOTTOM_RIGHT);
        plots.getChildren().add(handle);
    }
}

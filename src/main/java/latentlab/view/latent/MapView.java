package latentlab.view.latent;

import atlantafx.base.theme.Styles;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.glossary.Term;
import latentlab.map.MapMethod;
import latentlab.map.MapSubject;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.Tip;
import latentlab.view.words.Terms;

/** One map of the test images, with the choice of its subject. */
final class MapView extends BorderPane {
    final ComboBox<MapSubject> source = new ComboBox<>();
    final EpochField epoch;
    final ComboBox<MapMethod> axes = new ComboBox<>();
    final ComboBox<Integer> unitX = new ComboBox<>();
    final ComboBox<Integer> unitY = new ComboBox<>();
    final HBox units = new HBox();
    final LayoutBar layout;
    final Label note = new Label();
    /** The note at length; empty where there is no more to say. */
    final Tooltip noteMore = new Tip();

    /** What the note is about. */
    final ObjectProperty<Term> noteTerm = new SimpleObjectProperty<>(Term.EXPLAINED_VARIANCE);

    final QualityView quality;
    final Label empty = new Label();
    /** Says which of the selected images are not seen. */
    final Label missing = new Label();
    /** Says why there is so little to see. */
    final Label hint = new Label();

    final PointCard card = new PointCard();
    final LatentMap map;
    final ColourScale scale = new ColourScale();
    final ToggleButton sheet = new ToggleButton();
    private final FlowPane header;
    private final HBox below;
    private final VBox above;
    private final String suffix;
    private LatentMap.Actions actions;

    /**
     * @param place position among the maps, from 0; the ids of the controls of all but the first end with its number
     */
    MapView(Texts texts, ThemeColours colours, int place) {
        suffix = place == 0 ? "" : "-" + (place + 1);
        name(note, "map-note");
        note.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.setTooltip(noteMore);
        Terms.tell(note, noteTerm, texts);
        choice(source, "latent-source", "view.latent.source.help", texts);
        choice(axes, "latent-axes", "view.latent.axes.help", texts);
        choice(unitX, "latent-unit-x", "view.latent.unitX.help", texts);
        choice(unitY, "latent-unit-y", "view.latent.unitY.help", texts);
        source.getStyleClass().add("latent-source");
        HBox.setHgrow(source, Priority.ALWAYS);
        axes.getStyleClass().add("latent-axes");
        axes.managedProperty().bind(axes.visibleProperty());
        unitX.getStyleClass().add("latent-unit");
        unitY.getStyleClass().add("latent-unit");
        units.getChildren().addAll(unitX, unitY);
        units.getStyleClass().add("latent-units");
        units.setAlignment(Pos.CENTER_RIGHT);
        units.managedProperty().bind(units.visibleProperty());
        epoch = new EpochField(texts);
        name(epoch, "latent-epoch");
        header = new FlowPane(source, epoch, axes);
        header.getStyleClass().add("map-header");
        header.setAlignment(Pos.CENTER_LEFT);
        layout = new LayoutBar(texts, suffix);
        quality = new QualityView(texts);
        name(quality, "map-quality");
        Terms.mark(this, Term.LATENT_MAP);
        Terms.tell(axes, axes.valueProperty().map(MapView::term).orElse(Term.PCA), texts);
        Terms.tell(source, Term.LATENT_SPACE, texts);
        Terms.tell(unitX, Term.UNIT, texts);
        Terms.tell(unitY, Term.UNIT, texts);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        below = new HBox(note, gap, units);
        below.getStyleClass().add("map-row");
        below.setAlignment(Pos.CENTER_LEFT);
        // A layout has no share to tell of and no units to choose, but its units may be stuck.
        below.visibleProperty()
                .bind(layout.visibleProperty().not().or(note.textProperty().isNotEmpty()));
        below.managedProperty().bind(below.visibleProperty());
        above = new VBox(below, layout);
        setTop(above);
        map = new LatentMap(colours, card, texts, new Forwarded());
        name(map, "latent-map");
        // Beside the tools, which it would cover on a narrow map.
        quality.prefWrapLengthProperty().bind(map.besideTools());
        empty.getStyleClass().addAll(Styles.TEXT_MUTED, "map-empty");
        empty.setWrapText(true);
        name(hint, "map-hint");
        hint.getStyleClass().addAll("chart-hint", "map-hint");
        hint.setWrapText(true);
        hint.setMouseTransparent(true);
        hint.setVisible(false);
        // Below the middle, where principal axes show the spot it describes, and away from the corners, where units
        // show it.
        StackPane.setAlignment(hint, Pos.BOTTOM_CENTER);
        StackPane.setMargin(hint, new Insets(0, 24, 28, 24));
        name(missing, "map-missing");
        missing.getStyleClass().addAll(Styles.TEXT_SMALL, "chart-note");
        missing.setWrapText(true);
        missing.setMouseTransparent(true);
        missing.visibleProperty().bind(missing.textProperty().isNotEmpty());
        StackPane.setAlignment(missing, Pos.TOP_CENTER);
        StackPane.setMargin(missing, new Insets(32, 8, 0, 8));
        name(sheet, "latent-sheet");
        sheet.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, "map-sheet");
        sheet.setVisible(false);
        Buttons.icon(Buttons.named(sheet, texts.bind("view.latent.sheet.help")), "icon-sheet");
        StackPane.setAlignment(sheet, Pos.TOP_RIGHT);
        // On the map: beside it, it would change the map's size whenever it appears or disappears.
        StackPane.setAlignment(quality, Pos.TOP_LEFT);
        name(scale, "map-scale");
        StackPane.setAlignment(scale, Pos.BOTTOM_CENTER);
        setCenter(new StackPane(map, hint, empty, missing, quality, scale, sheet));
    }

    /** With one line of words: where more come as a run goes on, the map lends them their height, and nothing moves. */
    @Override
    protected double computeMinHeight(double width) {
        double more = below.isVisible() ? below.prefHeight(width) - below.minHeight(width) : 0;
        return super.computeMinHeight(width) - Math.max(0, more);
    }

    private void name(Node node, String id) {
        node.setId(id + suffix);
    }

    private static Term term(MapMethod method) {
        return switch (method) {
            case PRINCIPAL -> Term.PCA;
            case UNITS -> Term.UNIT;
            case TSNE -> Term.T_SNE;
            case UMAP -> Term.UMAP;
        };
    }

    private void choice(ComboBox<?> box, String id, String helpKey, Texts texts) {
        name(box, id);
        box.getStyleClass().add(Styles.SMALL);
        Buttons.named(box, texts.bind(helpKey));
    }

    /** The choice of subject, in as many lines as it needs: above the map, or beside the title of the only one. */
    FlowPane header() {
        return header;
    }

    /** @param framed whether an axis has numbers at the bottom, which the scale must not cover */
    void placeScale(boolean framed) {
        StackPane.setMargin(scale, framed ? new Insets(0, 0, 24, 0) : Insets.EMPTY);
    }

    /** Puts the header above the map. */
    void takeHeader() {
        if (!above.getChildren().contains(header)) {
            above.getChildren().addFirst(header);
        }
    }

    void setActions(LatentMap.Actions receiver) {
        actions = receiver;
    }

    /** Forwards actions to the controllers, which are made after the map. */
    private final class Forwarded implements LatentMap.Actions {
        @Override
        public void hover(int image) {
            actions.hover(image);
        }

        @Override
        public void keepCard(int image) {
            actions.keepCard(image);
        }

        @Override
        public void choose(int image) {
            actions.choose(image);
        }

        @Override
        public void goTo(double x, double y) {
            actions.goTo(x, y);
        }
    }
}

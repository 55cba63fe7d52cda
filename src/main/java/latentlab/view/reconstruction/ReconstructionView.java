package latentlab.view.reconstruction;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import latentlab.glossary.Term;
import latentlab.preferences.GridLook;
import latentlab.session.EpochComparison;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.Tip;
import latentlab.view.ViewContext;
import latentlab.view.words.Terms;

/** Ten originals over their reconstructions. */
public final class ReconstructionView extends BorderPane {
    /** Width from which caption and buttons stand beside the other panels' names in words. */
    private static final double ROOM_FOR_WORDS = 800;

    final ImageGrid grid;
    final Label caption = new Label();
    /** Explains the caption, where that needs it. */
    final Tooltip why = new Tip();

    final Label empty = new Label();
    /** Shows selected images instead of the samples; there while some are selected. */
    final ToggleButton selection;

    /** Makes the epoch shown the one that others are compared with. */
    final Button pin;

    final Button swap;
    final ToggleButton wipe;
    final Button end;
    /** Opens the card of how images look. */
    final Button look;
    /** Says which images it shows, and opens the card that chooses others. */
    final ImagesView chosen;

    private final HBox header;
    /** Whether there is only room for the buttons' pictures. */
    private final BooleanBinding narrow = widthProperty().lessThan(ROOM_FOR_WORDS);

    /** @return the view, bound to the shared model by its controller */
    public static ReconstructionView in(ViewContext context) {
        ReconstructionView view = new ReconstructionView(context.texts(), context.colours());
        new ReconstructionController(view, context);
        return view;
    }

    private ReconstructionView(Texts texts, ThemeColours colours) {
        caption.setId("reconstruction-caption");
        caption.getStyleClass().add(Styles.TEXT_MUTED);
        caption.setTooltip(why);
        Terms.tell(caption, Term.VALIDATION, texts);
        grid = new ImageGrid(texts, colours);
        grid.setId("reconstruction-grid");
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        empty.setWrapText(true);
        setCenter(new StackPane(grid, empty));
        Terms.mark(this, Term.RECONSTRUCTION);
        selection = Buttons.named(new ToggleButton(), texts.bind("view.reconstruction.selection.help"));
        selection.setId("reconstruction-selection");
        selection.textProperty().bind(texts.bind("view.reconstruction.selection"));
        selection.getStyleClass().add(Styles.SMALL);
        selection.setMinWidth(USE_PREF_SIZE);
        selection.managedProperty().bind(selection.visibleProperty());
        pin = worded(Buttons.named(new Button(), texts.bind("view.reconstruction.pin.help"), Keys.PIN), "pin", texts);
        swap = Buttons.icon(
                Buttons.named(new Button(), texts.bind("view.reconstruction.swap.help"), Keys.SWAP), "icon-swap");
        swap.setId("reconstruction-swap");
        swap.getStyleClass().add(Styles.SMALL);
        swap.setMinWidth(USE_PREF_SIZE);
        swap.managedProperty().bind(swap.visibleProperty());
        wipe = worded(
                Buttons.named(new ToggleButton(), texts.bind("view.reconstruction.wipe.help"), Keys.WIPE),
                "wipe",
                texts);
        end = worded(
                Buttons.named(new Button(), texts.bind("view.reconstruction.end.help"), Keys.END_COMPARISON),
                "end",
                texts);
        look = worded(Buttons.named(new Button(), texts.bind("view.reconstruction.look.help")), "look", texts);
        chosen = new ImagesView(texts);
        header = new HBox(caption, chosen.open, selection, pin, swap, wipe, end, look);
        header.getStyleClass().addAll("explore-header", "selection-header");
        header.setAlignment(Pos.CENTER_LEFT);
        Buttons.icon(pin, "icon-pin");
        Buttons.icon(look, "icon-look");
        Buttons.icon(chosen.open, "icon-images");
        ObservableValue<Boolean> usual = chosen.open
                .textProperty()
                .isEqualTo(Bindings.createStringBinding(
                        () -> texts.get("view.reconstruction.images.notebook.shown"), texts.messagesProperty()));
        for (Button each : List.of(pin, look)) {
            each.contentDisplayProperty().bind(narrow.map(ReconstructionView::content));
        }
        // Which images are shown is said in words unless they are those of the notebook.
        chosen.open
                .contentDisplayProperty()
                .bind(narrow.flatMap(small -> usual.map(notebook -> content(small && notebook))));
        narrow.subscribe(small -> {
            caption.getStyleClass().remove(Styles.TEXT_SMALL);
            header.getStyleClass().remove("narrow");
            if (small) {
                caption.getStyleClass().add(Styles.TEXT_SMALL);
                header.getStyleClass().add("narrow");
            }
        });
    }

    private static ContentDisplay content(boolean picture) {
        return picture ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY;
    }

    /** Whether there is little room for words. */
    ObservableBooleanValue narrow() {
        return narrow;
    }

    private static <T extends ButtonBase> T worded(T button, String id, Texts texts) {
        button.setId("reconstruction-" + id);
        button.textProperty().bind(texts.bind("view.reconstruction." + id));
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    /** Opens the card that chooses its images, or closes it. */
    public void chooseImages() {
        if (!chosen.open.isDisabled()) {
            chosen.toggle();
        }
    }

    /** Adds what the keys of comparing epochs do. */
    public static void putKeys(Map<Keys, Runnable> actions, ViewContext context) {
        EpochComparison comparison = context.comparison();
        ObjectProperty<GridLook> look = context.preferences().gridLookProperty();
        actions.put(Keys.PIN, comparison::pin);
        actions.put(Keys.SWAP, comparison::swap);
        actions.put(Keys.WIPE, () -> look.set(look.get().withWipe(!look.get().wipe())));
    }

    /** Which epoch it shows, how good it is, and of which images. */
    public HBox header() {
        return header;
    }
}

package latentlab.view.prior;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.ViewContext;
import latentlab.view.words.Terms;
import org.controlsfx.control.SegmentedButton;

/** What a variational model has made of its latent space: its units, samples of its prior, and its plane. */
public final class PriorView extends BorderPane {
    /** Width of what says why there is nothing, in points. */
    private static final double LINE = 440;

    final PriorGrid grid;
    final Map<Shows, ToggleButton> shows = new EnumMap<>(Shows.class);
    /** Draws other samples. */
    final Button draw;
    /** Says why there is nothing. */
    final Label empty = new Label();
    /** Which image the units begin at, or how many have collapsed. */
    final Label remark = new Label();

    private final HBox header;

    /** @return the view, bound to the shared model by its controller */
    public static PriorView in(ViewContext context) {
        PriorView view = new PriorView(context.texts(), context.colours());
        new PriorController(view, context);
        return view;
    }

    private PriorView(Texts texts, ThemeColours colours) {
        Terms.mark(this, Term.VARIATIONAL);
        grid = new PriorGrid(texts, colours);
        empty.setId("prior-empty");
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        empty.setWrapText(true);
        // Narrower than the panel: lines of about the same length instead of one with two letters below it.
        empty.setMaxWidth(LINE);
        empty.setTextAlignment(TextAlignment.CENTER);
        setCenter(new StackPane(grid, empty));
        for (Shows each : Shows.values()) {
            ToggleButton choice = Buttons.named(new ToggleButton(), texts.bind("view.prior." + each.word() + ".help"));
            choice.textProperty().bind(texts.bind("view.prior." + each.word()));
            choice.setId("prior-" + each.word());
            choice.getStyleClass().add(Styles.SMALL);
            shows.put(each, choice);
        }
        SegmentedButton buttons = new SegmentedButton(shows.values().toArray(ToggleButton[]::new));
        draw = Buttons.named(new Button(), texts.bind("view.prior.draw.help"));
        draw.setId("prior-draw");
        draw.textProperty().bind(texts.bind("view.prior.draw"));
        draw.getStyleClass().add(Styles.SMALL);
        draw.managedProperty().bind(draw.visibleProperty());
        remark.setId("prior-remark");
        remark.getStyleClass().add(Styles.TEXT_MUTED);
        Terms.tell(remark, Term.DIVERGENCE, texts);
        header = new HBox(buttons, draw, remark);
        header.getStyleClass().add("explore-header");
        header.setAlignment(Pos.CENTER_LEFT);
    }

    /** The choice of what is shown. */
    public HBox header() {
        return header;
    }
}

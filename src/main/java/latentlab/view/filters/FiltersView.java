package latentlab.view.filters;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import latentlab.figure.WeightStrip;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Choices;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.ViewContext;
import latentlab.view.words.Terms;

/** The weights into and out of each unit as images. */
public final class FiltersView extends BorderPane {
    /** Together, then one by one. */
    private static final List<String> CHANNELS =
            List.of("view.filters.together", "view.filters.red", "view.filters.green", "view.filters.blue");

    final FilterGrid grid;
    final WeightLegend legend;
    final ToggleButton byActivity;
    /** Which channel of colour images is seen. */
    final ComboBox<Integer> channel = new ComboBox<>();
    /** How many units are of no use. */
    final Label useless = new Label();

    final Label empty = new Label();
    private final HBox header;

    /** @return the view, bound to the shared model by its controller */
    public static FiltersView in(ViewContext context) {
        FiltersView view = new FiltersView(context.texts(), context.colours());
        new FiltersController(view, context);
        return view;
    }

    private FiltersView(Texts texts, ThemeColours colours) {
        grid = new FilterGrid(texts, colours);
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        empty.setWrapText(true);
        setCenter(new StackPane(grid, empty));
        legend = new WeightLegend(texts, colours);
        byActivity = Buttons.named(new ToggleButton(), texts.bind("view.filters.sort.help"));
        byActivity.setId("filters-sort");
        byActivity.textProperty().bind(texts.bind("view.filters.sort"));
        byActivity.getStyleClass().add(Styles.SMALL);
        channel.setId("filters-channel");
        channel.getStyleClass().add(Styles.SMALL);
        channel.getItems()
                .setAll(IntStream.range(WeightStrip.TOGETHER, CHANNELS.size() - 1)
                        .boxed()
                        .toList());
        channel.setValue(WeightStrip.TOGETHER);
        channel.managedProperty().bind(channel.visibleProperty());
        channel.setVisible(false);
        Choices.words(channel, texts, each -> texts.get(CHANNELS.get(each + 1)));
        Buttons.named(channel, texts.bind("view.filters.channel.help"));
        useless.setId("filters-useless");
        useless.getStyleClass().add("filters-useless");
        Buttons.named(useless, texts.bind("view.filters.useless.help"));
        Terms.mark(this, Term.FILTER);
        Terms.tell(useless, Term.DEAD_UNIT, texts);
        header = new HBox(legend, channel, byActivity, useless);
        header.getStyleClass().add("explore-header");
        header.setAlignment(Pos.CENTER_LEFT);
    }

    /** The filters, and what their colours mean. */
    public List<Node> pictured() {
        return List.of(this, legend);
    }

    /** What the colours mean, and in which order the units are. */
    public HBox header() {
        return header;
    }
}

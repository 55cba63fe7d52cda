package latentlab.view.loss;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import latentlab.figure.LossStyle;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Choices;
import latentlab.view.PaddedPane;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.Toolbar;
import latentlab.view.ViewContext;
import latentlab.view.words.Terms;
import org.controlsfx.control.SegmentedButton;

/** The losses over the epochs, and how they are drawn. */
public final class LossView extends PaddedPane {
    /** In the header, in points: narrow, since all of it has to have room beside the map. */
    private static final double GAP = 7;

    /** What the chart is of, in place of a title. */
    final ComboBox<Shown> shown = new ComboBox<>();

    final ToggleButton linear;
    final ToggleButton logarithmic;
    final ToggleButton threePanels;
    final ToggleButton accuracy;
    /** Around the toggle, which shows no tooltip of its own while it is disabled. */
    final StackPane accuracyPlace;

    final Slider smoothing = new Slider(0, 0.95, 0);
    final Label smoothingValue = new Label();
    final LossChart chart;
    /** In place of the chart, of what has no curves. */
    final HistogramChart histograms;

    final Label empty = new Label();
    /** How far what has to be worked out has come; empty once it is whole. */
    final Label progress = new Label();

    final AdviceLine advice;
    final AdviceController adviser;
    private final StackPane plot;
    private final SegmentedButton scale;
    /** Controls that make no difference to anything else. */
    private final List<Node> ofLosses;

    private IntConsumer pick = _ -> {};

    /** @return the view, bound to the shared model by its controller */
    public static LossView in(ViewContext context) {
        LossView view = new LossView(context);
        new LossController(view, context);
        new LastErrorController(context);
        return view;
    }

    private LossView(ViewContext context) {
        Texts texts = context.texts();
        ThemeColours colours = context.colours();
        getStyleClass().add("panel");
        shown.setId("loss-shown");
        shown.getItems().setAll(Shown.values());
        shown.setValue(Shown.LOSS);
        Choices.words(shown, texts, each -> each.title(texts));
        shown.getStyleClass().addAll("panel-choice");
        Buttons.named(shown, texts.bind("view.loss.shown.help"));
        Terms.tell(shown, shown.valueProperty().map(Shown::term), texts);
        linear = worded("linear", texts);
        logarithmic = worded("logarithmic", texts);
        scale = new SegmentedButton(linear, logarithmic);
        threePanels = Buttons.icon(toggle("threePanels", texts), "icon-panels");
        accuracy = worded("accuracy", texts);
        accuracyPlace = new StackPane(accuracy);
        Terms.mark(accuracyPlace, Term.NEAREST_NEIGHBOURS);
        Terms.tell(accuracy, Term.NEAREST_NEIGHBOURS, texts);
        accuracyPlace.setMinWidth(USE_PREF_SIZE);
        Label smoothingLabel = new Label();
        smoothingLabel.textProperty().bind(texts.bind("view.loss.smoothing"));
        smoothingLabel.getStyleClass().add(Styles.TEXT_SMALL);
        smoothingLabel.setLabelFor(smoothing);
        Terms.explain(smoothingLabel, Term.SMOOTHING, texts);
        smoothingLabel.setMinWidth(USE_PREF_SIZE);
        smoothing.setId("loss-smoothing");
        smoothing.setBlockIncrement(0.05);
        smoothing.getStyleClass().addAll(Styles.SMALL, "smoothing");
        Buttons.valued(smoothing, texts.bind("view.loss.smoothing.help"), smoothingValue.textProperty());
        Terms.tell(smoothing, Term.SMOOTHING, texts);
        Terms.tell(smoothingValue, Term.SMOOTHING, texts);
        smoothingValue.setId("loss-smoothing-value");
        smoothingValue.getStyleClass().addAll(Styles.TEXT_SMALL, "smoothing-value");
        HBox smooth = group(smoothingLabel, smoothing, smoothingValue);
        HBox looks = group(scale, accuracyPlace, threePanels);
        ofLosses = List.of(smooth, accuracyPlace, threePanels);
        Toolbar header = new Toolbar(List.of(shown), List.of(smooth, looks), GAP);
        header.getStyleClass().addAll("panel-header", "loss-header");
        setTop(header);
        chart = new LossChart(texts, colours, epoch -> pick.accept(epoch));
        chart.setId("loss-chart");
        empty.getStyleClass().addAll(Styles.TEXT_MUTED, "chart-hint");
        empty.setMouseTransparent(true);
        empty.setWrapText(true);
        // Within the plot, clear of the marker at epoch 0.
        StackPane.setMargin(
                empty,
                new Insets(
                        LossStyle.WINDOW.room().top(),
                        LossStyle.WINDOW.room().right() + 16,
                        LossStyle.WINDOW.room().bottom(),
                        LossStyle.WINDOW.room().left() + 16));
        progress.setId("loss-progress");
        progress.getStyleClass().addAll(Styles.TEXT_SMALL, "chart-note");
        progress.setMouseTransparent(true);
        progress.visibleProperty().bind(progress.textProperty().isNotEmpty());
        StackPane.setAlignment(progress, Pos.BOTTOM_CENTER);
        StackPane.setMargin(progress, new Insets(0, 0, LossStyle.WINDOW.room().bottom() + 6, 0));
        histograms = new HistogramChart(texts, colours, epoch -> pick.accept(epoch));
        histograms.setId("loss-histograms");
        chart.managedProperty().bind(chart.visibleProperty());
        histograms.managedProperty().bind(histograms.visibleProperty());
        plot = new StackPane(chart, histograms, empty, progress);
        // Over the chart, which stays as large as it is: no room is asked for.
        StackPane over = new StackPane();
        over.setMinSize(0, 0);
        over.setPrefSize(0, 0);
        over.setPickOnBounds(false);
        advice = new AdviceLine(texts, over.widthProperty());
        adviser = new AdviceController(advice, context);
        StackPane.setAlignment(advice, Pos.TOP_RIGHT);
        // Below the names of the curves and the button for epoch 0, where falling curves leave the most room.
        StackPane.setMargin(
                advice,
                new Insets(
                        LossStyle.WINDOW.room().top() + 24,
                        LossStyle.WINDOW.room().right() + 4,
                        0,
                        LossStyle.WINDOW.room().left() + 4));
        over.getChildren().setAll(advice);
        setCenter(new StackPane(plot, over));
    }

    /** What is seen of the losses. */
    public Node plot() {
        return plot;
    }

    /** @param handle put below the plot, since there is no room in the header */
    public void takeHandle(Node handle) {
        StackPane.setAlignment(handle, Pos.BOTTOM_RIGHT);
        plot.getChildren().add(handle);
    }

    /** @param now what the chart is of: what has no meaning for it goes */
    void show(Shown now) {
        for (Node control : ofLosses) {
            control.setVisible(now == Shown.LOSS);
            control.setManaged(now == Shown.LOSS);
        }
        scale.setVisible(now.curves());
        chart.setVisible(now.curves());
        histograms.setVisible(!now.curves());
    }

    /** @param first stands over the chart while there is nothing in it yet */
    void offer(FirstRun first) {
        plot.getChildren().add(first);
        setBottom(first.sights());
    }

    private static HBox group(Node... controls) {
        HBox group = new HBox(GAP, controls);
        group.setAlignment(Pos.CENTER_LEFT);
        return group;
    }

    private static ToggleButton worded(String id, Texts texts) {
        ToggleButton button = toggle(id, texts);
        button.textProperty().bind(texts.bind("view.loss." + id));
        return button;
    }

    private static ToggleButton toggle(String id, Texts texts) {
        ToggleButton button = Buttons.named(new ToggleButton(), texts.bind("view.loss." + id + ".help"));
        button.setId("loss-" + id);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    void setOnPick(IntConsumer onPick) {
        pick = onPick;
    }
}

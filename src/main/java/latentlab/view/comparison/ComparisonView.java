package latentlab.view.comparison;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import latentlab.comparison.Picture;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;

/** Several saved runs over each other, what may be concluded from them, and a table of in what they differ. */
public final class ComparisonView extends BorderPane {
    private static final double CHART = 0.58;

    final Button back = Buttons.back("comparison-back");

    final Button beside;
    /** How many runs are compared. */
    final Label count = new Label();

    /** Which of the runs are seen side by side, while there are more of them than have room. */
    final Label several = new Label();

    final PictureBar bar;
    final ComparisonChart chart;
    final RunTable table;
    private final VBox remarks = new VBox();
    private final ScrollPane remarksPlace = new RemarksPlace(remarks);
    private final HBox header;

    /**
     * @param use what happens with runs that are pointed at
     * @param chosen receives each picture that is chosen
     * @param file name of a run's file
     */
    ComparisonView(
            Texts texts,
            ThemeColours colours,
            ComparisonChart.Use use,
            Consumer<Picture> chosen,
            IntFunction<String> file) {
        getStyleClass().add("comparison");
        setId("comparison");
        beside = Buttons.worded(
                new Button(),
                "comparison-beside",
                texts.bind("view.library.beside"),
                texts.bind("view.comparison.beside.help"));
        count.setId("comparison-count");
        count.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        several.setId("comparison-several");
        several.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        several.textProperty().bind(texts.bind("view.comparison.several"));
        several.setVisible(false);
        several.managedProperty().bind(several.visibleProperty());
        header = new HBox(back, beside, count, several);
        header.getStyleClass().add("comparison-header");
        header.setAlignment(Pos.CENTER_LEFT);

        chart = new ComparisonChart(texts, colours, use);
        bar = new PictureBar(texts, chosen);
        table = new RunTable(texts, colours, chart::colour, use, file);
        remarks.setId("comparison-remarks");
        remarks.getStyleClass().add("comparison-remarks");
        remarksPlace.setFitToWidth(true);
        remarksPlace.setMinHeight(USE_PREF_SIZE);
        remarksPlace.getStyleClass().addAll("comparison-remarks-place", "edge-to-edge");
        remarksPlace.managedProperty().bind(remarksPlace.visibleProperty());
        TableView<RunTable.Row> rows = table.table();
        VBox.setVgrow(rows, Priority.ALWAYS);
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox upper = new VBox(bar, chart);
        upper.getStyleClass().add("comparison-upper");
        SplitPane split = new SplitPane(upper, new VBox(remarksPlace, rows));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(CHART);
        setCenter(split);
    }

    /** Leads to where the comparison was asked for. */
    public Button back() {
        return back;
    }

    /** What is drawn of the runs. */
    public Node pictured() {
        return chart;
    }

    /** What is chosen for all of it, to stand beside the title of the place that the comparison is in. */
    public HBox header() {
        return header;
    }

    /**
     * @param faults of what cannot be compared
     * @param conclusions from what can
     */
    void showRemarks(List<String> faults, List<String> conclusions) {
        remarks.getChildren().clear();
        faults.forEach(each -> remarks.getChildren().add(remark(each, Styles.DANGER)));
        conclusions.forEach(each -> remarks.getChildren().add(remark(each, "comparison-remark")));
        remarksPlace.setVisible(!remarks.getChildren().isEmpty());
    }

    /** As high as its lines need, which depends on how they are wrapped; of many as high as some, which are whole. */
    private static final class RemarksPlace extends ScrollPane {
        /** Lines: the table is to be seen, too. */
        private static final int MOST = 5;
        /** Of the bar with which one comes to more lines. */
        private static final double BAR = 16;

        private final VBox remarks;

        RemarksPlace(VBox remarks) {
            super(remarks);
            this.remarks = remarks;
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            double around = snappedTopInset() + snappedBottomInset();
            boolean fits = Double.isInfinite(most(width));
            return around + (fits ? remarks.prefHeight(width) : most(width - BAR));
        }

        /** Up to the end of a line, so that none is seen by half; infinite where there are not so many. */
        private double most(double width) {
            double room =
                    width < 0 ? width : Math.max(0, width - remarks.snappedLeftInset() - remarks.snappedRightInset());
            double height = remarks.snappedTopInset();
            int free = MOST;
            for (Node each : remarks.getChildren()) {
                double line = each.prefHeight(-1);
                int lines = (int) Math.round(each.prefHeight(room) / line);
                if (lines > free) {
                    return Math.ceil(height + free * line);
                }
                height += lines * line + remarks.getSpacing();
                free -= lines;
            }
            return Double.POSITIVE_INFINITY;
        }
    }

    private static Label remark(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}

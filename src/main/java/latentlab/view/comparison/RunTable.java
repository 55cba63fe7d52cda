package latentlab.view.comparison;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Rectangle;
import latentlab.comparison.ComparedRun;
import latentlab.comparison.Comparison;
import latentlab.comparison.Difference;
import latentlab.comparison.KeyFigure;
import latentlab.engine.settings.Setting;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.Tip;
import latentlab.view.words.Terms;

/** A table of compared runs, with a column for each of the settings in which they differ. */
final class RunTable {
    private static final PseudoClass UNUSUAL = PseudoClass.getPseudoClass("unusual");
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private static final double NAME = 190;
    private static final double SCROLL_BAR = 16;
    private static final double FIGURE = 96;
    private static final double VALUE = 74;
    /** Of a letter of a setting's name at the head of its column, and of what stands around it. */
    private static final double LETTER = 7;

    private static final double AROUND = 26;
    /** Of what may be long: data, changes of the rate. */
    private static final double LONG = 150;

    private static final Comparator<String> VALUES =
            Comparator.comparing(RunTable::number).thenComparing(Comparator.naturalOrder());

    /** @param run its place in the comparison */
    record Row(int run, ComparedRun compared) {}

    private final TableView<Row> table = new TableView<>();
    private final Texts texts;
    private final ThemeColours colours;
    private final IntUnaryOperator colour;
    private final ComparisonChart.Use use;
    private final IntFunction<String> file;
    /** Runs whose rows are marked. */
    private final ObjectProperty<List<Integer>> pointed = new SimpleObjectProperty<>(List.of());
    /** The least best loss; NaN for none. */
    private double least;

    /**
     * @param colour of a run's curve, as a number of a class; -1 for none
     * @param use what happens with runs that are pointed at
     * @param file name of a run's file
     */
    RunTable(
            Texts texts,
            ThemeColours colours,
            IntUnaryOperator colour,
            ComparisonChart.Use use,
            IntFunction<String> file) {
        this.texts = texts;
        this.colours = colours;
        this.colour = colour;
        this.use = use;
        this.file = file;
        Buttons.named(table, texts.bind("view.comparison.table.help"));
        table.setTooltip(null);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setId("comparison-table");
        table.getStyleClass().addAll(Styles.DENSE, "comparison-table");
        table.setRowFactory(_ -> row());
        table.setMinHeight(70);
        texts.messagesProperty().subscribe(table::refresh);
        colours.versionProperty().subscribe(table::refresh);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return Double.POSITIVE_INFINITY;
        }
    }

    TableView<Row> table() {
        return table;
    }

    private TableRow<Row> row() {
        TableRow<Row> row = new TableRow<>();
        Runnable mark = () -> row.pseudoClassStateChanged(
                POINTED,
                row.getItem() != null && pointed.get().contains(row.getItem().run()));
        pointed.subscribe(mark);
        row.itemProperty().subscribe(mark);
        row.hoverProperty().subscribe(hovered -> {
            if (row.getItem() != null) {
                use.point().accept(hovered ? List.of(row.getItem().run()) : List.of());
            }
        });
        row.setOnMouseClicked(event -> {
            if (row.getItem() != null && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                use.open().accept(row.getItem().run());
            }
        });
        return row;
    }

    void show(Comparison comparison) {
        least = comparison.kinds().size() > 1
                ? Double.NaN
                : IntStream.range(0, comparison.runs().size())
                        .mapToDouble(run -> comparison.value(KeyFigure.BEST_LOSS, run))
                        .filter(Double::isFinite)
                        .min()
                        .orElse(Double.NaN);
        List<TableColumn<Row, ?>> columns = new ArrayList<>();
        TableColumn<Row, Row> name = name();
        columns.add(name);
        columns.add(figure(
                "comparison-best",
                texts.bind("view.comparison.best"),
                texts.bind("view.comparison.best.help"),
                Term.VALIDATION,
                row -> figure(comparison, KeyFigure.BEST_LOSS, row),
                value -> texts.get("view.comparison.loss", value)));
        columns.add(figure(
                "comparison-epochs",
                texts.bind("view.comparison.epochs"),
                texts.bind("view.comparison.epochs.help"),
                Term.EPOCH,
                row -> (double) row.compared().epochs(),
                value -> texts.get("view.comparison.whole", value)));
        columns.add(figure(
                "comparison-seconds",
                texts.bind("view.comparison.duration"),
                texts.bind("view.comparison.duration.help"),
                null,
                row -> figure(comparison, KeyFigure.SECONDS, row),
                value -> texts.get("view.comparison.tenths", value)));
        if (IntStream.range(0, comparison.runs().size())
                .anyMatch(run -> Double.isFinite(comparison.value(KeyFigure.TEST_MSE, run)))) {
            columns.add(figure(
                    "comparison-mse",
                    texts.bind("view.comparison.mse"),
                    texts.bind("view.comparison.mse.help"),
                    Term.MSE,
                    row -> figure(comparison, KeyFigure.TEST_MSE, row),
                    value -> texts.get("view.comparison.mse.value", value)));
            columns.add(figure(
                    "comparison-psnr",
                    texts.bind("view.comparison.psnr"),
                    texts.bind("view.comparison.psnr.help"),
                    Term.PSNR,
                    row -> figure(comparison, KeyFigure.TEST_PSNR, row),
                    value -> texts.get("view.comparison.psnr.value", value)));
        }
        comparison.differences().forEach(difference -> columns.add(difference(difference)));
        table.getSortOrder().clear();
        table.getColumns().setAll(columns);
        double others = columns.stream().mapToDouble(TableColumn::getPrefWidth).sum() - NAME + SCROLL_BAR;
        // Names are long; they have what room the figures leave.
        name.prefWidthProperty().bind(table.widthProperty().map(all -> Math.max(NAME, all.doubleValue() - others)));
        List<ComparedRun> runs = comparison.runs();
        table.getItems()
                .setAll(IntStream.range(0, runs.size())
                        .mapToObj(run -> new Row(run, runs.get(run)))
                        .toList());
    }

    /** @param named what is shown, the runs with other names */
    void name(Comparison named) {
        List<Integer> selected = List.copyOf(table.getSelectionModel().getSelectedIndices());
        table.getItems().replaceAll(row -> new Row(row.run(), named.runs().get(row.run())));
        table.getSelectionModel().clearSelection();
        selected.forEach(table.getSelectionModel()::select);
        table.sort();
    }

    private static Double figure(Comparison comparison, KeyFigure figure, Row row) {
        double value = comparison.value(figure, row.run());
        return Double.isFinite(value) ? value : null;
    }

    private TableColumn<Row, Row> name() {
        TableColumn<Row, Row> column = column(
                "comparison-name",
                texts.bind("view.comparison.run"),
                texts.bind("view.comparison.run.help"),
                null,
                NAME,
                row -> row);
        column.setComparator(Comparator.comparing(row -> row.compared().name()));
        column.setCellFactory(_ -> new TableCell<>() {
            private final Rectangle swatch = new Rectangle(12, 4);
            private final Tip tip = new Tip();

            {
                // Names of a list often begin alike, and differ at their ends.
                setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            }

            @Override
            protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                boolean blank = empty || row == null;
                setText(blank ? "" : row.compared().name());
                tip.setText(blank ? "" : getText() + "\n" + file.apply(row.run()));
                setTooltip(blank ? null : tip);
                int label = blank ? -1 : colour.applyAsInt(row.run());
                setGraphic(label < 0 ? null : swatch);
                if (label >= 0) {
                    swatch.setFill(colours.ofLine(label));
                }
            }
        });
        return column;
    }

    private static Term term(String setting) {
        return Setting.ALL.stream()
                .filter(each -> each.name().equals(setting))
                .findFirst()
                .flatMap(Term::of)
                .orElse(null);
    }

    private TableColumn<Row, String> difference(Difference difference) {
        String name = difference.name();
        boolean data = name.equals(Difference.DATA);
        boolean rates = name.equals(Difference.RATES);
        ObservableValue<String> help =
                texts.bind(data ? "view.comparison.data" : rates ? "view.comparison.rates" : "engine.setting." + name);
        TableColumn<Row, String> column = column(
                "comparison-of-" + name,
                new SimpleObjectProperty<>(name),
                help,
                rates ? Term.LEARNING_RATE : term(name),
                data || rates ? LONG : Math.max(VALUE, LETTER * name.length() + AROUND),
                row -> difference.values().get(row.run()));
        column.setComparator(VALUES);
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(String value, boolean empty) {
                super.updateItem(value, empty);
                Row row = empty || getTableRow() == null ? null : getTableRow().getItem();
                setText(row == null ? "" : value);
                pseudoClassStateChanged(UNUSUAL, row != null && difference.isUnusual(row.run()));
            }
        });
        return column;
    }

    private TableColumn<Row, Double> figure(
            String id,
            ObservableValue<String> title,
            ObservableValue<String> help,
            Term term,
            Function<Row, Double> value,
            Function<Double, String> words) {
        TableColumn<Row, Double> column = column(id, title, help, term, FIGURE, value);
        column.getStyleClass().add("comparison-figure");
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(Double number, boolean empty) {
                super.updateItem(number, empty);
                boolean blank = empty || number == null;
                setText(blank ? "" : words.apply(number));
                pseudoClassStateChanged(BEST, !blank && id.equals("comparison-best") && number == least);
            }
        });
        return column;
    }

    /** @param term that the column is about; null for none */
    private <T> TableColumn<Row, T> column(
            String id,
            ObservableValue<String> title,
            ObservableValue<String> help,
            Term term,
            double width,
            Function<Row, T> value) {
        TableColumn<Row, T> column = new TableColumn<>();
        column.setId(id);
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new SimpleObjectProperty<>(value.apply(cell.getValue())));
        Terms.head(column, title, help, term, texts);
        return column;
    }

    /**
     * Marks the rows of runs.
     *
     * @param seen whether to bring the first into sight
     */
    void point(List<Integer> runs, boolean seen) {
        pointed.set(runs);
        int place = runs.isEmpty() ? -1 : place(runs.getFirst());
        if (seen && place >= 0 && table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            IndexedCell<?> last = flow.getLastVisibleCell();
            if (first != null && (place < first.getIndex() || place > last.getIndex())) {
                table.scrollTo(place);
            }
        }
    }

    private int place(int run) {
        return IntStream.range(0, table.getItems().size())
                .filter(place -> table.getItems().get(place).run() == run)
                .findFirst()
                .orElse(-1);
    }

    void select(int run) {
        table.getSelectionModel().clearAndSelect(place(run));
    }

    /** Shows the colours of another picture. */
    void recolour() {
        table.refresh();
    }

    /** @return the runs whose rows are selected, in the order of the comparison */
    List<Integer> chosen() {
        return table.getSelectionModel().getSelectedItems().stream()
                .map(Row::run)
                .sorted()
                .toList();
    }

    /** @return the runs whose rows are selected if there are several, else all; in the order of the rows */
    List<Integer> wanted() {
        List<Integer> chosen = chosen();
        return table.getItems().stream()
                .map(Row::run)
                .filter(run -> chosen.size() < 2 || chosen.contains(run))
                .toList();
    }

    /** @return the run whose row was selected last, -1 for none */
    int selected() {
        Row row = table.getSelectionModel().getSelectedItem();
        return row == null ? -1 : row.run();
    }
}

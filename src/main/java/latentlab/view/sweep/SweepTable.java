package latentlab.view.sweep;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import latentlab.glossary.Term;
import latentlab.session.Durations;
import latentlab.sweep.SweepLook;
import latentlab.sweep.TrialLook;
import latentlab.text.Sentence;
import latentlab.view.Buttons;
import latentlab.view.TakesKeys;
import latentlab.view.Texts;
import latentlab.view.words.Terms;

/** The queue: sweeps with their trials below them. */
final class SweepTable extends TreeTableView<SweepTable.Row> implements TakesKeys {
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");
    private static final double NAME = 196;
    private static final double STATE = 110;
    private static final double PROGRESS = 150;
    private static final double FIGURE = 82;

    private final Texts texts;
    private final Map<Path, TreeItem<Row>> sweeps = new HashMap<>();

    /**
     * A sweep or one of its trials.
     *
     * @param trial null in the row of the sweep itself
     */
    record Row(SweepLook sweep, TrialLook trial) {
        Path folder() {
            return sweep.folder();
        }

        /** Of its trial; 0 in the row of the sweep itself. */
        int number() {
            return trial == null ? 0 : trial.trial().number();
        }

        Sentence why() {
            return trial == null ? sweep.why() : trial.why();
        }

        /** Whether it stands for the same sweep or trial as another one. */
        boolean same(Row other) {
            return folder().equals(other.folder()) && number() == other.number();
        }
    }

    SweepTable(Texts texts) {
        this.texts = texts;
        Buttons.named(this, texts.bind("view.sweep.queue.help"));
        setTooltip(null);
        setId("sweep-table");
        getStyleClass().addAll(Styles.DENSE, "sweep-table");
        setShowRoot(false);
        setRoot(new TreeItem<>());
        getRoot().setExpanded(true);
        setMinHeight(90);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .add(words(
                        "name",
                        NAME,
                        row -> row.trial() == null
                                ? row.sweep().name()
                                : row.trial().trial().name()));
        getColumns().add(words("state", STATE, this::state));
        getColumns().add(progress());
        getColumns()
                .add(words(
                        "last",
                        FIGURE,
                        row -> row.trial() == null ? "" : loss(row.trial().last())));
        getColumns().add(words("best", FIGURE, row -> loss(least(row, TrialLook::best))));
        getColumns().add(words("error", FIGURE, row -> error(least(row, TrialLook::error))));
        getColumns()
                .add(words(
                        "left",
                        FIGURE,
                        row -> left(
                                row.trial() == null
                                        ? row.sweep().secondsLeft()
                                        : row.trial().secondsLeft())));
        texts.messagesProperty().subscribe(this::refresh);
    }

    /** What only a list with folds needs of the timeline's keys. */
    @Override
    public boolean takes(KeyCode code) {
        return code != KeyCode.SPACE;
    }

    private String loss(double loss) {
        return Double.isNaN(loss) ? "" : texts.get("view.comparison.loss", loss);
    }

    private String error(double mse) {
        return Double.isNaN(mse) ? "" : texts.get("view.comparison.mse.value", mse);
    }

    private static double least(Row row, ToDoubleFunction<TrialLook> figure) {
        return row.trial() != null
                ? figure.applyAsDouble(row.trial())
                : row.sweep().trials().stream()
                        .mapToDouble(figure)
                        .filter(each -> !Double.isNaN(each))
                        .min()
                        .orElse(Double.NaN);
    }

    private String left(double seconds) {
        return Double.isNaN(seconds) ? "" : texts.get(Durations.of(seconds));
    }

    private String state(Row row) {
        if (row.trial() == null) {
            return texts.get("view.sweep.state." + row.sweep().state().name().toLowerCase(Locale.ROOT));
        }
        boolean waits =
                row.trial().state() == TrialLook.State.TRAINING && row.sweep().state() == SweepLook.State.HELD;
        return texts.get("view.sweep.trial."
                + (waits ? "held" : row.trial().state().name().toLowerCase(Locale.ROOT)));
    }

    private TreeTableColumn<Row, Row> column(String id, double width) {
        TreeTableColumn<Row, Row> column = new TreeTableColumn<>();
        column.setId("sweep-column-" + id);
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setSortable(false);
        column.setCellValueFactory(
                cell -> new SimpleObjectProperty<>(cell.getValue().getValue()));
        String key = "view.sweep.column." + id;
        Terms.head(column, texts.bind(key), texts.bind(key + ".help"), term(id), texts);
        return column;
    }

    /** @return what the figures of a column are; null where no term is needed for them */
    private static Term term(String id) {
        return switch (id) {
            case "name" -> Term.SWEEP;
            case "progress" -> Term.EPOCH;
            case "last", "best" -> Term.VALIDATION;
            case "error" -> Term.MSE;
            default -> null;
        };
    }

    private TreeTableColumn<Row, Row> words(String id, double width, Function<Row, String> words) {
        TreeTableColumn<Row, Row> column = column(id, width);
        if (width == FIGURE) {
            column.getStyleClass().add("sweep-figure");
        }
        column.setCellFactory(_ -> new TreeTableCell<>() {
            @Override
            protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                boolean blank = empty || row == null;
                setText(blank ? "" : words.apply(row));
                pseudoClassStateChanged(FAULTY, !blank && id.equals("state") && row.why() != null);
            }
        });
        return column;
    }

    private TreeTableColumn<Row, Row> progress() {
        TreeTableColumn<Row, Row> column = column("progress", PROGRESS);
        column.setCellFactory(_ -> new TreeTableCell<>() {
            private final ProgressBar bar = new ProgressBar(0);
            private final Label count = new Label();
            private final HBox both = new HBox(bar, count);

            {
                both.setAlignment(Pos.CENTER_LEFT);
                both.getStyleClass().add("sweep-progress");
                count.setMinWidth(USE_PREF_SIZE);
            }

            @Override
            protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                boolean blank = empty || row == null;
                setGraphic(blank ? null : both);
                if (!blank) {
                    show(row);
                }
            }

            private void show(Row row) {
                TrialLook trial = row.trial();
                bar.setProgress(
                        trial == null ? row.sweep().share() : (double) trial.done() / Math.max(1, trial.planned()));
                count.setText(
                        trial == null
                                ? texts.get(
                                        "view.sweep.trials",
                                        row.sweep().ended(),
                                        row.sweep().wanted())
                                : texts.get("view.sweep.epochs", trial.done(), trial.planned()));
                setAccessibleText(count.getText());
            }
        });
        return column;
    }

    /** Shows how far the queue has come; what is selected stays so, wherever it is now. */
    void show(List<SweepLook> looks) {
        Row chosen = selected();
        List<TreeItem<Row>> items = new ArrayList<>();
        Map<Path, TreeItem<Row>> before = new HashMap<>(sweeps);
        sweeps.clear();
        for (SweepLook look : looks) {
            TreeItem<Row> item = before.get(look.folder());
            if (item == null) {
                item = new TreeItem<>(new Row(look, null));
                item.setExpanded(look.state() != SweepLook.State.ENDED);
            }
            enter(item, new Row(look, null));
            fill(item, look);
            sweeps.put(look.folder(), item);
            items.add(item);
        }
        if (!items.equals(getRoot().getChildren())) {
            getRoot().getChildren().setAll(items);
        }
        if (chosen != null && (selected() == null || !selected().same(chosen))) {
            select(chosen);
        }
    }

    private static void fill(TreeItem<Row> sweep, SweepLook look) {
        Map<Integer, TreeItem<Row>> before = new HashMap<>();
        sweep.getChildren().forEach(item -> before.put(item.getValue().number(), item));
        List<TreeItem<Row>> items = new ArrayList<>();
        for (TrialLook trial : look.trials()) {
            Row row = new Row(look, trial);
            TreeItem<Row> item = before.computeIfAbsent(row.number(), _ -> new TreeItem<>(row));
            enter(item, row);
            items.add(item);
        }
        if (!items.equals(sweep.getChildren())) {
            sweep.getChildren().setAll(items);
        }
    }

    private static void enter(TreeItem<Row> item, Row now) {
        Row before = item.getValue();
        boolean other = now.trial() == null
                ? !before.sweep().equals(now.sweep())
                : !now.trial().equals(before.trial())
                        || now.sweep().state() != before.sweep().state();
        if (other) {
            item.setValue(now);
        }
    }

    /** @return the selected row; null for none */
    Row selected() {
        TreeItem<Row> item = getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue();
    }

    private void select(Row row) {
        TreeItem<Row> sweep = sweeps.get(row.folder());
        if (sweep == null) {
            getSelectionModel().clearSelection();
            return;
        }
        TreeItem<Row> item = sweep.getChildren().stream()
                .filter(each -> each.getValue().same(row))
                .findFirst()
                .orElse(sweep);
        getSelectionModel().select(item);
    }

    /** Selects a sweep, as after it has been started. */
    void select(Path folder) {
        TreeItem<Row> sweep = sweeps.get(folder);
        if (sweep != null) {
            getSelectionModel().select(sweep);
        }
    }
}

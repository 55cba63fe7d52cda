package latentlab.view.table;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import latentlab.engine.loss.LossPart;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.words.Terms;

/** Losses and time of every epoch, in the manner of skorch's log. */
public final class EpochTableView extends BorderPane {
    static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /** Width of a column for a part of the loss, in points: its name has room. */
    private static final double PART = 160;
    /** Of a column that shares the panel with few others. */
    private static final double LEAST = 10;
    /** Of a column of losses that need not share it. */
    private static final double NATS = 92;

    final TableView<EpochRow> table = new TableView<>();
    final TableColumn<EpochRow, Number> epoch;
    final TableColumn<EpochRow, Number> train;
    final TableColumn<EpochRow, Number> valid;
    final TableColumn<EpochRow, Number> seconds;
    final MenuItem copy = new MenuItem();

    private final Texts texts;

    /** @return the view, bound to the shared model by its controller */
    public static EpochTableView in(ViewContext context) {
        EpochTableView view = new EpochTableView(context.texts());
        new EpochTableController(view, context);
        return view;
    }

    /** In place of the table until there is a run. */
    final Label empty = new Label();

    private EpochTableView(Texts texts) {
        this.texts = texts;
        table.setId("epoch-table");
        table.getStyleClass().addAll(Styles.DENSE, "epoch-table");
        Buttons.named(table, texts.bind("view.table.help"));
        Terms.mark(this, Term.EPOCH);
        epoch = column("epoch", 53, Term.EPOCH, texts);
        train = column("train", 72, Term.LOSS, texts);
        valid = column("valid", 72, Term.VALIDATION, texts);
        seconds = column("seconds", 51, Term.EPOCH, texts);
        table.getColumns().setAll(List.of(epoch, train, valid, seconds));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        empty.getStyleClass().addAll(Styles.TEXT_MUTED, "table-empty");
        empty.setWrapText(true);
        table.setPlaceholder(empty);
        copy.textProperty().bind(texts.bind("view.table.copy"));
        copy.setAccelerator(COPY);
        table.setContextMenu(new ContextMenu(copy));
        setCenter(table);
    }

    /**
     * Shows two columns, of training and of validation, for each part of the loss, after the others.
     *
     * @param names of the parts; empty for none
     */
    List<TableColumn<EpochRow, Number>> showParts(List<String> names) {
        List<TableColumn<EpochRow, Number>> parts = new ArrayList<>();
        for (String name : names) {
            for (String side : List.of("train", "valid")) {
                TableColumn<EpochRow, Number> column = plain("column-" + side + "-" + name, PART);
                Terms.head(
                        column,
                        Bindings.createStringBinding(
                                () -> texts.get("view.table.part." + side, texts.get("engine.part." + name)),
                                texts.messagesProperty()),
                        null,
                        term(name),
                        texts);
                parts.add(column);
            }
        }
        List<TableColumn<EpochRow, ?>> always = List.of(epoch, train, valid, seconds);
        // Many columns keep their widths and are scrolled to; squeezed into the panel none could be read.
        always.forEach(column -> column.setMinWidth(parts.isEmpty() ? LEAST : column.getPrefWidth()));
        if (!parts.isEmpty()) {
            // Nats of an image have three digits before the point.
            List.of(train, valid).forEach(column -> column.setMinWidth(NATS));
        }
        parts.forEach(column -> column.setMinWidth(column.getPrefWidth()));
        table.setColumnResizePolicy(
                parts.isEmpty()
                        ? TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS
                        : TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.getColumns().setAll(always);
        table.getColumns().addAll(parts);
        return parts;
    }

    /** @param part see {@link LossPart#name} */
    private static Term term(String part) {
        return switch (part) {
            case LossPart.SPARSITY -> Term.SPARSITY;
            case LossPart.DIVERGENCE -> Term.DIVERGENCE;
            default -> Term.RECONSTRUCTION;
        };
    }

    private static TableColumn<EpochRow, Number> column(String id, double width, Term term, Texts texts) {
        TableColumn<EpochRow, Number> column = plain("column-" + id, width);
        Terms.head(column, texts.bind("view.table." + id), null, term, texts);
        return column;
    }

    private static TableColumn<EpochRow, Number> plain(String id, double width) {
        TableColumn<EpochRow, Number> column = new TableColumn<>();
        column.setId(id);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}

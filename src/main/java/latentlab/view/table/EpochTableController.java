package latentlab.view.table;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import javafx.application.Platform;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import latentlab.engine.loss.LossPart;
import latentlab.engine.training.EpochResult;
import latentlab.run.Run;
import latentlab.session.TrainingModel;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.words.NoRunWords;

/** Lists the history, marks the selected epoch and selects the epoch of a clicked row. */
final class EpochTableController {
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

    private final EpochTableView view;
    private final TrainingModel model;
    private final Texts texts;
    /** Names of the parts of the loss that have columns. */
    private List<String> parts = List.of();

    private EpochRow.Best best = new EpochRow.Best();
    /** Whether the selection is being set from the model, not by the user. */
    private boolean showing;

    EpochTableController(EpochTableView view, ViewContext context) {
        this.view = view;
        model = context.model();
        texts = context.texts();
        view.empty.textProperty().bind(NoRunWords.bind(model, texts, "view.table.empty"));
        column(view.epoch, EpochResult::epoch, "view.table.epochCell", _ -> false);
        column(view.train, EpochResult::trainLoss, "view.table.loss", EpochRow::bestTrain);
        column(view.valid, EpochResult::validLoss, "view.table.loss", EpochRow::bestValid);
        column(view.seconds, EpochResult::seconds, "view.table.duration", _ -> false);
        model.history().addListener((ListChangeListener<EpochResult>) this::follow);
        model.selectedEpochProperty().subscribe(this::showSelection);
        view.table.getSelectionModel().selectedIndexProperty().addListener((_, _, row) -> {
            if (!showing && row.intValue() >= 0) {
                // No scrolling: the user is looking at the row already.
                showing = true;
                model.select(row.intValue());
                showing = false;
                if (model.selectedEpochProperty().get() != row.intValue()) {
                    // That epoch is not kept. Deferred, since the table must not be changed while it reports a change.
                    Platform.runLater(this::showSelection);
                }
            }
        });
        texts.messagesProperty().subscribe(view.table::refresh);
        view.copy.setOnAction(_ -> copy());
        view.table.setOnKeyPressed(event -> {
            if (EpochTableView.COPY.match(event)) {
                copy();
                event.consume();
            }
        });
    }

    private void column(
            TableColumn<EpochRow, Number> column,
            ToDoubleFunction<EpochResult> value,
            String key,
            Predicate<EpochRow> marked) {
        column.setCellValueFactory(cell ->
                new SimpleDoubleProperty(value.applyAsDouble(cell.getValue().result())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(Number number, boolean empty) {
                super.updateItem(number, empty);
                EpochRow row = empty ? null : getTableRow().getItem();
                boolean blank = row == null || number == null || Double.isNaN(number.doubleValue());
                setText(blank ? "" : texts.get(key, number.doubleValue()));
                pseudoClassStateChanged(BEST, row != null && marked.test(row));
            }
        });
    }

    /** A column for each part where the loss has several. */
    private void showParts() {
        List<String> names = model.history().isEmpty()
                ? List.of()
                : model.history().getFirst().severalParts().stream()
                        .map(LossPart::name)
                        .toList();
        if (!names.equals(parts)) {
            parts = names;
            List<TableColumn<EpochRow, Number>> columns = view.showParts(names);
            for (int i = 0; i < columns.size(); i++) {
                int part = i / 2;
                ToDoubleFunction<LossPart> side = i % 2 == 0 ? LossPart::train : LossPart::valid;
                column(
                        columns.get(i),
                        result -> side.applyAsDouble(result.parts().get(part)),
                        "view.table.loss",
                        _ -> false);
            }
        }
    }

    private void follow(ListChangeListener.Change<? extends EpochResult> change) {
        showing = true;
        showParts();
        while (change.next()) {
            if (change.wasRemoved()) {
                best = new EpochRow.Best();
                view.table.getItems().setAll(rows(change.getList()));
            } else {
                view.table.getItems().addAll(rows(change.getAddedSubList()));
            }
        }
        showing = false;
        showSelection();
    }

    private List<EpochRow> rows(List<? extends EpochResult> results) {
        return results.stream().<EpochRow>map(best::row).toList();
    }

    private void showSelection() {
        int epoch = model.selectedEpochProperty().get();
        if (!showing && epoch < view.table.getItems().size()) {
            showing = true;
            view.table.getSelectionModel().clearAndSelect(epoch);
            // Two rows above stay visible, to show where the epoch comes from.
            view.table.scrollTo(Math.max(0, epoch - 2));
            showing = false;
        }
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        Run run = model.runProperty().get();
        content.putString(EpochRow.text(
                view.table.getItems(), run == null ? Map.of() : run.findings().errors()));
        Clipboard.getSystemClipboard().setContent(content);
    }
}

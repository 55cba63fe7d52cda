package latentlab.view.table;

import static latentlab.app.WindowFixture.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import latentlab.MadeUpImages;
import latentlab.app.WindowFixture;
import latentlab.engine.settings.Setting;
import latentlab.engine.training.EpochResult;
import latentlab.session.TrainingModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The epoch table lists the parts of a loss that has several. */
class PartsInWindowTest {
    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720).loading((_, _) -> MadeUpImages.dataset(60, 5, 7));

    private List<String> columns() {
        return fixture.<TableView<?>>find("#epoch-table").getColumns().stream()
                .map(column -> ((Label) column.getGraphic()).getText())
                .toList();
    }

    @Test
    void aSparseRunHasColumnsForThePenaltyAndAnotherRunHasNone() {
        fixture.train(2, settings -> settings.with(Setting.SPARSITY, 0.5));
        assertThat(columns())
                .containsExactly(
                        "epoch",
                        "train loss",
                        "valid loss",
                        "dur (s)",
                        "Reconstruction (train)",
                        "Reconstruction (valid)",
                        "Sparsity (train)",
                        "Sparsity (valid)");
        TableView<?> table = fixture.find("#epoch-table");
        assertThat(table.getColumns())
                .allSatisfy(column -> assertThat(column.getWidth())
                        .as("width of %s", column.getId())
                        .isGreaterThanOrEqualTo(column.getPrefWidth()));
        EpochResult second = fixture.window.model().history().get(2);
        assertThat(table.getColumns().get(6).getCellData(2))
                .isEqualTo(second.parts().getLast().train());
        assertThat(table.getColumns().get(7).getCellData(2))
                .isEqualTo(second.parts().getLast().valid());

        TrainingModel model = fixture.window.model();
        onFx(() -> model.startOver(model.settingsProperty().get().with(Setting.SPARSITY, 0.0)));
        fixture.train(2, settings -> settings);
        assertThat(columns()).containsExactly("epoch", "train loss", "valid loss", "dur (s)");
        assertThat(table.getColumns().stream()
                        .mapToDouble(TableColumn::getWidth)
                        .sum())
                .as("all in sight")
                .isLessThanOrEqualTo(table.getWidth());
    }
}

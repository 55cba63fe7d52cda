package latentlab.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsualBatchTest {
    /** The notebook's where there is at least one batch of them; otherwise some eight steps an epoch. */
    @ParameterizedTest
    @CsvSource({"60000, 128", "129, 128", "128, 128", "127, 8", "64, 8", "63, 4", "16, 2", "15, 1", "5, 1", "2, 1"})
    void goesWithTheNumberOfImages(int images, int batch) {
        assertThat(TrainingConfig.usualBatch(images)).isEqualTo(batch);
    }
}

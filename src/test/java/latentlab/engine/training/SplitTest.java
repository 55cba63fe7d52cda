package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.settings.Validation;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static final Dataset DATA = MadeUpImages.dataset(53, 4, 4);

    @Test
    void holdsAFifthOfTheTrainingImagesBackToValidateWith() {
        Split split = Split.of(TrainingConfig.DEFAULT.with(Setting.VALIDATION, Validation.FIFTH), DATA);
        assertThat(split).isEqualTo(new Split(11, 42, DATA.train(), 11));
    }

    @Test
    void trainsOnAllOfThemWhereTheTestImagesAreValidatedWith() {
        Split split = Split.of(TrainingConfig.DEFAULT.with(Setting.VALIDATION, Validation.TEST), DATA);
        assertThat(split).isEqualTo(new Split(0, 53, DATA.test(), 26));
    }
}

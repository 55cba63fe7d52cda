package latentlab.engine.training;

import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.settings.Validation;

/**
 * Which images a run is trained on, and which its validation loss is taken on.
 *
 * @param held how many of the training images, the first, are not trained on
 * @param trained how many are, the others; less than 1 where there are too few
 * @param validation images of which the first are validated with
 * @param validated how many of these
 */
public record Split(int held, int trained, ImageSet validation, int validated) {
    public static Split of(TrainingConfig config, Dataset dataset) {
        ImageSet train = dataset.train();
        if (config.get(Setting.VALIDATION) == Validation.TEST) {
            return new Split(0, train.count(), dataset.test(), dataset.test().count());
        }
        int held = dataset.validationCount();
        return new Split(held, train.count() - held, train, held);
    }
}

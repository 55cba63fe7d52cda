package latentlab.lesson;

import java.util.Locale;
import latentlab.text.Sentence;

/** What a lesson can measure of a run, by the words that stand for it. */
public enum Quantity {
    TRAINING_LOSS("training loss", true, Format.LOSS),
    VALIDATION_LOSS("validation loss", true, Format.LOSS),
    BEST_VALIDATION_LOSS("best validation loss", false, Format.LOSS),
    /** The epoch with the lowest validation loss. */
    BEST_EPOCH("best epoch", false, Format.COUNT),
    /** Epochs trained so far. */
    EPOCHS("epochs", false, Format.COUNT),
    /** Seconds an epoch took, in the median. */
    SECONDS("seconds per epoch", false, Format.SECONDS),
    /** Share of test images whose class is that of most of their ten nearest neighbours in latent space. */
    NEIGHBOURS("10-NN", true, Format.SHARE),
    /** The same in the space of the images' pixels. */
    PIXEL_NEIGHBOURS("10-NN of pixels", false, Format.SHARE),
    /** Latent units that no longer tell images apart, see {@link latentlab.engine.model.StuckUnits}. */
    STUCK("stuck units", true, Format.COUNT),
    /** Share of the test images' codes below 0.1 or above 0.9. */
    AT_ENDS("codes at an end", true, Format.SHARE),
    /** Mean squared error of answering every validation image with the average training image. */
    AVERAGE_IMAGE("error of the average image", false, Format.LOSS),
    /** The same of answering with one that is black all over. */
    BLACK_IMAGE("error of a black image", false, Format.LOSS),
    PARAMETERS("parameters", false, Format.COUNT),
    /** Numbers an image consists of. */
    PIXELS("pixels", false, Format.COUNT),
    UNITS("latent units", false, Format.COUNT),
    TRAINING_IMAGES("training images", false, Format.COUNT),
    VALIDATION_IMAGES("validation images", false, Format.COUNT),
    TEST_IMAGES("test images", false, Format.COUNT),
    CLASSES("classes", false, Format.COUNT),
    BATCH("batch size", false, Format.COUNT),
    /** Batches an epoch has, the last, shorter one included. */
    STEPS("steps per epoch", false, Format.COUNT);

    /** How a value is written. */
    public enum Format {
        LOSS,
        COUNT,
        SECONDS,
        /** 0 to 1, written in percent. */
        SHARE
    }

    private final String words;
    private final boolean ofEpoch;
    private final Format format;

    Quantity(String words, boolean ofEpoch, Format format) {
        this.words = words;
        this.ofEpoch = ofEpoch;
        this.format = format;
    }

    /** What it is called. */
    public Sentence title() {
        return Sentence.of("lesson.quantity." + name().toLowerCase(Locale.ROOT));
    }

    /** In a lesson's file. */
    public String words() {
        return words;
    }

    /** Whether it is another after each epoch, so that {@code at N} may follow. */
    public boolean ofEpoch() {
        return ofEpoch;
    }

    public Format format() {
        return format;
    }
}

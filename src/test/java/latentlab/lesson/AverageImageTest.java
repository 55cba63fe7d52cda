package latentlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.engine.training.Split;
import org.junit.jupiter.api.Test;

class AverageImageTest {
    private static ImageSet ofOnePixel(int count, int... values) {
        byte[] pixels = new byte[count];
        for (int i = 0; i < values.length; i++) {
            pixels[i] = (byte) values[i];
        }
        return new ImageSet(count, ImageShape.grey(1, 1), pixels, null);
    }

    @Test
    void isOfTheImagesTrainedOnAndErrsOnThoseValidatedWith() {
        // The first is held back; the mean of the others is 0.5.
        ImageSet train = ofOnePixel(3, 255, 0, 255);
        double error = AverageImage.error(train, new Split(1, 2, train, 1), () -> {});
        assertThat(error).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void blackErrsWhereTheImagesValidatedWithAreLight() {
        ImageSet train = ofOnePixel(4, 255, 0, 0, 255);
        assertThat(AverageImage.errorOfBlack(new Split(2, 2, train, 2), () -> {}))
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void isGivenUpWhereNobodyWaitsForIt() {
        ImageSet train = ofOnePixel(1000);
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> AverageImage.error(train, new Split(200, 800, train, 200), () -> {
                    if (asked.incrementAndGet() == 3) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(3);
    }
}

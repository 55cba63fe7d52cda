package latentlab.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import latentlab.data.ImageShape;
import latentlab.run.file.RunSamples;
import latentlab.run.file.RunSamples.Sample;
import org.junit.jupiter.api.Test;

class ThumbnailsTest {
    private static RunSamples samples(ImageShape shape, byte[] original, byte[] reconstruction, int count) {
        return new RunSamples(shape, Collections.nCopies(count, new Sample(3, original, reconstruction)));
    }

    @Test
    void smallImagesStayAsTheyAre() {
        RunSamples samples = samples(ImageShape.grey(2, 2), new byte[] {1, 2, 3, 4}, new byte[] {5, 6, 7, 8}, 10);
        assertThat(Thumbnails.of(samples)).isEqualTo(samples);
    }

    @Test
    void largeOnesAreAveragedChannelByChannel() {
        ImageShape shape = ImageShape.colour(64, 32);
        byte[] image = new byte[shape.size()];
        for (int i = 0; i < shape.pixels(); i++) {
            image[i] = (byte) (i % 2 == 0 ? 100 : 200);
            image[shape.pixels() + i] = (byte) 250;
        }
        RunSamples small = Thumbnails.of(samples(shape, image, new byte[shape.size()], 12));
        assertThat(small.shape()).isEqualTo(ImageShape.colour(32, 16));
        assertThat(small.samples()).hasSize(10);
        byte[] made = small.samples().getFirst().original();
        List<Integer> corners = List.of(made[0] & 0xFF, made[32 * 16] & 0xFF, made[2 * 32 * 16] & 0xFF);
        assertThat(corners).containsExactly(150, 250, 0);
        assertThat(small.samples().getFirst().reconstruction()).containsOnly(0);
    }
}

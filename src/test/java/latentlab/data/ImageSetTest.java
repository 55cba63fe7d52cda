package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;

class ImageSetTest {
    private static final ImageShape COLOUR = ImageShape.colour(1, 2);

    /** Two images of two pixels, channel by channel. */
    private static final byte[] VALUES = {1, 2, 3, 4, 5, 6, (byte) 200, 0, 100, 0, (byte) 255, 0};

    @Test
    void aPixelHasItsColourFromAllChannels() {
        assertThat(COLOUR.rgb(VALUES, 0, 0)).isEqualTo(0x010305);
        assertThat(COLOUR.rgb(VALUES, 0, 1)).isEqualTo(0x020406);
        assertThat(COLOUR.rgb(VALUES, 6, 0)).isEqualTo(0xC864FF);
        assertThat(ImageShape.grey(1, 2).rgb(VALUES, 6, 0)).isEqualTo(0xC8C8C8);
    }

    @Test
    void givesSomeImagesWithTheirLabels() {
        ImageSet images = new ImageSet(2, COLOUR, VALUES, new int[] {7, 70_000});
        assertThat(images.pixelsOf(1, 0)).containsExactly(200, 0, 100, 0, 255, 0, 1, 2, 3, 4, 5, 6);
        assertThat(images.pick(1).label(0)).isEqualTo(70_000);
        assertThat(images.pick(1).ink(0)).startsWith(200 / 255f, 0, 100 / 255f);
        assertThat(images.classes()).isEqualTo(70_001);
    }

    @Test
    void refusesWhatAreNoImagesOfItsShape() {
        assertThatThrownBy(() -> new ImageSet(3, COLOUR, VALUES, null)).hasMessageContaining("3 images");
        assertThatThrownBy(() -> new ImageSet(2, COLOUR, VALUES, new int[1])).hasMessageContaining("1 labels");
        assertThatThrownBy(() -> new ImageSet(2, COLOUR, VALUES, new int[] {0, -1}))
                .hasMessageContaining("0 or more");
        assertThatThrownBy(() -> new ImageSet(3, new ImageShape(2, 1, 2), VALUES, null))
                .hasMessageContaining("neither grey nor colour");
    }

    @Test
    void aDatasetHasImagesOfOneShape() {
        ImageSet colour = new ImageSet(2, COLOUR, VALUES, null);
        ImageSet grey = new ImageSet(6, ImageShape.grey(1, 2), VALUES, null);
        Sentence name = Sentence.of("data.name", "mixed");
        assertThat(new Dataset(name, "mixed", colour, colour, List.of()).shape())
                .isEqualTo(COLOUR);
        assertThatThrownBy(() -> new Dataset(name, "mixed", colour, grey, List.of()))
                .hasMessageContaining("channels=3")
                .hasMessageContaining("channels=1");
    }
}

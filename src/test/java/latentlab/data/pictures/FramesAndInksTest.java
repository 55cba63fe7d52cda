package latentlab.data.pictures;

import static latentlab.data.pictures.CodedPictures.joined;
import static latentlab.data.pictures.CodedPictures.jpeg;
import static latentlab.data.pictures.CodedPictures.latin;
import static latentlab.data.pictures.CodedPictures.segment;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import latentlab.data.ImageSet;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of several pictures, or a part of one, and pictures for print. */
class FramesAndInksTest extends FolderOfImages {
    private void write(String name, byte[] content) throws IOException {
        for (int i = 0; i < 3; i++) {
            Files.write(folder.resolve(i + name), content);
        }
    }

    private static byte[] gif() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(Pattern.image(BufferedImage.TYPE_BYTE_GRAY), "gif", out);
        return out.toByteArray();
    }

    /** @return where the picture itself begins, after the table of colours and what is said before it */
    private static int picture(byte[] gif) {
        int place = 13 + (3 << 1 + (gif[10] & 7));
        while (gif[place] == 0x21) {
            place += 2;
            while (gif[place] != 0) {
                place += 1 + (gif[place] & 0xFF);
            }
            place++;
        }
        return place;
    }

    @Test
    void theFirstPictureOfAnAnimationIsTakenAndSaidToBe() throws Exception {
        byte[] gif = gif();
        byte[] second = Arrays.copyOfRange(gif, picture(gif), gif.length);
        second[1] = 3;
        write(".gif", joined(Arrays.copyOf(gif, gif.length - 1), second));
        Pattern.assertSeen(
                new ImageSet(1, open().train().shape(), open().train().pixelsOf(0), null), 31);
        assertThat(open().account().changed()).contains(Sentence.of("data.changed.first", 3));
        assertThat(open().train().height()).isEqualTo(28);
    }

    @Test
    void aPictureThatIsAPartOfItsCanvasStaysInItsPlace() throws Exception {
        byte[] gif = gif();
        int picture = picture(gif);
        gif[6] = 40;
        gif[8] = 33;
        gif[picture + 1] = 7;
        gif[picture + 3] = 2;
        write(".gif", gif);
        ImageSet images = open().train();
        assertThat(images.width()).isEqualTo(40);
        assertThat(images.height()).isEqualTo(33);
        for (int y = 0; y < 33; y++) {
            for (int x = 0; x < 40; x++) {
                boolean inside = y >= 2 && y < 30 && x >= 7 && x < 35;
                assertThat(images.pixels()[y * 40 + x] & 0xFF).isEqualTo(inside ? Pattern.at(y - 2, x - 7) : 0);
            }
        }
    }

    /**
     * White is no ink at all; Adobe's programs write 255 for that. Inks may be coded as what they leave of light and
     * colour.
     */
    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 255", "2, 0"})
    void inksOnPaperAreSeenAsLight(int transform, int noColour) throws Exception {
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 28, 28, 4, null);
        for (int y = 0; y < 28; y++) {
            for (int x = 0; x < 28; x++) {
                int light = Pattern.at(y, x);
                int key = transform < 0 ? 255 - light : light;
                int colour = transform == 2 ? 128 : noColour;
                inks.setPixel(x, y, new int[] {noColour, colour, colour, key});
            }
        }
        byte[] jpeg = jpeg(new IIOImage(inks, null, null), false);
        byte[] adobe = segment(0xEE, latin("Adobe\0d\0\0\0\0" + (char) transform));
        byte[] rest = Arrays.copyOfRange(jpeg, 2, jpeg.length);
        write(".jpg", transform < 0 ? jpeg : joined(Arrays.copyOf(jpeg, 2), adobe, rest));
        Pattern.assertSeen(open().train(), 2);
    }
}

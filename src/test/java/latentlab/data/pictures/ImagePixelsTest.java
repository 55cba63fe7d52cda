package latentlab.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the size, the ground and the colours of an image. */
class ImagePixelsTest extends FolderOfImages {
    @ParameterizedTest
    @CsvSource({"64, 64", "5, 9", "28, 28", "1, 2"})
    void imagesThatShareASmallSizeKeepIt(int height, int width) throws Exception {
        for (int i = 0; i < 3; i++) {
            writePng("image" + i, grey(height, width, 128));
        }
        writePng("image3", grey(height, width, 0));
        writePng("image4", grey(height, width, 0));
        ImageSet images = open().train();
        assertThat(images.height()).isEqualTo(height);
        assertThat(images.width()).isEqualTo(width);
        // Grey as it is in the file: not brightened on the way as Java's own conversion would.
        assertThat(images.pixels()).containsOnly(128, 0);
    }

    @Test
    void largerImagesAreReducedTo28By28() throws Exception {
        for (int i = 0; i < 3; i++) {
            writePng("image" + i, disc(280, 280, Color.BLACK, Color.WHITE));
        }
        ImageSet images = open().test();
        assertThat(images.height()).isEqualTo(28);
        assertThat(images.width()).isEqualTo(28);
        assertThat(images.ink(0, 14 * 28 + 14)).isEqualTo(1);
        assertThat(images.ink(0, 0)).isZero();
        assertThat(mean(images)).isCloseTo(Math.PI / 16, within(0.002));
    }

    @Test
    void imagesOfSeveralSizesAreCentredInTheirProportions() throws Exception {
        writePng("tall", rectangle(300, 100));
        writePng("wide", rectangle(20, 50));
        writePng("small", rectangle(7, 7));
        Dataset dataset = open();
        List<String> boxes = new ArrayList<>();
        for (ImageSet set : List.of(dataset.train(), dataset.test())) {
            for (int i = 0; i < set.count(); i++) {
                boxes.add(box(set, i));
            }
        }
        // The images are 9 columns wide, 11 rows high and 28 x 28; the black border inside takes 1 or 4 pixels off.
        assertThat(boxes).containsExactlyInAnyOrder("1-26 x 10-16", "9-17 x 1-26", "4-23 x 4-23");
    }

    @Test
    void darkInkOnLightPaperIsInverted() throws Exception {
        for (int i = 0; i < 3; i++) {
            writePng("image" + i, disc(40, 40, Color.WHITE, Color.BLACK));
        }
        ImageSet images = open().train();
        assertThat(images.ink(0, 0)).isZero();
        assertThat(images.ink(0, 20 * 40 + 20)).isEqualTo(1);
    }

    @Test
    void oneBrightImageDoesNotInvertTheOthers() throws Exception {
        writePng("bright", grey(10, 10, 255));
        for (int i = 0; i < 9; i++) {
            writePng("image" + i, disc(10, 10, Color.BLACK, Color.WHITE));
        }
        Dataset dataset = open();
        assertThat(IntStream.range(0, dataset.train().count())
                        .filter(i -> dataset.train().ink(i, 0) == 0)
                        .count())
                .isGreaterThanOrEqualTo(dataset.train().count() - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"black", "white"})
    void transparentGroundIsPaperWhicheverTheInk(String ink) throws Exception {
        Color colour = ink.equals("black") ? Color.BLACK : Color.WHITE;
        for (int i = 0; i < 3; i++) {
            BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
            draw(image, graphics -> {
                graphics.setColor(colour);
                graphics.fillOval(25, 25, 50, 50);
            });
            writePng("image" + i, image);
        }
        ImageSet images = open().train();
        assertThat(images.ink(0, 0)).isZero();
        assertThat(images.ink(0, 14 * 28 + 14)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "JPEG", "gif", "bmp"})
    void theUsualFormatsAreRead(String format) throws Exception {
        for (int i = 0; i < 3; i++) {
            Path file = folder.resolve("image" + i + "." + format);
            assertThat(ImageIO.write(disc(100, 100, Color.BLACK, Color.WHITE), format, file.toFile()))
                    .isTrue();
        }
        assertThat(mean(open().train())).isCloseTo(Math.PI / 16, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY
            })
    void everyKindOfPngGivesTheSameBlackAndWhite(int type) throws Exception {
        for (int i = 0; i < 3; i++) {
            BufferedImage image = new BufferedImage(20, 20, type);
            draw(image, graphics -> {
                graphics.setColor(Color.WHITE);
                graphics.fillRect(5, 5, 10, 10);
                graphics.setColor(Color.BLACK);
                graphics.fillRect(8, 8, 4, 4);
            });
            if (image.getColorModel().hasAlpha()) {
                BufferedImage opaque = new BufferedImage(20, 20, type);
                draw(opaque, graphics -> {
                    graphics.setColor(Color.BLACK);
                    graphics.fillRect(0, 0, 20, 20);
                    graphics.drawImage(image, 0, 0, null);
                });
                writePng("image" + i, opaque);
            } else {
                writePng("image" + i, image);
            }
        }
        ImageSet images = open().test();
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 20; x++) {
                boolean white = x >= 5 && x < 15 && y >= 5 && y < 15 && !(x >= 8 && x < 12 && y >= 8 && y < 12);
                assertThat(images.ink(0, y * 20 + x)).isEqualTo(white ? 1 : 0);
            }
        }
    }

    @Test
    void coloursBecomeAsGreyAsTheyLook() throws Exception {
        for (int i = 0; i < 3; i++) {
            BufferedImage image = new BufferedImage(3, 3, BufferedImage.TYPE_3BYTE_BGR);
            image.setRGB(0, 0, 0xFF0000);
            image.setRGB(1, 1, 0x00FF00);
            image.setRGB(2, 2, 0x0000FF);
            writePng("image" + i, image);
        }
        byte[] pixels = open().test().pixels();
        assertThat(pixels).containsExactly(76, 0, 0, 0, 150, 0, 0, 0, 29);
    }

    /** White, with a black border of a seventh of the shorter side. */
    private static BufferedImage rectangle(int height, int width) {
        int border = Math.max(1, Math.min(height, width) / 7);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        draw(image, graphics -> {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(border, border, width - 2 * border, height - 2 * border);
        });
        return image;
    }

    private static double mean(ImageSet images) {
        return IntStream.range(0, images.pixels().length)
                .mapToDouble(i -> images.ink(0, i))
                .average()
                .orElseThrow();
    }

    /** First and last row and column with more than half the ink. */
    private static String box(ImageSet images, int index) {
        int[] rows = IntStream.range(0, images.size())
                .filter(place -> images.ink(index, place) > 0.5)
                .map(place -> place / images.width())
                .toArray();
        int[] columns = IntStream.range(0, images.size())
                .filter(place -> images.ink(index, place) > 0.5)
                .map(place -> place % images.width())
                .sorted()
                .toArray();
        return rows[0] + "-" + rows[rows.length - 1] + " x " + columns[0] + "-" + columns[columns.length - 1];
    }
}

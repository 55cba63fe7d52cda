package latentlab.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import latentlab.data.ChildLoad;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photographs become small by the mean of all their pixels, and none of them is ever in memory as a whole. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LargePicturesTest extends FolderOfImages {
    private static final int HEIGHT = 3_000;
    private static final int WIDTH = 4_000;

    /** As a whole, each takes 36 MB, and more where its reader makes a second copy. */
    @Test
    void photographsOnEightProcessorsTakeNoMoreThanAFewRowsOfThem() throws Exception {
        byte[] jpeg = CodedPictures.jpeg(photograph(HEIGHT, WIDTH), false);
        Path images = Files.createDirectories(folder.resolve("images"));
        for (int i = 0; i < 16; i++) {
            Files.write(images.resolve(i + ".jpg"), jpeg);
        }
        Process child = ChildLoad.start(
                folder,
                List.of("-Xmx40m", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=8"),
                "load",
                images.toString());
        try {
            assertThat(child.inputReader().lines().toList().getLast()).isEqualTo("loaded");
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    /** Finest stripes and noise, of which leaving out pixels would make something else. */
    private static BufferedImage photograph(int height, int width) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        SplittableRandom random = new SplittableRandom(1);
        int[] row = new int[3 * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int light = 40 + 120 * y / height + (x % 2) * 60;
                row[3 * x] = light + random.nextInt(30);
                row[3 * x + 1] = light * x / width;
                row[3 * x + 2] = light - random.nextInt(30);
            }
            image.getRaster().setPixels(0, y, width, 1, row);
        }
        return image;
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "progressive jpeg", "png", "interlaced png", "bmp", "tiff", "gif"})
    void aPictureBecomesTheMeanOfItsPixels(String kind) throws Exception {
        BufferedImage image = photograph(333, 511);
        byte[] file =
                switch (kind) {
                    case "jpeg" -> CodedPictures.jpeg(image, false);
                    case "progressive jpeg" -> CodedPictures.jpeg(image, true);
                    case "interlaced png" ->
                        CodedPictures.written("png", new IIOImage(image, null, null), true, _ -> {});
                    default -> written(image, kind);
                };
        BufferedImage whole = ImageIO.read(new ByteArrayInputStream(file));
        for (int i = 0; i < 3; i++) {
            Files.write(
                    folder.resolve(i + "."
                            + kind.substring(kind.length() - 3)
                                    .replace("peg", "jpg")
                                    .replace("iff", "tif")),
                    file);
        }
        Dataset dataset = open();
        ImageSet images = dataset.test();
        assertThat(images.shape().channels()).isEqualTo(3);
        int rows = Math.round(28f * 333 / 511);
        for (int channel = 0; channel < 3; channel++) {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < 28; j++) {
                    double mean = mean(whole, channel, i * 333.0 / rows, (i + 1) * 333.0 / rows, j * 511.0 / 28);
                    int at = channel * 784 + ((28 - rows) / 2 + i) * 28 + j;
                    assertThat(images.pixels()[at] & 0xFF)
                            .as("channel %d, row %d, column %d", channel, i, j)
                            .isBetween((int) Math.floor(mean - 0.6), (int) Math.ceil(mean + 0.6));
                }
            }
        }
    }

    private static byte[] written(BufferedImage image, String format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /** Over an area whose width is a twenty-eighth of the image's. */
    private static double mean(BufferedImage image, int channel, double top, double bottom, double left) {
        double right = left + 511.0 / 28;
        double sum = 0;
        for (int y = (int) top; y < Math.min(333, bottom); y++) {
            for (int x = (int) left; x < Math.min(511, right); x++) {
                double share =
                        (Math.min(y + 1, bottom) - Math.max(y, top)) * (Math.min(x + 1, right) - Math.max(x, left));
                sum += share * (image.getRGB(x, y) >> 16 - 8 * channel & 0xFF);
            }
        }
        return sum / (bottom - top) / (right - left);
    }
}

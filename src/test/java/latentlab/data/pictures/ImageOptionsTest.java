package latentlab.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.ImageOptions;
import latentlab.data.ImageOptions.Channels;
import latentlab.data.ImageOptions.Fit;
import latentlab.data.ImageOptions.Invert;
import latentlab.data.ImageOptions.Size;
import latentlab.data.ImageSet;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Size, fit and channels are what a person chooses, and what it did is said. */
class ImageOptionsTest extends FolderOfImages {
    private Dataset open(Size size, Fit fit, Channels channels) throws Problem {
        ImageOptions options = new ImageOptions(size, fit, Invert.AUTO, channels);
        return datasets().load(new DataRequest(folder.toString(), null, options), Progress.NONE);
    }

    /** Black with a white left half and a grey top row. */
    private static BufferedImage halves(int height, int width) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, x < width / 2 ? 255 : 0);
            }
        }
        return image;
    }

    private static String row(ImageSet images, int y) {
        StringBuilder row = new StringBuilder();
        for (int x = 0; x < images.width(); x++) {
            int value = images.pixels()[y * images.width() + x] & 0xFF;
            row.append(value == 255 ? '#' : value == 0 ? '.' : '+');
        }
        return row.toString();
    }

    @ParameterizedTest
    @CsvSource({
        // all of a wide image, with background above and below
        "PAD, 20, 40, 8, 8, '........|........|####....|####....|####....|####....|........|........'",
        "CROP, 20, 40, 8, 8, '####....|####....|####....|####....|####....|####....|####....|####....'",
        "STRETCH, 20, 40, 8, 8, '####....|####....|####....|####....|####....|####....|####....|####....'",
        "PAD, 40, 20, 4, 8, '...#....|...#....|...#....|...#....'",
        "CROP, 40, 20, 4, 8, '####....|####....|####....|####....'",
        "PAD, 80, 160, 2, 4, '##..|##..'",
        "CROP, 3, 100000, 2, 2, '#.|#.'"
    })
    void proportionsAreKeptOrNotAsAskedFor(Fit fit, int height, int width, int rows, int columns, String seen)
            throws Exception {
        for (int i = 0; i < 3; i++) {
            writePng("image" + i, halves(height, width));
        }
        ImageSet images = open(new Size(rows, columns), fit, Channels.AUTO).train();
        String[] expected = seen.split("\\|");
        assertThat(images.height()).isEqualTo(rows);
        assertThat(images.width()).isEqualTo(columns);
        for (int y = 0; y < rows; y++) {
            assertThat(row(images, y)).as("row %d", y).isEqualTo(expected[y]);
        }
    }

    @Test
    void whatWasDoneToSizesIsSaidInBothLanguages() throws Exception {
        writePng("a", halves(300, 400));
        writePng("b", halves(30, 60));
        writePng("c", halves(10, 12));
        writePng("d", halves(32, 32));
        assertThat(said(open(new Size(32, 32), Fit.PAD, Channels.AUTO), Locale.ENGLISH))
                .containsExactly(
                        "2 images were shrunk for a size of 32 × 32 pixels; the largest had 400 × 300.",
                        "One image was enlarged for a size of 32 × 32 pixels; the smallest had 12 × 10.",
                        "3 images were given background on two sides because of other proportions.");
        assertThat(said(open(new Size(32, 32), Fit.CROP, Channels.AUTO), Locale.JAPANESE))
                .containsExactly(
                        "1 枚の画像を 32 × 32 ピクセルに合わせて縮小しました (最大の画像は 400 × 300)。",
                        "2 枚の画像を 32 × 32 ピクセルに合わせて拡大しました (最小の画像は 12 × 10)。",
                        "3 枚の画像は縦横比が異なるため、両側を切り落としました。");
        assertThat(said(open(new Size(32, 32), Fit.STRETCH, Channels.AUTO), Locale.ENGLISH))
                .last()
                .isEqualTo("3 images were stretched out of proportion.");
    }

    @Test
    void nothingIsSaidOfImagesThatStayAsTheyAre() throws Exception {
        for (int i = 0; i < 4; i++) {
            writePng("image" + i, halves(64, 20));
        }
        assertThat(open(null, Fit.PAD, Channels.AUTO).account().changed()).isEmpty();
    }

    private static List<String> said(Dataset dataset, Locale language) {
        return dataset.account().changed().stream()
                .map(new Messages(language)::text)
                .toList();
    }

    @Test
    void oneImageInColourIsEnoughForAllToBeInColour() throws Exception {
        for (int i = 0; i < 5; i++) {
            writePng("grey" + i, grey(20, 20, 90));
        }
        assertThat(open(null, Fit.PAD, Channels.AUTO).shape().channels()).isEqualTo(1);
        assertThat(open(null, Fit.PAD, Channels.COLOUR).shape().channels()).isEqualTo(3);
        writePng("red", disc(20, 20, Color.BLACK, Color.RED));
        Dataset dataset = open(null, Fit.PAD, Channels.AUTO);
        assertThat(dataset.shape().channels()).isEqualTo(3);
        int red = 0;
        for (ImageSet set : List.of(dataset.train(), dataset.test())) {
            for (int i = 0; i < set.count(); i++) {
                int middle = set.shape().rgb(set.pixels(), i * set.size(), 10 * 20 + 10);
                assertThat(middle).isIn(0x5A5A5A, 0xFF0000);
                red += middle == 0xFF0000 ? 1 : 0;
            }
        }
        assertThat(red).isEqualTo(1);
        Dataset grey = open(null, Fit.PAD, Channels.GREY);
        assertThat(grey.shape().channels()).isEqualTo(1);
        assertThat(grey.account().changed()).containsExactly(Sentence.of("data.changed.grey", 1));
    }

    /** As JPEG leaves them behind where there was grey. */
    @ParameterizedTest
    @CsvSource({"23, 400, 1", "24, 5, 1", "24, 6, 3"})
    void coloursThatNobodySeesAreNone(int difference, int pixels, int channels) throws Exception {
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < pixels; i++) {
            image.setRGB(i % 20, i / 20, 0x404040 + difference);
        }
        for (int i = 0; i < 3; i++) {
            writePng("image" + i, image);
        }
        assertThat(open(null, Fit.PAD, Channels.AUTO).shape().channels()).isEqualTo(channels);
    }

    /** Turned upright first, then cropped. */
    @ParameterizedTest
    @EnumSource(Fit.class)
    void whatLiesOnItsSideIsFittedAsItStands(Fit fit) throws Exception {
        BufferedImage lying = new BufferedImage(60, 30, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage standing = new BufferedImage(30, 60, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 60; x++) {
                lying.getRaster().setSample(x, y, 0, 2 * x + 3 * y);
                standing.getRaster().setSample(29 - y, x, 0, 2 * x + 3 * y);
            }
        }
        byte[] png = Files.readAllBytes(writePng("lying0", lying));
        byte[] exif = CodedPictures.chunk("eXIf", CodedPictures.exif(6, ByteOrder.LITTLE_ENDIAN));
        byte[] turned = CodedPictures.joined(Arrays.copyOf(png, 33), exif, Arrays.copyOfRange(png, 33, png.length));
        Files.write(folder.resolve("lying0.png"), turned);
        Files.write(folder.resolve("lying1.png"), turned);
        writePng("standing", standing);
        Dataset dataset = open(new Size(16, 12), fit, Channels.AUTO);
        byte[] first = dataset.test().pixels();
        for (int i = 0; i < dataset.train().count(); i++) {
            assertThat(dataset.train().pixelsOf(i)).isEqualTo(first);
        }
    }

    @Test
    void imagesBesideTheirPaperAreOnItsTone() throws Exception {
        for (int i = 0; i < 3; i++) {
            writePng("image" + i, disc(20, 40, Color.WHITE, Color.BLACK));
        }
        ImageOptions kept = new ImageOptions(new Size(40, 40), Fit.PAD, Invert.NO, Channels.AUTO);
        Dataset dataset = datasets().load(new DataRequest(folder.toString(), null, kept), Progress.NONE);
        assertThat(dataset.train().ink(0, 0)).isEqualTo(1);
        assertThat(open(new Size(40, 40), Fit.PAD, Channels.AUTO).train().ink(0, 0))
                .isZero();
    }
}

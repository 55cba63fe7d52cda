package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFolderTest {
    @TempDir
    Path folder;

    @Test
    void subfoldersAreClassesInTheOrderOfTheirNumbers() throws Exception {
        for (String name : List.of("10", "2", "9")) {
            for (int i = 0; i < 4; i++) {
                // The class can be seen in the image too.
                writePng(name + "/" + i, grey(8, 8, Integer.parseInt(name)));
            }
        }
        Dataset dataset = open();
        assertThat(dataset.classNames()).containsExactly("2", "9", "10");
        assertThat(dataset.train().count()).isEqualTo(10);
        assertThat(dataset.test().count()).isEqualTo(2);
        for (ImageSet set : List.of(dataset.train(), dataset.test())) {
            for (int i = 0; i < set.count(); i++) {
                assertThat(dataset.className(set.label(i))).isEqualTo(Integer.toString(set.pixels()[i * set.size()]));
            }
        }
    }

    @Test
    void imagesOfDeeperFoldersBelongToTheirClass() throws Exception {
        for (int i = 0; i < 3; i++) {
            writePng("cats/black/" + i, grey(8, 8, 1));
            writePng("dogs/" + i, grey(8, 8, 2));
        }
        assertThat(open().classNames()).containsExactly("cats", "dogs");
    }

    @Test
    void withoutSubfoldersThereAreNoLabels() throws Exception {
        for (int i = 0; i < 5; i++) {
            writePng("image" + i, grey(8, 8, i));
        }
        Dataset dataset = open();
        assertThat(dataset.classNames()).isEmpty();
        assertThat(dataset.train().labelled()).isFalse();
        assertThat(dataset.train().count()).isEqualTo(4);
        assertThat(dataset.test().count()).isEqualTo(1);
        assertThat(dataset.origin()).isEqualTo(folder.toString());
    }

    @Test
    void oneClassIsEnough() throws Exception {
        for (int i = 0; i < 3; i++) {
            writePng("only/" + i, grey(8, 8, i));
        }
        Dataset dataset = open();
        assertThat(dataset.classNames()).containsExactly("only");
        assertThat(dataset.trainCount()).isEqualTo(1);
        assertThat(dataset.samples()).containsExactly(0);
    }

    @Test
    void theOrderDoesNotFollowTheClassesAndIsTheSameEveryTime() throws Exception {
        for (int i = 0; i < 60; i++) {
            writePng((i < 30 ? "a" : "b") + "/" + i, grey(4, 4, i));
        }
        Dataset dataset = open();
        assertThat(dataset.test().labels()).contains((byte) 0, (byte) 1);
        assertThat(Arrays.copyOf(dataset.train().labels(), dataset.validationCount()))
                .contains((byte) 0, (byte) 1);
        assertThat(open().train()).usingRecursiveComparison().isEqualTo(dataset.train());
        List<Integer> all = new ArrayList<>();
        for (ImageSet set : List.of(dataset.train(), dataset.test())) {
            IntStream.range(0, set.count()).forEach(i -> all.add((int) set.pixels()[i * set.size()]));
        }
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 60).boxed().toList());
    }

    @Test
    void trainAndTestFoldersSetTheTestImagesApart() throws Exception {
        for (int i = 0; i < 6; i++) {
            writePng("train/a/" + i, grey(4, 4, 10));
            writePng("train/b/" + i, grey(4, 4, 11));
        }
        writePng("test/b/1", grey(4, 4, 12));
        writePng("test/c/1", grey(4, 4, 13));
        Dataset dataset = open();
        assertThat(dataset.classNames()).containsExactly("a", "b", "c");
        assertThat(dataset.train().count()).isEqualTo(12);
        assertThat(dataset.train().pixels()).doesNotContain(12, 13);
        assertThat(dataset.test().count()).isEqualTo(2);
        assertThat(dataset.test().labels()).containsExactlyInAnyOrder(1, 2);

        writePng("val/a/1", grey(4, 4, 14));
        assertThat(open().train().count()).as("with val").isEqualTo(13);
    }

    @Test
    void trainAndValFoldersWithoutTestWorkToo() throws Exception {
        for (int i = 0; i < 3; i++) {
            writePng("train/a/" + i, grey(4, 4, 10));
        }
        writePng("val/a/1", grey(4, 4, 14));
        Dataset dataset = open();
        assertThat(dataset.train().count()).isEqualTo(3);
        assertThat(dataset.test().pixels()).containsOnly(14);
    }

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

    @Test
    void whatIsHiddenOrNoImageIsLeftAlone() throws Exception {
        for (int i = 0; i < 3; i++) {
            writePng("a/" + i, grey(4, 4, 1));
        }
        Files.writeString(folder.resolve("a/._0.png"), "a fork of macOS");
        Files.writeString(folder.resolve("a/notes.txt"), "no image");
        Files.writeString(folder.resolve("README"), "no image");
        Files.writeString(Files.createDirectory(folder.resolve("__MACOSX")).resolve("0.png"), "a fork of macOS");
        Files.createDirectory(folder.resolve("empty.png"));
        Dataset dataset = open();
        assertThat(dataset.classNames()).containsExactly("a");
        assertThat(dataset.train().count() + dataset.test().count()).isEqualTo(3);
    }

    @Test
    void progressRisesAndCanBeCancelled() throws Exception {
        for (int i = 0; i < 40; i++) {
            writePng("image" + i, grey(8, 8, i));
        }
        List<Double> reports = new ArrayList<>();
        datasets().load(folder.toString(), (fraction, what) -> reports.add(fraction));
        assertThat(reports).isSorted().hasSize(40);
        assertThatThrownBy(() -> datasets().load(folder.toString(), (fraction, what) -> {
                    if (fraction > 0.5) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aFileThatIsNoImage() throws Exception {
        writePng("a", grey(4, 4, 1));
        writePng("c", grey(4, 4, 1));
        Path broken = Files.writeString(folder.resolve("b.png"), "this is no image");
        Problems.of(this::open, "data.images.broken", broken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void aTruncatedImage(String format) throws Exception {
        writePng("a", grey(4, 4, 1));
        writePng("c", grey(4, 4, 1));
        Path broken = folder.resolve("b." + format);
        ImageIO.write(disc(200, 200, Color.BLACK, Color.WHITE), format, broken.toFile());
        byte[] bytes = Files.readAllBytes(broken);
        Files.write(broken, Arrays.copyOf(bytes, bytes.length / 2));
        Problems.of(this::open, "data.images.broken", broken);
    }

    @Test
    void anImageOfAnAbsurdSize() throws Exception {
        writePng("a", grey(4, 4, 1));
        writePng("b", grey(4, 4, 1));
        Path huge = writePng("huge", grey(4, 4, 1));
        byte[] bytes = Files.readAllBytes(huge);
        Arrays.fill(bytes, 17, 20, (byte) 0x7F);
        Arrays.fill(bytes, 21, 24, (byte) 0x7F);
        Files.write(huge, bytes);
        Problems.of(this::open, "data.images.huge", huge);
    }

    @Test
    void imagesBesideAndInsideSubfolders() throws Exception {
        writePng("a/1", grey(4, 4, 1));
        writePng("2", grey(4, 4, 1));
        Problems.of(this::open, "data.images.mixed", folder);
    }

    @Test
    void moreClassesThanLabelsCanTell() throws Exception {
        for (int i = 0; i < 257; i++) {
            writePng(i + "/image", grey(1, 1, 1));
        }
        Problems.of(this::open, "data.images.classes", folder, 257, 256);
    }

    @Test
    void tooFewImages() throws Exception {
        writePng("a", grey(4, 4, 1));
        writePng("b", grey(4, 4, 1));
        Problems.of(this::open, "data.few", folder, 2, 3);
    }

    @Test
    void imagesOfAKindThatCannotBeRead() throws Exception {
        Files.writeString(folder.resolve("a.webp"), "RIFF");
        Problems.of(this::open, "data.empty", folder);
    }

    private Dataset open() throws Problem {
        return datasets().load(folder.toString(), Progress.NONE);
    }

    private static Datasets datasets() {
        return new Datasets();
    }

    private Path writePng(String name, BufferedImage image) throws IOException {
        Path file = folder.resolve(name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static BufferedImage grey(int height, int width, int value) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        int[] samples = new int[height * width];
        Arrays.fill(samples, value);
        image.getRaster().setPixels(0, 0, width, height, samples);
        return image;
    }

    /** A disc half as wide as the image. */
    private static BufferedImage disc(int height, int width, Color ground, Color ink) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        draw(image, graphics -> {
            graphics.setColor(ground);
            graphics.fillRect(0, 0, width, height);
            graphics.setColor(ink);
            graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
        });
        return image;
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

    private static void draw(BufferedImage image, Consumer<Graphics2D> drawing) {
        Graphics2D graphics = image.createGraphics();
        drawing.accept(graphics);
        graphics.dispose();
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

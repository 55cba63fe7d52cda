package latentlab.export.picture;

import static latentlab.export.picture.Pictures.all;
import static latentlab.export.picture.Pictures.svg;
import static latentlab.export.picture.Pictures.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.SmallDatasets;
import latentlab.export.EpochRange;
import latentlab.export.ExportCatalogue;
import latentlab.run.Run;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Runs of one latent unit or two, with many classes or none, on images in colour. */
class PicturesOfOtherRunsTest {
    @TempDir
    Path folder;

    private static Dataset data(ImageShape shape, int... labels) {
        int count = 60;
        byte[] pixels = new byte[count * shape.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 37 % 251);
        }
        ImageSet images = new ImageSet(count, shape, pixels, labels.length == 0 ? null : labels);
        return new Dataset(Sentence.of("data.name", "some"), "some", images, images, List.of());
    }

    @Test
    void twoUnitsAreTheAxesAndTheirMapIsTheSecondOfThree() throws Exception {
        try (Pictures pictures = Pictures.of(SmallDatasets.of(100, 60, 8, 8), 2, folder)) {
            assertThat(texts(svg(pictures.write(ExportCatalogue.SVG, View.MAP))))
                    .contains("its two units", "0.2");
            assertThat(texts(svg(pictures.write(ExportCatalogue.SVG, View.MAPS))))
                    .containsSubsequence(
                            "Pixels", "Latent space of 2 units", "its two units", "Latent space of more units");
        }
    }

    @Test
    void oneUnitIsAlongTheMapAndEachClassHasABand() throws Exception {
        try (Pictures pictures = Pictures.of(SmallDatasets.of(100, 60, 8, 8), 1, folder)) {
            Element root = svg(pictures.write(ExportCatalogue.SVG, View.MAP));
            assertThat(texts(root))
                    .contains("Latent space of 1 unit at epoch 2", "its one unit, each class in a band", "0", "9");
            assertThat(texts(svg(pictures.write(ExportCatalogue.SVG, View.MAPS))))
                    .contains("Latent space of 1 unit");
        }
    }

    @Test
    void ofManyClassesTheKeyHasThoseThatHaveRoom() throws Exception {
        int[] labels = IntStream.range(0, 60).toArray();
        try (Pictures pictures = Pictures.of(data(ImageShape.grey(8, 8), labels), 4, folder)) {
            assertThat(texts(svg(pictures.write(ExportCatalogue.SVG, View.MAP))))
                    .anySatisfy(text -> assertThat(text).matches("and \\d+ more"));
        }
    }

    @Test
    void imagesWithoutClassesNeedNoKey() throws Exception {
        try (Pictures pictures = Pictures.of(data(ImageShape.grey(8, 8)), 4, folder)) {
            Element root = svg(pictures.write(ExportCatalogue.SVG, View.MAP));
            assertThat(all(root, "circle")).hasSize(60);
            assertThat(texts(root)).hasSize(4).endsWith("x: PC 1", "y: PC 2");
        }
    }

    @Test
    void oneSpotSaysWhyThereIsNoMoreToSee() throws Exception {
        ImageShape shape = ImageShape.grey(8, 8);
        ImageSet same = new ImageSet(60, shape, new byte[60 * shape.size()], null);
        Dataset dataset = new Dataset(Sentence.of("data.name", "same"), "same", same, same, List.of());
        try (Pictures pictures = Pictures.of(dataset, 4, folder)) {
            assertThat(String.join(" ", texts(svg(pictures.write(ExportCatalogue.SVG, View.MAP)))))
                    .contains("All test images are the same, and so are their codes.");
            assertThat(String.join(" ", texts(svg(pictures.write(ExportCatalogue.SVG, View.MAPS)))))
                    .as("in several lines")
                    .contains("All test images are the same, and so are their codes.");
        }
    }

    @Test
    void aStripOfGreyImagesIsTheirBytes() throws Exception {
        try (Pictures pictures = Pictures.of(SmallDatasets.of(100, 60, 8, 6), 4, folder)) {
            Path file = pictures.write(ExportCatalogue.STRIP, EpochRange.parse("0:2:2"), Map.of(), Locale.ENGLISH);
            BufferedImage strip = ImageIO.read(file.toFile());
            assertThat(strip.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
            assertThat(strip.getWidth()).isEqualTo(10 * 6);
            assertThat(strip.getHeight()).isEqualTo(3 * 8);
            Run run = pictures.trained().run();
            int[] samples = run.samples();
            ImageSet test = run.dataset().test();
            assertThat(bytes(strip, 3, 0)).isEqualTo(test.pixelsOf(new int[] {samples[3]}));
            assertThat(bytes(strip, 9, 1)).isEqualTo(run.reconstruct(0, samples).image(9));
            assertThat(bytes(strip, 9, 2)).isEqualTo(run.reconstruct(2, samples).image(9));
        }
    }

    private static byte[] bytes(BufferedImage strip, int column, int row) {
        return (byte[]) strip.getRaster().getDataElements(column * 6, row * 8, 6, 8, null);
    }

    @Test
    void imagesInColourKeepTheirColours() throws Exception {
        ImageShape shape = ImageShape.colour(8, 8);
        int[] labels = IntStream.range(0, 60).map(i -> i % 10).toArray();
        try (Pictures pictures = Pictures.of(data(shape, labels), 4, folder)) {
            BufferedImage strip =
                    ImageIO.read(pictures.write(ExportCatalogue.STRIP, EpochRange.of(2), Map.of(), Locale.ENGLISH)
                            .toFile());
            int first = pictures.trained().run().samples()[0];
            byte[] pixels = pictures.trained().run().dataset().test().pixelsOf(new int[] {first});
            int[] expected =
                    IntStream.range(0, 64).map(i -> shape.rgb(pixels, 0, i)).toArray();
            assertThat(Arrays.stream(strip.getRGB(0, 0, 8, 8, null, 0, 8)).map(rgb -> rgb & 0xFFFFFF))
                    .containsExactly(Arrays.stream(expected).boxed().toArray(Integer[]::new));
            assertThat(strip.getHeight()).isEqualTo(16);
            for (View view : View.values()) {
                pictures.write(ExportCatalogue.PNG, view);
            }
            assertThat(texts(svg(pictures.write(ExportCatalogue.SVG, View.STACK))))
                    .contains("8 × 8 RGB");
            assertThat(all(svg(pictures.write(ExportCatalogue.SVG, View.FILTERS)), "image"))
                    .hasSize(8);
        }
    }
}

package latentlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.picture.View;
import latentlab.run.images.ChosenImages;
import latentlab.text.Messages;
import latentlab.text.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files show the images that the grid shows, in their order, and say which they are. */
class ImagesInFilesTest {
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
    private static final Dataset DATA = MadeUpImages.dataset(60, 5, 7);
    private static final Map<ExportOption, Integer> GRID = Map.of(ExportOption.VIEW, View.GRID.ordinal());

    @TempDir
    static Path folder;

    private static TrainedRun trained;

    @BeforeAll
    static void train() throws Exception {
        TrainingConfig config =
                TrainingConfig.DEFAULT.withLatent(2).withBatch(16).withEpochs(2);
        trained = TrainedRun.of(DATA, config, folder);
    }

    @AfterAll
    static void close() {
        trained.close();
    }

    private static Export.Subject subject() {
        return new Export.Subject(trained.run(), trained.history(), List.of(), GRID);
    }

    private static byte[] written(Export export, Export.Subject subject) throws Exception {
        Path file = folder.resolve(export.fileName());
        export.writer().write(file, subject, ENGLISH, Progress.NONE);
        return Files.readAllBytes(file);
    }

    private static Stream<Export> ofTheGrid() {
        return Stream.of(
                ExportCatalogue.GIF,
                ExportCatalogue.GIF_MAP,
                ExportCatalogue.APNG,
                ExportCatalogue.HTML,
                ExportCatalogue.STRIP,
                ExportCatalogue.RECONSTRUCTIONS,
                ExportCatalogue.PNG,
                ExportCatalogue.SVG,
                ExportCatalogue.SCRIPT);
    }

    /** Those that files do not name, so that only what they show of them can differ. */
    private static ChosenImages unnamed(Integer... images) {
        return new ChosenImages(ChosenImages.How.NOTEBOOK, 0, null, List.of(images));
    }

    @ParameterizedTest
    @MethodSource("ofTheGrid")
    void showThemInTheirOrder(Export export) throws Exception {
        byte[] notebook = written(export, subject());
        byte[] some = written(export, subject().with(unnamed(3, 17, 29)));
        byte[] turned = written(export, subject().with(unnamed(29, 17, 3)));
        assertThat(some).isNotEqualTo(notebook).isNotEqualTo(turned);
        assertThat(written(export, subject())).as("as before").isEqualTo(notebook);
    }

    @Test
    void aStripHasTheirPixels() throws Exception {
        written(ExportCatalogue.STRIP, subject().with(ChosenImages.byHand(17, 3)));
        BufferedImage strip =
                ImageIO.read(folder.resolve(ExportCatalogue.STRIP.fileName()).toFile());
        assertThat(strip.getWidth()).isEqualTo(2 * 7);
        byte[] originals = DATA.test().pixelsOf(17, 3);
        for (int image = 0; image < 2; image++) {
            for (int pixel = 0; pixel < 35; pixel++) {
                assertThat(strip.getRaster().getSample(7 * image + pixel % 7, pixel / 7, 0))
                        .isEqualTo(Byte.toUnsignedInt(originals[35 * image + pixel]));
            }
        }
    }

    @Test
    void sayWhichTheyAreUnlessTheyAreTheNotebooks() throws Exception {
        String plain = new String(written(ExportCatalogue.SVG, subject()), StandardCharsets.UTF_8);
        assertThat(plain).contains("{\"program\":\"Latent Lab ").doesNotContain("\"images\"");
        ChosenImages seven = ChosenImages.random(DATA, 7);
        String drawn = Origin.json(trained.run(), seven, 2);
        assertThat(drawn)
                .contains("\"images\":{\"chosen\":\"random\",\"seed\":7,\"indices\":["
                        + seven.indices().getFirst());
        String worst = Origin.json(
                trained.run(),
                new ChosenImages(ChosenImages.How.WORST, 2, trained.run().id(), List.of(4)),
                2);
        assertThat(worst)
                .contains("\"chosen\":\"worst\",\"epoch\":2,\"run\":\""
                        + trained.run().id() + "\",\"indices\":[4]");
        assertThat(Origin.parse(worst)).as("as any other").isEqualTo(Origin.parse(Origin.json(trained.run(), 2)));
    }

    @Test
    void picturesOfOtherViewsDoNotNameThem() throws Exception {
        Export.Subject losses = subject().with(ExportOption.VIEW, View.LOSS.ordinal());
        assertThat(written(ExportCatalogue.SVG, losses.with(ChosenImages.byHand(3))))
                .isEqualTo(written(ExportCatalogue.SVG, losses));
    }
}

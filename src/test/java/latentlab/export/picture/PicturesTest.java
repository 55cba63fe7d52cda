package latentlab.export.picture;

import static latentlab.export.picture.Pictures.all;
import static latentlab.export.picture.Pictures.svg;
import static latentlab.export.picture.Pictures.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import latentlab.data.SmallDatasets;
import latentlab.export.EpochRange;
import latentlab.export.ExportCatalogue;
import latentlab.export.ExportOption;
import latentlab.export.Origin;
import latentlab.figure.ClassPalette;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Pictures as others open them. */
class PicturesTest {
    private static final int TEST_IMAGES = 60;

    @TempDir
    static Path folder;

    private static Pictures pictures;

    @BeforeAll
    static void train() throws Exception {
        pictures = Pictures.of(SmallDatasets.of(100, TEST_IMAGES, 8, 8), 4, folder);
    }

    @AfterAll
    static void close() {
        pictures.close();
    }

    private static String origin(View view) {
        boolean ofAll = view == View.LOSS || view == View.PANELS || view == View.STACK;
        return Origin.json(pictures.trained().run(), ofAll ? -1 : 2);
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void aPngHasItsSizeAndSaysWhereItComesFrom(View view) throws Exception {
        Path file = pictures.write(ExportCatalogue.PNG, view);
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
            reader.setInput(in);
            BufferedImage image = reader.read(0);
            assertThat(image.getWidth()).isEqualTo(1920);
            assertThat(inked(image)).as("of a thousand pixels").isBetween(1, 900);
            Element metadata = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            NodeList texts = metadata.getElementsByTagName("tEXtEntry");
            assertThat(IntStream.range(0, texts.getLength())
                            .mapToObj(i -> ((Element) texts.item(i)).getAttribute("value")))
                    .contains(origin(view));
            Element density = (Element) metadata.getElementsByTagName("pHYs").item(0);
            assertThat(density.getAttribute("pixelsPerUnitXAxis")).isEqualTo("7559");
        }
    }

    /** Of a thousand pixels, how many are not white. */
    private static int inked(BufferedImage image) {
        long inked = IntStream.range(0, image.getHeight())
                .mapToLong(y -> IntStream.range(0, image.getWidth())
                        .filter(x -> (image.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF)
                        .count())
                .sum();
        return (int) (1000 * inked / ((long) image.getWidth() * image.getHeight()));
    }

    @ParameterizedTest
    @CsvSource({"100, 1, LOSS", "100, 1, FILTERS", "100, 8, MAPS", "4000, 1, GRID", "4000, 1, STACK", "4000, 2, MAP"})
    void isAsLargeAsAskedFor(int width, int scale, View view) throws Exception {
        Path file = pictures.write(
                ExportCatalogue.PNG,
                EpochRange.ALL,
                Map.of(ExportOption.VIEW, view.ordinal(), ExportOption.WIDTH, width, ExportOption.SCALE, scale),
                Locale.ENGLISH);
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(width * scale);
        assertThat(image.getHeight())
                .as("made smaller or larger as a whole")
                .isBetween(image.getWidth() / 10, image.getWidth());
        assertThat(inked(image)).isBetween(1, 900);
    }

    @Test
    void aPictureOfTooManyPixelsIsRefusedInASentence() {
        assertThatThrownBy(() -> pictures.write(
                        ExportCatalogue.PNG,
                        EpochRange.ALL,
                        Map.of(ExportOption.WIDTH, 4000, ExportOption.SCALE, 8),
                        Locale.ENGLISH))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(new Messages(Locale.ENGLISH).text(problem.sentence()))
                                .contains("32,000")
                                .contains("choose a smaller width or scale"));
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void anSvgIsShapesAndTextWithEverythingInside(View view) throws Exception {
        Element root = svg(pictures.write(ExportCatalogue.SVG, view));
        assertThat(root.getAttribute("width")).isEqualTo("960");
        assertThat(all(root, "metadata").getFirst().getTextContent()).isEqualTo(origin(view));
        assertThat(all(root, "title").getFirst().getTextContent()).isNotBlank();
        assertThat(texts(root))
                .contains(
                        switch (view) {
                            case LOSS, PANELS -> "Mean squared error";
                            case GRID -> "reconstructions";
                            case MAP -> "Latent space of 4 units at epoch 2";
                            case MAPS -> "Not in this run, which has 4 units";
                            case FILTERS -> "64 → 4";
                            case STACK -> "8 × 8";
                        });
        int images =
                switch (view) {
                    case GRID -> 20;
                    case FILTERS -> 8;
                    default -> 0;
                };
        assertThat(all(root, "image"))
                .hasSize(images)
                .allSatisfy(image -> assertThat(image.getAttributeNS("http://www.w3.org/1999/xlink", "href"))
                        .startsWith("data:image/png;base64,"));
        if (view == View.MAP) {
            int[] labels = pictures.trained().run().dataset().test().labels();
            long edges = IntStream.of(labels)
                    .filter(label -> ClassPalette.textInEdge(ClassPalette.of(label), 0xFFFFFF) > 0)
                    .count();
            assertThat(edges).isPositive().isLessThan(TEST_IMAGES);
            assertThat(all(root, "circle").size() + all(root, "ellipse").size())
                    .as("dots, their edges and the key")
                    .isEqualTo(TEST_IMAGES + (int) edges + 10);
            assertThat(texts(root))
                    .as("on the map and in the key")
                    .contains("7")
                    .filteredOn("7"::equals)
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void aPdfIsAPageWhoseTextCanBeRead(View view) throws Exception {
        assumeTrue(hasFont(Locale.ENGLISH), "no TrueType font on this machine");
        try (PDDocument document = open(pictures.write(ExportCatalogue.PDF, view))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(720);
            assertThat(document.getDocumentInformation().getSubject()).isEqualTo(origin(view));
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            switch (view) {
                                case LOSS, PANELS -> "Validation loss";
                                case GRID -> "reconstructions";
                                case MAP -> "Latent space of 4 units at epoch 2";
                                case MAPS -> "Not in this run, which has 4 units";
                                case FILTERS -> "64 → 4";
                                case STACK -> "8 × 8";
                            });
            assertThat(inked(new PDFRenderer(document).renderImage(0, 2))).isBetween(1, 900);
        }
    }

    /** Japanese letters are text where a font for them can be inside, else shapes; never boxes, and never missing. */
    @Test
    void aPdfInJapaneseHasItsLetters() throws Exception {
        Messages japanese = new Messages(Locale.JAPANESE);
        Path file = pictures.write(
                ExportCatalogue.PDF, EpochRange.ALL, Map.of(ExportOption.VIEW, View.GRID.ordinal()), Locale.JAPANESE);
        try (PDDocument document = open(file)) {
            String text = new PDFTextStripper().getText(document);
            if (hasFont(Locale.JAPANESE)) {
                assertThat(text).contains(japanese.text("export.picture.originals"));
            } else if (new java.awt.Font(java.awt.Font.SANS_SERIF, java.awt.Font.PLAIN, 1)
                            .canDisplayUpTo(japanese.text("export.picture.originals"))
                    < 0) {
                assertThat(text).isBlank();
                BufferedImage page = new PDFRenderer(document).renderImage(0, 2);
                assertThat(inked(page.getSubimage(0, 0, page.getWidth() / 2, 50)))
                        .as("the title")
                        .isGreaterThan(5);
            } else {
                assertThat(text).contains(new Messages(Locale.ENGLISH).text("export.picture.originals"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void aPdfWhoseLettersAreShapesSaysSo(String language) throws Exception {
        Locale locale = Locale.of(language);
        List<Sentence> remarks = ExportCatalogue.PDF.write(
                folder.resolve("remarked.pdf"),
                pictures.subject(EpochRange.ALL, Map.of()),
                new Messages(locale),
                Progress.NONE);
        try (PDDocument document = open(folder.resolve("remarked.pdf"))) {
            boolean shapes = new PDFTextStripper().getText(document).isBlank();
            assertThat(remarks).isEqualTo(shapes ? List.of(Sentence.of("export.pdf.shapes")) : List.of());
        }
    }

    private static boolean hasFont(Locale language) throws Exception {
        try (PDDocument document = new PDDocument()) {
            String letters = PdfPicture.letters(pictures.trained().run().dataset(), new Messages(language));
            return PrintFont.of(document, letters) != null;
        }
    }

    private static PDDocument open(Path file) throws Exception {
        return Loader.loadPDF(new File(file.toUri()));
    }

    @Test
    void theSamePictureIsTheSameFile() throws Exception {
        byte[] first = Files.readAllBytes(pictures.write(ExportCatalogue.PDF, View.MAP));
        assertThat(Files.readAllBytes(pictures.write(ExportCatalogue.PDF, View.MAP)))
                .isEqualTo(first);
    }

    @Test
    void showsTheLastOfTheChosenEpochs() throws Exception {
        Map<ExportOption, Integer> grid = Map.of(ExportOption.VIEW, View.GRID.ordinal());
        Element root = svg(pictures.write(ExportCatalogue.SVG, EpochRange.of(1), grid, Locale.ENGLISH));
        assertThat(texts(root)).anySatisfy(text -> assertThat(text).startsWith("Epoch 1  ·"));
        assertThatThrownBy(() -> pictures.write(ExportCatalogue.SVG, EpochRange.of(7), grid, Locale.ENGLISH))
                .isInstanceOf(Problem.class);
    }

    private Element grid(Map<ExportOption, Integer> chosen, EpochRange range) throws Exception {
        Map<ExportOption, Integer> all = new HashMap<>(chosen);
        all.put(ExportOption.VIEW, View.GRID.ordinal());
        return svg(pictures.write(ExportCatalogue.SVG, range, all, Locale.ENGLISH));
    }

    @Test
    void theGridHasSignedErrorsWithTheirScale() throws Exception {
        int images = Pictures.all(grid(Map.of(), EpochRange.ALL), "image").size();
        Element root =
                grid(Map.of(ExportOption.SIGNED, 1, ExportOption.COLOURS, 1, ExportOption.SMOOTH, 1), EpochRange.ALL);
        assertThat(texts(root)).contains("originals", "reconstructions", "signed error", "−1", "+1");
        // A row, and the scale.
        assertThat(Pictures.all(root, "image")).hasSize(images * 3 / 2 + 1);
    }

    @Test
    void theGridComparesTwoEpochs() throws Exception {
        Element rows = grid(Map.of(ExportOption.AGAINST, 0), EpochRange.of(2));
        assertThat(texts(rows))
                .contains("A: epoch 0", "B: epoch 2", "B − A")
                .anySatisfy(text -> assertThat(text)
                        .startsWith("A: epoch 0, validation loss")
                        .contains("B: epoch 2, validation loss"));
        Element wiped = grid(Map.of(ExportOption.AGAINST, 0, ExportOption.WIPE, 1), EpochRange.of(2));
        assertThat(texts(wiped)).contains("A: 0 | B: 2", "B − A").doesNotContain("A: epoch 0");
        assertThatThrownBy(() -> grid(Map.of(ExportOption.AGAINST, 3), EpochRange.of(2)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("export.epochs.against.none");
    }

    @Test
    void speaksJapanese() throws Exception {
        Element root = svg(pictures.write(
                ExportCatalogue.SVG, EpochRange.ALL, Map.of(ExportOption.VIEW, View.STACK.ordinal()), Locale.JAPANESE));
        String units = new Messages(Locale.JAPANESE).text("export.picture.units");
        assumeTrue(
                new java.awt.Font(java.awt.Font.SANS_SERIF, java.awt.Font.PLAIN, 1).canDisplayUpTo(units) < 0,
                "no font with Japanese letters on this machine");
        assertThat(texts(root)).contains(units);
    }
}

package latentlab.export.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.SmallDatasets;
import latentlab.embedding.TsneSettings;
import latentlab.embedding.umap.UmapSettings;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.EpochRange;
import latentlab.export.Export.Subject;
import latentlab.export.Origin;
import latentlab.export.OriginReader;
import latentlab.export.TrainedRun;
import latentlab.run.RateChange;
import latentlab.run.findings.LaidOutMap;
import latentlab.run.findings.LayoutWay.ByTsne;
import latentlab.run.findings.LayoutWay.ByUmap;
import latentlab.run.findings.Said;
import latentlab.text.Messages;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What stands in a report, as a parser of XML reads it. */
class HtmlReportTest {
    private static final int EPOCHS = 9;
    private static final Pattern INSIDE = Pattern.compile("data:[a-z/+]+;base64,[A-Za-z0-9+/=]+");

    @TempDir
    static Path scratch;

    private static TrainedRun trained;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws InterruptedException {
        TrainingConfig config = TrainingConfig.DEFAULT
                .withKind(ModelKind.TIED)
                .withLatent(4)
                .withBatch(20)
                .withEpochs(EPOCHS)
                .with(Setting.NOISE, Noise.GAUSSIAN);
        trained = TrainedRun.of(SmallDatasets.of(200, 30, 28, 28), config, scratch);
    }

    @AfterAll
    static void close() {
        trained.close();
    }

    @AfterEach
    void forgetWhatIsSaid() {
        trained.run().findings().note("");
        trained.run().findings().setBookmarks(new TreeMap<>());
    }

    private static Subject subject(EpochRange range) {
        return new Subject(trained.run(), trained.history(), List.of(), Map.of(), range);
    }

    private Path write(Subject subject, Locale language) throws Exception {
        Path file = folder.resolve("report.html");
        HtmlReport.write(file, subject, new Messages(language), Progress.NONE);
        return file;
    }

    private Element read(Subject subject) throws Exception {
        return read(write(subject, Locale.ENGLISH));
    }

    private static Element read(Path page) throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        parser.setEntityResolver((_, outside) -> {
            throw new AssertionError("the page refers to " + outside);
        });
        Document document = parser.parse(page.toFile());
        return document.getDocumentElement();
    }

    private static List<Element> all(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static List<String> texts(Element root, String name) {
        return all(root, name).stream()
                .map(each -> each.getTextContent().strip())
                .toList();
    }

    private static List<Element> ofClass(Element root, String element, String name) {
        return all(root, element).stream()
                .filter(each -> each.getAttribute("class").equals(name))
                .toList();
    }

    @Test
    void isOnePageWithHeadingsAndImagesThatAreSaidInWords() throws Exception {
        Element page = read(subject(EpochRange.ALL));

        assertThat(page.getAttribute("lang")).isEqualTo("en");
        assertThat(texts(page, "h1")).singleElement().asString().contains("tied autoencoder with 4 latent units");
        assertThat(texts(page, "title")).isEqualTo(texts(page, "h1"));
        assertThat(texts(page, "h2"))
                .containsExactly(
                        "Data", "Settings", "Model", "Losses", "Reconstructions", "Maps", "How it was computed");
        assertThat(all(page, "img"))
                .isNotEmpty()
                .allSatisfy(image -> assertThat(image.getAttribute("alt")).isNotBlank())
                .allSatisfy(image -> assertThat(image.getAttribute("src")).matches(INSIDE));
        assertThat(all(page, "th"))
                .allSatisfy(head -> assertThat(head.getAttribute("scope")).isNotBlank());
    }

    @Test
    void asksForNothingFromOutside() throws Exception {
        String page = INSIDE.matcher(Files.readString(write(subject(EpochRange.ALL), Locale.ENGLISH)))
                .replaceAll("");

        assertThat(page).doesNotContain("http", "url(", "@import", "<script src");
    }

    @Test
    void marksTheSettingsThatAreNotTheUsualOnesAndFoldsTheOthersAway() throws Exception {
        Element page = read(subject(EpochRange.ALL));

        assertThat(texts(page, "mark")).containsExactly("Tied", "4", "Gaussian", "20", "9");
        List<String> folded = texts(all(page, "details").getFirst(), "th");
        assertThat(folded).contains("Learning rate", "Noise level", "Seed").doesNotContain("Batch", "Momentum");
    }

    @Test
    void saysWhenTheRateWasChanged() throws Exception {
        Subject subject = new Subject(
                trained.run(), trained.history(), List.of(new RateChange(5, 0.01, 0.0025)), Map.of(), EpochRange.ALL);

        assertThat(texts(read(subject), "p")).contains("From epoch 5 on the learning rate was 0.0025, before it 0.01.");
    }

    @Test
    void hasTheModelsArraysWithWhatIsSharedAndTheirSum() throws Exception {
        Element page = read(subject(EpochRange.ALL));

        assertThat(texts(page, "code")).contains("encoder.weight", "encoder.bias", "decoder.weight", "decoder.bias");
        assertThat(texts(page, "td")).contains("3,136", "encoder.weight, transposed");
        assertThat(texts(page, "tfoot")).containsExactly("All\n3,924");
        assertThat(texts(page, "pre")).singleElement().asString().startsWith("Autoencoder(");
    }

    @Test
    void hasTheLossesOfTheFirstTheBestAndTheLastEpochAndFoldedOfAll() throws Exception {
        Element page = read(subject(EpochRange.ALL));

        List<Element> tables = ofClass(page, "table", "numbers");
        assertThat(tables).hasSize(2);
        assertThat(texts(tables.getFirst(), "th")).contains("0 untrained");
        assertThat(texts(tables.getLast(), "tr")).hasSize(EPOCHS + 2);
        String last = new Messages(Locale.ENGLISH)
                .text("export.report.loss", trained.history().getLast().validLoss());
        assertThat(tables).allSatisfy(table -> assertThat(texts(table, "td")).contains(last));
    }

    @Test
    void showsImagesOfTheFirstTheBestTheLastTheMarkedAndSomeEpochsBetween() throws Exception {
        trained.run().findings().setBookmarks(new TreeMap<>(Map.of(3, "it begins <here>", 8, "")));
        Element page = read(subject(EpochRange.ALL));

        List<Element> rows = ofClass(page, "figure", "row");
        assertThat(rows).allSatisfy(row -> assertThat(all(row, "img")).hasSize(10));
        assertThat(rows.stream().map(row -> texts(row, "figcaption").getFirst()))
                .startsWith("Originals", "Noisy inputs")
                .anyMatch(caption -> caption.startsWith("Epoch 0, ") && caption.endsWith("(untrained)"))
                .anyMatch(caption -> caption.endsWith("(best)"))
                .anyMatch(caption -> caption.startsWith("Epoch 3, "))
                .anyMatch(caption -> caption.startsWith("Epoch 9, "));
        assertThat(rows).hasSizeLessThanOrEqualTo(11);
        assertThat(texts(page, "li"))
                .anyMatch(item -> item.startsWith("Epoch 3, ") && item.endsWith("it begins <here>"));
        double error = trained.run().reconstruct(9, trained.run().samples()).errors()[0];
        assertThat(all(page, "img").stream().map(image -> image.getAttribute("alt")))
                .contains(new Messages(Locale.ENGLISH)
                        .text(
                                "export.report.made",
                                trained.run()
                                        .dataset()
                                        .className(trained.run()
                                                .dataset()
                                                .test()
                                                .label(trained.run().samples()[0])),
                                9,
                                error));
    }

    @Test
    void ofSomeEpochsShowsThoseAlone() throws Exception {
        Element page = read(subject(new EpochRange(4, 6, 2)));

        assertThat(ofClass(page, "figure", "row").stream()
                        .map(row -> texts(row, "figcaption").getFirst().substring(0, 7)))
                .containsExactly("Origina", "Noisy i", "Epoch 4", "Epoch 6");
        assertThat(texts(page, "h3")).contains("Latent space of 4 units, epoch 6");
    }

    @Test
    void hasMapsWithTheirNumbersAndTheOnesThatWereComputedBefore() throws Exception {
        int[] images = IntStream.range(0, 30).toArray();
        float[] places = new float[60];
        for (int i = 0; i < places.length; i++) {
            places[i] = i * 37 % 60;
        }
        trained.run()
                .findings()
                .add(new LaidOutMap(
                        LaidOutMap.Space.LATENT, 7, new ByTsne(TsneSettings.DEFAULT), 500, 1.25, images, places));
        trained.run()
                .findings()
                .add(new LaidOutMap(
                        LaidOutMap.Space.PIXELS,
                        -1,
                        new ByUmap(UmapSettings.DEFAULT),
                        500,
                        Double.NaN,
                        images,
                        places));
        Element page = read(subject(EpochRange.ALL));

        List<Element> maps = ofClass(page, "figure", "map");
        assertThat(maps.stream().map(map -> texts(map, "h3").getFirst()))
                .containsExactly(
                        "Pixels", "Latent space of 4 units, epoch 9", "Latent space of 4 units, epoch 7", "Pixels");
        assertThat(texts(maps.get(2), "p")).singleElement().asString().contains("t-SNE of 30 images", "1.25");
        assertThat(texts(maps.getLast(), "p"))
                .containsExactly("UMAP of 30 images, 15 neighbours, minimal distance 0.1");
        assertThat(maps)
                .allSatisfy(map -> assertThat(texts(map, "dt")).contains("Trustworthiness", "Neighbours kept"))
                .allSatisfy(map -> assertThat(texts(map, "dd")).allMatch(text -> text.matches("[0-9.]+ %")));
    }

    @Test
    void ofAMapThatIsOneSpotSaysWhyInsteadOfNumbers() throws Exception {
        ImageSet same = new ImageSet(30, ImageShape.grey(8, 8), new byte[30 * 64], null);
        Dataset dataset = new Dataset(Sentence.of("data.name", "same"), "same", same, same, List.of());
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(4).withEpochs(1);
        try (TrainedRun one = TrainedRun.of(dataset, config, folder)) {
            Element page = read(new Subject(one.run(), one.history(), List.of(), Map.of(), EpochRange.ALL));
            assertThat(ofClass(page, "figure", "map").stream().flatMap(map -> texts(map, "figcaption").stream()))
                    .hasSize(2)
                    .containsOnly("All test images are the same, and so are their codes. Open other images.");
        }
    }

    @Test
    void hasTheUsersNameAndWordsWhateverTheyAre() throws Exception {
        trained.run().findings().read(new Said("My <best> run & more", ""));
        String own = "First <script>alert('no')</script> & \"quotes\".\nSecond line\n\nالعربية 🙂\0\u0007\uD800 end";
        Element page = read(subject(EpochRange.ALL).withWords(own));
        trained.run().findings().read(Said.NOTHING);

        assertThat(texts(page, "h1")).containsExactly("My <best> run & more");
        Element words = ofClass(page, "section", "words").getFirst();
        assertThat(texts(words, "p"))
                .containsExactly(
                        "First <script>alert('no')</script> & \"quotes\".Second line",
                        "العربية 🙂\uFFFD\uFFFD\uFFFD end");
        assertThat(all(words, "br")).hasSize(1);
        assertThat(all(words, "p"))
                .allSatisfy(
                        paragraph -> assertThat(paragraph.getAttribute("dir")).isEqualTo("auto"));
        assertThat(all(page, "script")).hasSize(1);
    }

    @Test
    void hasTheRunsNoteUnlessOtherWordsAreGivenAndNoHeadingWithoutAny() throws Exception {
        trained.run().findings().note("n".repeat(50_000));

        assertThat(texts(
                        ofClass(read(subject(EpochRange.ALL)), "section", "words")
                                .getFirst(),
                        "p"))
                .containsExactly("n".repeat(50_000));
        assertThat(texts(
                        ofClass(read(subject(EpochRange.ALL).withWords("mine")), "section", "words")
                                .getFirst(),
                        "p"))
                .containsExactly("mine");
        assertThat(ofClass(read(subject(EpochRange.ALL).withWords(" \n")), "section", "words"))
                .isEmpty();
    }

    @Test
    void offersItsSettingsToWhoeverOpensIt() throws Exception {
        Origin origin = OriginReader.read(write(subject(EpochRange.ALL), Locale.ENGLISH));

        assertThat(origin.run()).isEqualTo(trained.run().id());
        assertThat(origin.config()).isEqualTo(trained.run().config());
    }

    @Test
    void canBeCancelledAtAnyStepAndThenLeavesNothing() {
        Path file = folder.resolve("report.html");
        for (int steps : new int[] {0, 3, 8, 15}) {
            int[] left = {steps};
            Progress impatient = (_, _) -> {
                if (left[0]-- == 0) {
                    throw new CancellationException();
                }
            };
            assertThatThrownBy(() ->
                            HtmlReport.write(file, subject(EpochRange.ALL), new Messages(Locale.ENGLISH), impatient))
                    .isInstanceOf(CancellationException.class);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void isInTheLanguageOfTheExport() throws Exception {
        Element page = read(write(subject(EpochRange.ALL), Locale.JAPANESE));

        assertThat(page.getAttribute("lang")).isEqualTo("ja");
        assertThat(texts(page, "h2")).containsExactly("データ", "設定", "モデル", "損失", "再構成", "マップ", "計算環境");
    }
}

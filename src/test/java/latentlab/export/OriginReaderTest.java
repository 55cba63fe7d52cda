package latentlab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Messages;
import latentlab.text.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that were exported say which run they come from. */
class OriginReaderTest {
    private static final TrainingConfig CONFIG = TrainingConfig.DEFAULT
            .withLatent(3)
            .withBatch(16)
            .withEpochs(2)
            .with(Setting.HIDDEN, HiddenLayer.dense(9, 5));

    @TempDir
    static Path folder;

    private static TrainedRun trained;

    @BeforeAll
    static void train() throws Exception {
        Dataset made = MadeUpImages.dataset(60, 5, 7);
        // With what XML, Python, JSON or PDF would escape.
        Dataset data = new Dataset(made.name(), "R&D <\"a\\b\"> 1) (数字", made.train(), made.test(), List.of());
        trained = TrainedRun.of(data, CONFIG, folder.resolve("scratch"));
    }

    @AfterAll
    static void close() {
        trained.close();
    }

    /** Of tables of plain text and of what belongs to DL4J nothing can be said within. */
    private static final List<Export> SILENT =
            List.of(ExportCatalogue.CSV, ExportCatalogue.CODES, ExportCatalogue.DIAGNOSIS, ExportCatalogue.DL4J);

    static Stream<Export> telling() {
        return ExportCatalogue.ALL.stream().filter(export -> !SILENT.contains(export));
    }

    private static void assertIsOurs(Path file) throws IOException {
        Origin origin = OriginReader.read(file);
        assertThat(origin).isNotNull();
        assertThat(origin.run()).isEqualTo(trained.run().id());
        assertThat(origin.config()).isEqualTo(CONFIG);
        assertThat(origin.data()).isEqualTo(trained.run().start().data().request());
    }

    private static Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] said() {
        return Origin.json(trained.run(), 2).getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @MethodSource("telling")
    void eachKindOfFileSaysIt(Export export) throws Exception {
        assumeTrue(export != ExportCatalogue.MP4 || FfmpegHere.found(), "there is no ffmpeg");
        Path file = folder.resolve(export.fileName());
        Export.Subject subject = new Export.Subject(trained.run(), trained.history(), List.of(), Map.of());
        export.writer().write(file, subject, new Messages(Locale.ENGLISH), Progress.NONE);
        assertIsOurs(file);
    }

    @Test
    void itIsFoundInAGifsCommentAndInXml() throws Exception {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        gif.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
        // A table of four colours, then an image of its own table, whose data look like a comment.
        gif.writeBytes(new byte[] {1, 0, 1, 0, (byte) 0x81, 0, 0});
        gif.writeBytes(new byte[12]);
        gif.writeBytes(
                new byte[] {',', 0, 0, 0, 0, 1, 0, 1, 0, (byte) 0x80, 9, 9, 9, 9, 9, 9, 2, 2, '!', (byte) 0xFE, 0});
        gif.writeBytes(new byte[] {'!', (byte) 0xFE});
        byte[] said = said();
        for (int from = 0; from < said.length; from += 255) {
            int end = Math.min(said.length, from + 255);
            gif.write(end - from);
            gif.writeBytes(Arrays.copyOfRange(said, from, end));
        }
        gif.writeBytes(new byte[] {0, ';'});
        assertIsOurs(file("a.gif", gif.toByteArray()));
        for (int cut : new int[] {5, 13, 20, 40, 60, gif.size() - 40}) {
            assertThat(OriginReader.read(file("cut.gif", Arrays.copyOf(gif.toByteArray(), cut))))
                    .isNull();
        }
        String xml = new String(said, StandardCharsets.US_ASCII)
                .replace("&", "&amp;")
                .replace("\"", "&quot;");
        assertIsOurs(file("a.svg", ("<svg desc=\"" + xml + "\"/>").getBytes(StandardCharsets.UTF_8)));
    }

    /** Nothing of a PDF is interpreted: neither what leads in circles nor what would unfold to gigabytes. */
    @Test
    void aHostilePdfIsReadNoFurtherThanWhatItSays() throws Exception {
        String circle = """
                %PDF-1.7
                1 0 obj<</Info 1 0 R/Subject(SAID)>>endobj
                trailer<</Info 1 0 R/Prev 0>>startxref
                0
                %%EOF""";
        String said = new String(said(), StandardCharsets.US_ASCII);
        String escaped = said.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
        assertIsOurs(file("a.pdf", circle.replace("SAID", escaped).getBytes(StandardCharsets.US_ASCII)));
        for (String other :
                List.of(escaped.substring(0, 60), "\\".repeat(100_000), Origin.BEGINNING + "\\(".repeat(100_000))) {
            assertThat(OriginReader.read(
                            file("b.pdf", circle.replace("SAID", other).getBytes(StandardCharsets.US_ASCII))))
                    .isNull();
        }
    }

    @Test
    void itIsFoundAtTheEndOfALongFile() throws Exception {
        byte[] said = said();
        for (int before : new int[] {0, 1, (16 << 20) - 5, 16 << 20, 40 << 20}) {
            byte[] all = new byte[before + said.length];
            System.arraycopy(said, 0, all, before, said.length);
            assertIsOurs(file("long", all));
        }
    }

    @Test
    void otherFilesSayNothing() throws Exception {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        assertThat(OriginReader.read(file("noise", noise))).isNull();
        assertThat(OriginReader.read(file("empty", new byte[0]))).isNull();
        assertThat(OriginReader.read(folder)).isNull();
        String said = new String(said(), StandardCharsets.US_ASCII);
        for (String other : List.of(
                said.substring(0, said.length() - 2),
                said.substring(0, 40),
                said.replace("\"latent\":\"3\"", "\"latent\":\"3000\""),
                said.replace("\"latent\":", "\"unheard-of\":"),
                said.replace("\"data\":{\"data\"", "\"data\":{\"dato\""),
                Origin.BEGINNING + "9\"," + "[".repeat(100_000))) {
            assertThat(OriginReader.read(file("other", other.getBytes(StandardCharsets.US_ASCII))))
                    .as(other)
                    .isNull();
        }
    }
}

package latentlab.export;

import static org.assertj.core.api.Assertions.assertThat;

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
    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(16).withEpochs(2).with(Setting.HIDDEN, List.of(9, 5));

    @TempDir
    static Path folder;

    private static TrainedRun trained;

    @BeforeAll
    static void train() throws Exception {
        Dataset made = MadeUpImages.dataset(60, 5, 7);
        // With what XML, Python or JSON would escape.
        Dataset data = new Dataset(made.name(), "R&D <\"a\\b\"> 数字", made.train(), made.test(), List.of());
        trained = TrainedRun.of(data, CONFIG, folder.resolve("scratch"));
    }

    @AfterAll
    static void close() {
        trained.close();
    }

    static Stream<Export> telling() {
        return Stream.of(
                ExportCatalogue.JSON,
                ExportCatalogue.CODES_NPZ,
                ExportCatalogue.RECONSTRUCTIONS,
                ExportCatalogue.NPZ,
                ExportCatalogue.SAFETENSORS,
                ExportCatalogue.ONNX,
                ExportCatalogue.SVG,
                ExportCatalogue.PNG,
                ExportCatalogue.GIF,
                ExportCatalogue.APNG,
                ExportCatalogue.HTML,
                ExportCatalogue.SCRIPT);
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

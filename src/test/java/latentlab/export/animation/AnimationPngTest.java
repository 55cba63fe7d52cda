package latentlab.export.animation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import latentlab.MadeUpImages;
import latentlab.Python;
import latentlab.data.Dataset;
import latentlab.data.SmallDatasets;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.Export;
import latentlab.export.ExportOption;
import latentlab.export.TrainedRun;
import latentlab.text.Messages;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnimationPngTest {
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
    private static final int EPOCHS = 4;
    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(4).withBatch(20).withEpochs(EPOCHS);

    /** Each frame as it is seen, in raw bytes, and how long: as Pillow has them. */
    private static final String PILLOW = """
            import sys
            from PIL import Image
            with Image.open(sys.argv[1]) as image:
                print(image.format, image.is_animated, image.n_frames, image.info["loop"], image.mode)
                for i in range(image.n_frames):
                    image.seek(i)
                    with open(sys.argv[2] + str(i), "wb") as out:
                        out.write(image.convert("RGB").tobytes())
                    print(image.info["duration"])
            """;

    @TempDir
    Path folder;

    private record Chunk(String type, byte[] content) {}

    private Path write(TrainedRun trained, int millis) throws Exception {
        Path file = folder.resolve("a.png");
        Export.Subject subject =
                new Export.Subject(trained.run(), trained.history(), List.of(), Map.of(ExportOption.FRAME, millis));
        AnimationPng.write(file, subject, ENGLISH, Progress.NONE);
        return file;
    }

    /** What should be seen, as it is painted. */
    private static List<int[]> frames(TrainedRun trained) throws Exception {
        Export.Subject subject = new Export.Subject(trained.run(), trained.history(), List.of(), Map.of());
        List<int[]> frames = new ArrayList<>();
        try (Frames painted = Frames.of(subject, trained.history(), Look.of(subject), ENGLISH, Progress.NONE)) {
            painted.play(pixels -> frames.add(pixels.clone()));
        }
        return frames;
    }

    private static List<Chunk> chunks(Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
        assertThat(in.getLong()).isEqualTo(0x89504E470D0A1A0AL);
        List<Chunk> chunks = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] content = new byte[in.getInt()];
            byte[] type = new byte[4];
            in.get(type).get(content);
            CRC32 crc = new CRC32();
            crc.update(type);
            crc.update(content);
            assertThat(in.getInt()).isEqualTo((int) crc.getValue());
            chunks.add(new Chunk(new String(type, StandardCharsets.US_ASCII), content));
        }
        return chunks;
    }

    @Test
    void hasItsChunksInOrderNumberedThroughAndInGrey() throws Exception {
        try (TrainedRun trained = TrainedRun.of(SmallDatasets.of(200, 30, 28, 28), CONFIG, folder)) {
            List<Chunk> chunks = chunks(write(trained, 120));

            assertThat(chunks.stream().map(Chunk::type))
                    .containsExactly(
                            "IHDR", "tEXt", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "fcTL", "fdAT", "fcTL", "fdAT",
                            "fcTL", "fdAT", "IEND");
            assertThat(chunks.getFirst().content()[9]).as("colour type: grey").isZero();
            assertThat(new String(chunks.get(1).content(), StandardCharsets.US_ASCII))
                    .startsWith("Comment\0{\"program\":\"Latent Lab")
                    .contains(trained.run().id());
            assertThat(ByteBuffer.wrap(chunks.get(2).content()).getInt()).isEqualTo(EPOCHS + 1);
            assertThat(chunks.stream()
                            .filter(chunk ->
                                    chunk.type().equals("fcTL") || chunk.type().equals("fdAT"))
                            .map(chunk -> ByteBuffer.wrap(chunk.content()).getInt()))
                    .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        }
    }

    @Test
    void aProgramThatKnowsNoAnimationsShowsTheFirstFrame() throws Exception {
        for (Dataset dataset : List.of(SmallDatasets.of(200, 30, 28, 28), MadeUpImages.inColour(40, 9, 7))) {
            try (TrainedRun trained = TrainedRun.of(dataset, CONFIG, folder)) {
                var seen = ImageIO.read(write(trained, 120).toFile());

                int[] rgb = new int[seen.getWidth() * seen.getHeight()];
                int[] first = frames(trained).getFirst();
                for (int i = 0; i < rgb.length; i++) {
                    int x = i % seen.getWidth();
                    int y = i / seen.getWidth();
                    rgb[i] = dataset.shape().grey()
                            ? seen.getRaster().getSample(x, y, 0) * 0x010101
                            : seen.getRGB(x, y) & 0xFFFFFF;
                }
                assertThat(rgb).isEqualTo(first);
            }
        }
    }

    @Test
    void pillowShowsEveryFrameAsItIs() throws Exception {
        Python python = Python.with("PIL");
        for (Dataset dataset : List.of(SmallDatasets.of(200, 30, 28, 28), MadeUpImages.inColour(40, 9, 7))) {
            try (TrainedRun trained = TrainedRun.of(dataset, CONFIG, folder)) {
                Path file = write(trained, 120);

                List<String> said = python.code(PILLOW, file, folder.resolve("frame"));

                assertThat(said.getFirst())
                        .isEqualTo("PNG True 5 0 " + (dataset.shape().grey() ? "L" : "RGB"));
                assertThat(said.subList(1, said.size())).hasSize(EPOCHS + 1).allMatch("120.0"::equals);
                List<int[]> frames = frames(trained);
                for (int i = 0; i <= EPOCHS; i++) {
                    byte[] seen = Files.readAllBytes(folder.resolve("frame" + i));
                    int[] expected = frames.get(i);
                    assertThat(seen).hasSize(3 * expected.length);
                    for (int pixel = 0; pixel < expected.length; pixel++) {
                        int rgb = (seen[3 * pixel] & 0xFF) << 16
                                | (seen[3 * pixel + 1] & 0xFF) << 8
                                | seen[3 * pixel + 2] & 0xFF;
                        if (rgb != expected[pixel]) {
                            assertThat(rgb).as("frame %d, pixel %d", i, pixel).isEqualTo(expected[pixel]);
                        }
                    }
                }
            }
        }
    }

    @Test
    void longFramesAreInHundredthsOfASecond() throws Exception {
        try (TrainedRun trained = TrainedRun.of(SmallDatasets.of(100, 30, 8, 8), CONFIG.withEpochs(1), folder)) {
            ByteBuffer control =
                    ByteBuffer.wrap(chunks(write(trained, 655_350)).get(3).content());

            assertThat(control.getShort(20) & 0xFFFF).isEqualTo(65535);
            assertThat(control.getShort(22)).isEqualTo((short) 100);
        }
    }
}

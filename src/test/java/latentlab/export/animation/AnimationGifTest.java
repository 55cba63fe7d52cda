package latentlab.export.animation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.SmallDatasets;
import latentlab.engine.model.Reconstructions;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.export.EpochRange;
import latentlab.export.Export;
import latentlab.export.ExportOption;
import latentlab.export.Lettering;
import latentlab.export.TrainedRun;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnimationGifTest {
    private static final Look LOOK = new Look(84, true, true, false, false);
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(8).withBatch(20).withEpochs(6);

    @TempDir
    static Path scratch;

    private static TrainedRun trained;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws InterruptedException {
        trained = TrainedRun.of(SmallDatasets.of(200, 30, 28, 28), CONFIG, scratch);
    }

    @AfterAll
    static void close() {
        trained.close();
    }

    @Test
    void hasOneFrameForEachEpochAndLoopsForEver() throws Exception {
        DecodedGif gif = write(trained, trained.history(), 150);

        assertThat(gif.frames()).hasSize(7);
        assertThat(gif.hundredths()).hasSize(7).containsOnly(15);
        assertThat(gif.disposals()).containsOnly("doNotDispose");
        assertThat(gif.loop()).containsExactly(new byte[] {1, 0, 0});
    }

    @Test
    void roundsTheFrameTimeToHundredths() throws Exception {
        assertThat(write(trained, trained.history(), 126).hundredths()).containsOnly(13);
    }

    @Test
    void showsOriginalsAboveWhatTheModelMadeOfThemInEachEpoch() throws Exception {
        DecodedGif gif = write(trained, trained.history(), 150);

        assertTilesShow(trained, gif);
    }

    @Test
    void framesOfDifferentEpochsDiffer() throws Exception {
        List<BufferedImage> frames = write(trained, trained.history(), 150).frames();

        for (int i = 1; i < frames.size(); i++) {
            assertThat(rgb(frames.get(i))).isNotEqualTo(rgb(frames.get(i - 1)));
            assertThat(caption(frames.get(i)))
                    .as("epoch and loss below the images, the bar left out")
                    .isNotEqualTo(caption(frames.get(i - 1)));
        }
    }

    @Test
    void keepsFramesThatLookLikeTheOneBefore() throws Exception {
        EpochResult same = trained.history().getLast();

        DecodedGif gif = write(trained, List.of(same, same, same), 150);

        assertThat(gif.frames()).hasSize(3);
        assertThat(rgb(gif.frames().get(2))).isEqualTo(rgb(gif.frames().get(0)));
    }

    @Test
    void showsARunThatHasNotBeenTrainedYet() throws Exception {
        DecodedGif gif = write(trained, trained.history().subList(0, 1), 150);

        assertThat(gif.frames()).hasSize(1);
    }

    @Test
    void takesImagesOfAnySizeAndFewerThanTen() throws Exception {
        try (TrainedRun small = TrainedRun.of(SmallDatasets.of(100, 3, 12, 20), CONFIG.withEpochs(2), scratch)) {
            DecodedGif gif = write(small, small.history(), 150);

            assertThat(gif.frames()).hasSize(3);
            assertTilesShow(small, gif);
        }
    }

    @Test
    void paintsColoursNearToWhatTheyAre() throws Exception {
        try (TrainedRun coloured = TrainedRun.of(MadeUpImages.inColour(40, 9, 7), CONFIG.withEpochs(2), scratch)) {
            DecodedGif gif = write(coloured, coloured.history(), 150);

            int[] samples = coloured.run().samples();
            Dataset dataset = coloured.run().dataset();
            AnimationFrame layout = new AnimationFrame(dataset, samples, 2, ENGLISH, LOOK, null);
            for (int epoch = 0; epoch <= 2; epoch++) {
                Reconstructions made = coloured.run().reconstruct(epoch, samples);
                for (int i = 0; i < samples.length; i++) {
                    BufferedImage frame = gif.frames().get(epoch);
                    byte[] original = dataset.test().pixelsOf(samples[i]);
                    assertTileIsColoured(frame, layout.tile(i, 0), original, dataset.shape());
                    assertTileIsColoured(frame, layout.tile(i, 1), made.image(i), dataset.shape());
                }
            }
        }
    }

    /** A third of what a grid over all colours would need at most. */
    private static void assertTileIsColoured(BufferedImage frame, Rectangle tile, byte[] values, ImageShape shape) {
        int scale = tile.width / shape.width();
        for (int y = 0; y < tile.height; y++) {
            for (int x = 0; x < tile.width; x++) {
                int seen = frame.getRGB(tile.x + x, tile.y + y);
                int pixel = y / scale * shape.width() + x / scale;
                double off = 0;
                for (int channel = 0; channel < 3; channel++) {
                    int value = values[channel * shape.pixels() + pixel] & 0xFF;
                    off += Math.pow((seen >> 16 - 8 * channel & 0xFF) - value, 2);
                }
                assertThat(Math.sqrt(off)).isLessThanOrEqualTo(18);
            }
        }
    }

    @Test
    void writesCaptionsInBothLanguages() throws Exception {
        Path japanese = folder.resolve("ja.gif");
        AnimationGif.write(
                japanese, subject(trained, trained.history(), 150), new Messages(Locale.JAPANESE), Progress.NONE);

        BufferedImage other = DecodedGif.read(japanese).frames().getFirst();
        BufferedImage english = write(trained, trained.history(), 150).frames().getFirst();
        assertThat(caption(english)).as("something is written").isNotEqualTo(blank(caption(english)));
        // Where there are no Japanese fonts, both are English.
        boolean fonts = Lettering.of(new Messages(Locale.JAPANESE), "export.gif.loss")
                .messages()
                .locale()
                .equals(Locale.JAPANESE);
        assertThat(other.getHeight()).isEqualTo(english.getHeight());
        assertThat(Arrays.equals(caption(other), caption(english))).isEqualTo(!fonts);
    }

    @Test
    void cancelledHalfWayItLeavesNothingBehind() throws Exception {
        Path file = folder.resolve("a.gif");
        Progress impatient = (fraction, what) -> {
            if (fraction > 0.5) {
                throw new CancellationException();
            }
        };

        assertThatThrownBy(() -> AnimationGif.write(file, subject(trained, trained.history(), 150), ENGLISH, impatient))
                .isInstanceOf(CancellationException.class);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void refusesAFrameTimeThatTheFormatCannotHold() {
        assertThatThrownBy(() -> write(trained, trained.history(), 700_000))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(ENGLISH.text(problem.sentence())).contains("700000", "655350"));
    }

    private DecodedGif write(TrainedRun shown, List<EpochResult> history, int millis) throws Problem, IOException {
        Path file = folder.resolve("a.gif");
        AnimationGif.write(file, subject(shown, history, millis), ENGLISH, Progress.NONE);
        return DecodedGif.read(file);
    }

    private static Export.Subject subject(TrainedRun shown, List<EpochResult> history, int millis) {
        return new Export.Subject(shown.run(), history, List.of(), Map.of(ExportOption.FRAME, millis));
    }

    private DecodedGif write(Map<ExportOption, Integer> chosen, EpochRange range) throws Exception {
        Path file = folder.resolve("a.gif");
        Export.Subject subject = new Export.Subject(trained.run(), trained.history(), List.of(), chosen, range);
        AnimationGif.write(file, subject, ENGLISH, Progress.NONE);
        return DecodedGif.read(file);
    }

    @Test
    void ofChosenEpochsItHasThoseThatAreKept() throws Exception {
        List<BufferedImage> all = write(trained, trained.history(), 150).frames();

        List<BufferedImage> some = write(Map.of(), EpochRange.parse("1:5:2")).frames();

        assertThat(some).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(rgb(some.get(i))).isEqualTo(rgb(all.get(1 + 2 * i)));
        }
    }

    @Test
    void imagesAreAboutAsHighAsAskedFor() throws Exception {
        int normal = write(Map.of(), EpochRange.ALL).frames().getFirst().getHeight();

        assertThat(write(Map.of(ExportOption.TILE, 28), EpochRange.of(0))
                        .frames()
                        .getFirst()
                        .getHeight())
                .isEqualTo(normal - 2 * 56);
        assertThat(write(Map.of(ExportOption.TILE, 150), EpochRange.of(0))
                        .frames()
                        .getFirst()
                        .getHeight())
                .isEqualTo(normal + 2 * 56);
    }

    @Test
    void leavesOutTitlesAndLosses() throws Exception {
        BufferedImage all = write(Map.of(), EpochRange.of(3)).frames().getFirst();
        BufferedImage untitled =
                write(Map.of(ExportOption.TITLES, 0), EpochRange.of(3)).frames().getFirst();
        BufferedImage lossless =
                write(Map.of(ExportOption.LOSSES, 0), EpochRange.of(3)).frames().getFirst();

        assertThat(untitled.getHeight()).isEqualTo(all.getHeight() - 2 * 16);
        assertThat(caption(untitled)).isEqualTo(caption(all));
        assertThat(lossless.getHeight()).isEqualTo(all.getHeight());
        assertThat(caption(lossless)).isNotEqualTo(caption(all));
        int right = all.getWidth() / 2;
        assertThat(IntStream.of(lossless.getRGB(right, all.getHeight() - 50, right, 40, null, 0, right))
                        .distinct())
                .as("nothing where the loss would be")
                .hasSize(1);
    }

    @Test
    void saysWhichRunItComesFrom() throws Exception {
        write(trained, trained.history(), 150);

        assertThat(Files.readString(folder.resolve("a.gif"), StandardCharsets.ISO_8859_1))
                .contains("{\"program\":\"Latent Lab")
                .contains("\"run\":\"" + trained.run().id() + "\"");
    }

    private static void assertTilesShow(TrainedRun shown, DecodedGif gif) {
        int[] samples = shown.run().samples();
        ImageSet images = shown.run().dataset().test();
        int last = shown.history().size() - 1;
        AnimationFrame layout = new AnimationFrame(shown.run().dataset(), samples, last, ENGLISH, LOOK, null);
        for (int epoch = 0; epoch <= last; epoch++) {
            Reconstructions made = shown.run().reconstruct(epoch, samples);
            BufferedImage frame = gif.frames().get(epoch);
            for (int i = 0; i < samples.length; i++) {
                int from = samples[i] * images.size();
                byte[] original = Arrays.copyOfRange(images.pixels(), from, from + images.size());
                assertTileShows(frame, layout.tile(i, 0), original, images.width());
                assertTileShows(frame, layout.tile(i, 1), made.image(i), images.width());
            }
        }
    }

    /** Enlarged without smoothing, grey, and as it is. */
    private static void assertTileShows(BufferedImage frame, Rectangle tile, byte[] pixels, int width) {
        int scale = tile.width / width;
        for (int y = 0; y < tile.height; y++) {
            for (int x = 0; x < tile.width; x++) {
                int seen = frame.getRGB(tile.x + x, tile.y + y);
                int expected = pixels[y / scale * width + x / scale] & 0xFF;
                assertThat((seen & 0xFF) == (seen >> 8 & 0xFF) && (seen & 0xFF) == (seen >> 16 & 0xFF))
                        .isTrue();
                assertThat(seen & 0xFF).isEqualTo(expected);
            }
        }
    }

    private static int[] caption(BufferedImage frame) {
        return frame.getRGB(0, frame.getHeight() - 50, frame.getWidth(), 40, null, 0, frame.getWidth());
    }

    private static int[] blank(int[] caption) {
        int[] blank = caption.clone();
        Arrays.fill(blank, caption[0]);
        return blank;
    }

    private static int[] rgb(BufferedImage frame) {
        return frame.getRGB(0, 0, frame.getWidth(), frame.getHeight(), null, 0, frame.getWidth());
    }

    @Test
    void ofARunThatHasBeenThinnedItShowsTheEpochsThatAreKept() throws Exception {
        try (TrainedRun thinned = TrainedRun.of(SmallDatasets.of(200, 30, 28, 28), CONFIG, scratch)) {
            assertThat(thinned.run().epochs().thin()).isTrue();
            List<EpochResult> kept = thinned.run().kept(thinned.history());
            assertThat(kept)
                    .hasSizeLessThan(7)
                    .contains(thinned.history().getFirst(), thinned.history().getLast());

            DecodedGif gif = write(thinned, thinned.history(), 150);

            assertThat(gif.frames()).hasSize(kept.size());
            DecodedGif whole = write(trained, trained.history(), 150);
            for (int i = 0; i < kept.size(); i++) {
                assertThat(rgb(gif.frames().get(i)))
                        .as("the frame of epoch " + kept.get(i).epoch() + ", caption and all")
                        .isEqualTo(rgb(whole.frames().get(kept.get(i).epoch())));
            }
        }
    }
}

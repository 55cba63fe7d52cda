package latentlab.export.animation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.SmallDatasets;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.ClassColours;
import latentlab.export.Export;
import latentlab.export.ExportOption;
import latentlab.export.TrainedRun;
import latentlab.run.Run;
import latentlab.text.Messages;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The latent map below the images of an animation. */
class AnimationMapTest {
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
    private static final Dataset DATA = SmallDatasets.of(200, 60, 28, 28);
    private static final int EPOCHS = 5;
    private static final Look LOOK = new Look(84, true, true, true, false);

    @TempDir
    Path folder;

    private TrainedRun train(Dataset dataset, int latent) throws InterruptedException {
        // At a rate this low the codes spread from epoch to epoch; at a higher one the few images end up on one spot.
        TrainingConfig config = TrainingConfig.DEFAULT
                .withLatent(latent)
                .withBatch(10)
                .withLearningRate(0.002)
                .withEpochs(EPOCHS);
        return TrainedRun.of(dataset, config, folder);
    }

    private List<BufferedImage> write(TrainedRun trained) throws Exception {
        Path file = folder.resolve("map.gif");
        AnimationGif.writeWithMap(file, subject(trained), ENGLISH, Progress.NONE);
        return DecodedGif.read(file).frames();
    }

    private static Export.Subject subject(TrainedRun trained) {
        return new Export.Subject(trained.run(), trained.history(), List.of(), Map.of());
    }

    private static AnimationFrame layout(TrainedRun trained) {
        AnimationMap map = new AnimationMap(trained.run(), trained.history(), Progress.NONE);
        return new AnimationFrame(trained.run().dataset(), trained.run().samples(), EPOCHS, ENGLISH, LOOK, map);
    }

    @Test
    void saysSoWhereAllImagesLieInOneSpot() throws Exception {
        ImageSet same =
                new ImageSet(60, DATA.test().shape(), new byte[60 * DATA.test().size()], null);
        Dataset dataset = new Dataset(Sentence.of("data.name", "same"), "same", same, same, List.of());
        try (TrainedRun trained = train(dataset, 6)) {
            Rectangle map = layout(trained).mapArea();
            BufferedImage frame = write(trained).getFirst();
            // Below where the spot is in the upper half, above it where it is in the lower one.
            assertThat(bright(frame, map, map.height / 4, map.height / 2)
                            + bright(frame, map, 3 * map.height / 4, map.height))
                    .isPositive();
        }
        try (TrainedRun trained = train(DATA, 6)) {
            AnimationMap map = new AnimationMap(trained.run(), trained.history(), Progress.NONE);
            Rectangle area = new Rectangle(0, 0, 120, 90);
            assertThat(map.paint(EPOCHS, new int[120 * 90], 120, area)).isNull();
        }
    }

    /** Pixels of letters, in rows of the map. */
    private static long bright(BufferedImage frame, Rectangle map, int from, int to) {
        return IntStream.range(from, to)
                .flatMap(y -> IntStream.range(map.x, map.x + map.width).map(x -> frame.getRGB(x, map.y + y)))
                .filter(colour -> (colour & 0xFF) > 200)
                .count();
    }

    @Test
    void addsTheMapBelowAndChangesNothingAbove() throws Exception {
        try (TrainedRun trained = train(DATA, 6)) {
            List<BufferedImage> frames = write(trained);
            Path plain = folder.resolve("plain.gif");
            AnimationGif.write(plain, subject(trained), ENGLISH, Progress.NONE);
            List<BufferedImage> without = DecodedGif.read(plain).frames();

            assertThat(frames).hasSize(EPOCHS + 1);
            Rectangle map = layout(trained).mapArea();
            int images = layout(trained).tile(0, 1).y + layout(trained).tile(0, 1).height;
            assertThat(map.y).isGreaterThan(images);
            for (int epoch = 0; epoch <= EPOCHS; epoch++) {
                assertAlike(rows(frames.get(epoch), 0, images), rows(without.get(epoch), 0, images));
                int caption = frames.get(epoch).getHeight() - 50;
                assertAlike(
                        rows(frames.get(epoch), caption, 46),
                        rows(without.get(epoch), without.get(epoch).getHeight() - 50, 46));
                assertThat(caption).isGreaterThanOrEqualTo(map.y + map.height);
            }
        }
    }

    /** But for the greys that gave way to the colours of the map. */
    private static void assertAlike(int[] with, int[] without) {
        assertThat(with).hasSameSizeAs(without);
        for (int i = 0; i < with.length; i++) {
            assertThat((with[i] & 0xFF) - (without[i] & 0xFF)).isBetween(-1, 1);
        }
    }

    private static int[] rows(BufferedImage image, int from, int count) {
        return image.getRGB(0, from, image.getWidth(), count, null, 0, image.getWidth());
    }

    @Test
    void putsEachImageWhereItsCodeIsOnAxesThatStay() throws Exception {
        try (TrainedRun trained = train(DATA, 2)) {
            List<BufferedImage> frames = write(trained);
            Rectangle area = layout(trained).mapArea();
            List<float[]> codes = IntStream.rangeClosed(0, EPOCHS)
                    .mapToObj(trained.run()::latent)
                    .toList();
            double[] x = range(codes, 0);
            double[] y = range(codes, 1);
            double scale = Math.min((area.width - 5) / (x[1] - x[0]), (area.height - 5) / (y[1] - y[0]));
            int seen = 0;
            for (int epoch = 0; epoch <= EPOCHS; epoch++) {
                List<Point> places = new ArrayList<>();
                for (int i = 0; i < DATA.test().count(); i++) {
                    float[] code = codes.get(epoch);
                    places.add(new Point((int) (area.getCenterX() + (code[2 * i] - (x[0] + x[1]) / 2) * scale), (int)
                            (area.getCenterY() - (code[2 * i + 1] - (y[0] + y[1]) / 2) * scale)));
                }
                seen += dotsInTheirColour(frames.get(epoch), places);
            }
            assertThat(seen).as("dots that could be looked at").isGreaterThan(20);
        }
    }

    /** Whether or not the rows of images have titles: nothing else says what the axes are. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void saysWhatItsAxesAre(int titles) throws Exception {
        try (TrainedRun trained = train(DATA, 2)) {
            Path file = folder.resolve("titles.gif");
            Export.Subject subject = new Export.Subject(
                    trained.run(),
                    trained.history(),
                    List.of(),
                    Map.of(ExportOption.TITLES, titles, ExportOption.MAP, 1));
            AnimationGif.write(file, subject, ENGLISH, Progress.NONE);
            BufferedImage frame = DecodedGif.read(file).frames().getFirst();
            AnimationMap map = new AnimationMap(trained.run(), trained.history(), Progress.NONE);
            Look look = new Look(LOOK.tile(), titles > 0, true, true, false);
            AnimationFrame layout = new AnimationFrame(DATA, trained.run().samples(), EPOCHS, ENGLISH, look, map);
            Rectangle area = layout.mapArea();
            Rectangle above = new Rectangle(0, area.y - 20, frame.getWidth(), 20);
            long letters = IntStream.of(part(frame, above))
                    .filter(rgb -> (rgb & 0xFF) > 100)
                    .count();
            assertThat(letters).isGreaterThan(50);
        }
    }

    /** Where many dots lie on one another, how many there are. */
    @Test
    void linesGoRoundPlacesWhereDotsLieDeep() throws Exception {
        Dataset alike = alike();
        try (TrainedRun trained = train(alike, 2)) {
            BufferedImage frame = write(trained).getLast();
            Rectangle area = layout(trained).mapArea();
            long lines = IntStream.of(part(frame, area))
                    .mapToObj(Color::new)
                    .filter(colour -> colour.getRed() == colour.getGreen()
                            && colour.getGreen() == colour.getBlue()
                            && colour.getRed() > 200)
                    .count();
            assertThat(lines).isPositive();
        }
    }

    /** Few images, of each of which there are many. */
    private static Dataset alike() {
        Dataset data = SmallDatasets.of(200, 600, 28, 28);
        ImageSet test = data.test();
        byte[] pixels = test.pixels().clone();
        for (int i = 3; i < test.count(); i++) {
            System.arraycopy(pixels, i % 3 * test.size(), pixels, i * test.size(), test.size());
        }
        ImageSet few = new ImageSet(test.count(), test.shape(), pixels, test.labels());
        return new Dataset(data.name(), data.origin(), data.train(), few, List.of());
    }

    private static double[] range(List<float[]> codes, int unit) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float[] each : codes) {
            for (int i = unit; i < each.length; i += 2) {
                low = Math.min(low, each[i]);
                high = Math.max(high, each[i]);
            }
        }
        return new double[] {low, high};
    }

    /** Of dots that touch no other, each of which has to be there. @return how many there are */
    private static int dotsInTheirColour(BufferedImage frame, List<Point> places) {
        int alone = 0;
        for (int i = 0; i < places.size(); i++) {
            Point place = places.get(i);
            if (places.stream().filter(other -> other.distance(place) < 9).count() == 1) {
                alone++;
                assertThat(new Color(frame.getRGB(place.x, place.y)))
                        .as("image %d at %s", i, place)
                        .isEqualTo(ClassColours.onDark(DATA.test().label(i)));
            }
        }
        return alone;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6})
    void showsEveryClassWhateverTheDimensionAndMovesFromEpochToEpoch(int latent) throws Exception {
        try (TrainedRun trained = train(DATA, latent)) {
            List<BufferedImage> frames = write(trained);
            Rectangle area = layout(trained).mapArea();
            for (int label = 0; label < 10; label++) {
                Color colour = ClassColours.onDark(label);
                assertThat(frames).as("class %d", label).anyMatch(frame -> pixels(frame, area, colour) > 10);
            }
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                assertThat(Arrays.equals(part(frames.get(epoch), area), part(frames.get(epoch - 1), area)))
                        .as("epoch %d looks like the one before", epoch)
                        .isFalse();
            }
        }
    }

    @Test
    void hasAColourForEachOfManyClassesAndSaysHowManyTheLegendLeavesOut() throws Exception {
        Dataset many = ofClasses(47);
        Dataset fits = ofClasses(21);
        try (TrainedRun trained = train(many, 2);
                TrainedRun fitting = train(fits, 2)) {
            List<BufferedImage> frames = write(trained);
            Rectangle area = layout(trained).mapArea();
            for (int label = 0; label < 47; label++) {
                Color colour = ClassColours.onDark(label);
                assertThat(frames).as("class %d", label).anyMatch(frame -> pixels(frame, area, colour) > 0);
            }
            assertThat(lastLineOfLegend(frames.getFirst(), layout(trained)))
                    .as("no dot, but words")
                    .isNotEqualTo(lastLineOfLegend(write(fitting).getFirst(), layout(fitting)));
        }
    }

    private static Dataset ofClasses(int classes) {
        Dataset small = SmallDatasets.of(300, 141, 12, 12);
        ImageSet test = small.test();
        int[] labels = IntStream.range(0, test.count()).map(i -> i % classes).toArray();
        ImageSet labelled = new ImageSet(test.count(), test.shape(), test.pixels(), labels);
        return new Dataset(small.name(), small.origin(), small.train(), labelled, List.of());
    }

    private static int[] lastLineOfLegend(BufferedImage frame, AnimationFrame layout) {
        Rectangle map = layout.mapArea();
        return frame.getRGB(map.x + map.width + 20, map.y + map.height - 20, 9, 20, null, 0, 9);
    }

    @Test
    void takesImagesWithoutLabelsThatAreFewAndSmall() throws Exception {
        Dataset small = SmallDatasets.of(100, 3, 6, 4);
        ImageSet test = small.test();
        ImageSet unlabelled = new ImageSet(test.count(), test.shape(), test.pixels(), null);
        try (TrainedRun trained =
                train(new Dataset(small.name(), small.origin(), small.train(), unlabelled, List.of()), 3)) {
            List<BufferedImage> frames = write(trained);
            assertThat(pixels(frames.getLast(), layout(trained).mapArea(), ClassColours.onDark(-1)))
                    .isGreaterThan(10);
        }
    }

    private static long pixels(BufferedImage frame, Rectangle area, Color colour) {
        return IntStream.of(part(frame, area))
                .filter(rgb -> rgb == colour.getRGB())
                .count();
    }

    private static int[] part(BufferedImage frame, Rectangle area) {
        return frame.getRGB(area.x, area.y, area.width, area.height, null, 0, area.width);
    }

    @Test
    void isWrittenToItsEndThoughAnotherRunHasTakenThePlace() throws Exception {
        try (TrainedRun trained = train(DATA, 6)) {
            List<BufferedImage> before = write(trained);
            Run run = trained.run();
            try (Run.Hold _ = run.hold()) {
                run.close();
                List<BufferedImage> after = write(trained);
                assertThat(rows(after.getLast(), 0, after.getLast().getHeight()))
                        .isEqualTo(rows(before.getLast(), 0, before.getLast().getHeight()));
            }
        }
    }

    @Test
    void cancelledWhileItLooksForItsRoomItLeavesNothingBehind() throws Exception {
        try (TrainedRun trained = train(DATA, 6)) {
            Path empty = Files.createDirectory(folder.resolve("empty"));
            Progress impatient = (fraction, what) -> {
                if (what.key().contains("map") && fraction > 0.2) {
                    throw new CancellationException();
                }
            };
            assertThatThrownBy(() ->
                            AnimationGif.writeWithMap(empty.resolve("a.gif"), subject(trained), ENGLISH, impatient))
                    .isInstanceOf(CancellationException.class);
            try (Stream<Path> left = Files.list(empty)) {
                assertThat(left).isEmpty();
            }
        }
    }
}

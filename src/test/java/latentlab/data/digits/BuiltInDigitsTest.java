package latentlab.data.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.text.Messages;
import latentlab.text.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class BuiltInDigitsTest {
    private static final int LEARNT = 10_000;

    private static Dataset digits;

    @BeforeAll
    static void write() {
        digits = BuiltInDigits.create(Progress.NONE);
    }

    @Test
    void theDatasetSaysWhatItIs() {
        assertThat(digits.train().count()).isEqualTo(12_000);
        assertThat(digits.test().count()).isEqualTo(2_000);
        assertThat(digits.train().height()).isEqualTo(28);
        assertThat(digits.train().width()).isEqualTo(28);
        assertThat(digits.origin()).isEqualTo("digits");
        assertThat(digits.classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(new Messages(Locale.ENGLISH).text(digits.name())).isEqualTo("Built-in digits");
        assertThat(new Messages(Locale.JAPANESE).text(digits.name())).isEqualTo("内蔵の手書き風数字");
    }

    @Test
    void classesAreOfEqualSizeInShuffledOrder() {
        for (ImageSet part : List.of(digits.train(), digits.test())) {
            assertThat(countsOf(part.labels())).containsOnly(part.count() / 10);
        }
        assertThat(countsOf(Arrays.copyOf(digits.train().labels(), digits.validationCount())))
                .as("validation part")
                .allSatisfy(count -> assertThat(count).isBetween(200, 280));
        int repeats = 0;
        for (int i = 1; i < digits.train().count(); i++) {
            repeats += digits.train().label(i) == digits.train().label(i - 1) ? 1 : 0;
        }
        assertThat(repeats).as("neighbours of one class").isBetween(1_000, 1_400);
    }

    @Test
    void theSameBytesComeOutOnEveryMachine() {
        CRC32 sum = new CRC32();
        for (ImageSet part : List.of(digits.train(), digits.test())) {
            for (int label : part.labels()) {
                sum.update(label);
            }
            sum.update(part.pixels());
        }
        assertThat(Long.toHexString(sum.getValue()))
                .as("checksum: if forms or hand changed on purpose, measure again what the README says of the digits")
                .isEqualTo("7e1a35ba");
    }

    @Test
    void aSeedGivesTheSameDigitsAndAnotherSeedOthers() {
        ImageSet once = BuiltInDigits.create(7, 230, 120, Progress.NONE).test();
        ImageSet again = BuiltInDigits.create(7, 50, 120, Progress.NONE).test();
        ImageSet other = BuiltInDigits.create(8, 230, 120, Progress.NONE).test();
        assertThat(again.pixels()).isEqualTo(once.pixels());
        assertThat(again.labels()).isEqualTo(once.labels());
        assertThat(other.pixels()).isNotEqualTo(once.pixels());
        assertThat(other.labels()).isNotEqualTo(once.labels());
    }

    @Test
    void noImageIsThereTwice() {
        Stream<String> images = Stream.of(digits.train(), digits.test())
                .flatMap(part -> IntStream.range(0, part.count())
                        .mapToObj(i -> Arrays.toString(
                                Arrays.copyOfRange(part.pixels(), i * part.size(), (i + 1) * part.size()))));
        assertThat(images.distinct().count()).isEqualTo(14_000);
    }

    @Test
    void theMassOfTheInkIsCentredAsInMnist() {
        ImageSet images = digits.train();
        int lopsided = 0;
        for (int i = 0; i < images.count(); i++) {
            double mass = 0;
            double x = 0;
            double y = 0;
            for (int place = 0; place < images.size(); place++) {
                mass += images.ink(i, place);
                x += images.ink(i, place) * (place % 28);
                y += images.ink(i, place) * (place / 28);
            }
            double away = Math.max(Math.abs(x / mass - 14), Math.abs(y / mass - 14));
            assertThat(away).as("pixels off the middle, image %d", i).isLessThan(1);
            // The digits move by whole pixels, so that half a pixel may remain.
            lopsided += away > 0.51 ? 1 : 0;
        }
        assertThat(lopsided)
                .as("digits that would leave the image if they were centred")
                .isLessThan(images.count() / 1000);
    }

    @Test
    void digitsFillABoxOfTwentyPixelsWithABrightCoreAndAGreyEdge() {
        ImageSet images = digits.train();
        int full = 0;
        int grey = 0;
        for (int i = 0; i < images.count(); i++) {
            int left = 28;
            int right = -1;
            int top = 28;
            int bottom = -1;
            for (int place = 0; place < images.size(); place++) {
                float ink = images.ink(i, place);
                if (ink > 0) {
                    left = Math.min(left, place % 28);
                    right = Math.max(right, place % 28);
                    top = Math.min(top, place / 28);
                    bottom = Math.max(bottom, place / 28);
                    full += ink > 0.95 ? 1 : 0;
                    grey += ink < 0.95 ? 1 : 0;
                }
            }
            assertThat(Math.max(right - left, bottom - top) + 1)
                    .as("size of image %d", i)
                    .isBetween(18, 20);
        }
        // MNIST: 0.42 of the inked pixels.
        assertThat(full / (double) (full + grey)).isBetween(0.35, 0.5);
    }

    @Test
    void nearestNeighboursReadTheDigits() {
        double accuracy = new NearestNeighbours(digits.train(), LEARNT).accuracy(digits.test());
        System.out.printf("3 nearest neighbours on the built-in digits' own test images: %.4f%n", accuracy);
        assertThat(accuracy).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "LATENT_LAB_MNIST", matches = ".+")
    void nearestNeighboursThatLearntTheDigitsReadMnist() throws IOException {
        byte[] labels = idx("t10k-labels-idx1-ubyte.gz", 8);
        ImageSet mnist = new ImageSet(
                labels.length,
                ImageShape.grey(28, 28),
                idx("t10k-images-idx3-ubyte.gz", 16),
                IntStream.range(0, labels.length).map(i -> labels[i]).toArray());
        double accuracy = new NearestNeighbours(digits.train(), LEARNT).accuracy(mnist);
        System.out.printf("3 nearest neighbours of MNIST's test images among the built-in digits: %.4f%n", accuracy);
        assertThat(accuracy).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void progressRisesToOneAndCancelsTheWork() {
        List<Double> fractions = new ArrayList<>();
        BuiltInDigits.create(1, 2_500, 500, (fraction, what) -> fractions.add(fraction));
        assertThat(fractions).isSorted().startsWith(0.0).endsWith(1.0).hasSizeGreaterThan(4);
        assertThatThrownBy(() -> BuiltInDigits.create(1, 2_500, 500, (fraction, what) -> {
                    if (fraction > 0.3) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }

    private static List<Integer> countsOf(int[] labels) {
        int[] counts = new int[10];
        for (int label : labels) {
            counts[label]++;
        }
        return Arrays.stream(counts).boxed().toList();
    }

    private static byte[] idx(String file, int header) throws IOException {
        Path path = Path.of(System.getenv("LATENT_LAB_MNIST"), file);
        try (InputStream unzipped = new GZIPInputStream(Files.newInputStream(path))) {
            byte[] all = unzipped.readAllBytes();
            return Arrays.copyOfRange(all, header, all.length);
        }
    }
}

package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import latentlab.MadeUpImages;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;

class DatasetChecksTest {
    private static final Runnable NOBODY = () -> {};
    private static final List<String> TEN =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    private static Dataset data(ImageSet train, ImageSet test, List<String> names) {
        return new Dataset(Sentence.of("data.name", "x"), "x", train, test, names);
    }

    private static ImageSet labelled(ImageSet images, int[] labels) {
        return new ImageSet(images.count(), images.shape(), images.pixels(), labels);
    }

    private static List<Sentence> warnings(Dataset dataset) {
        return DatasetChecks.of(dataset, NOBODY);
    }

    private static List<String> keys(Dataset dataset) {
        return warnings(dataset).stream().map(Sentence::key).toList();
    }

    private static final ImageSet TRAIN = MadeUpImages.images(400, 12, 10, 1);
    private static final ImageSet TEST = MadeUpImages.images(200, 12, 10, 2);

    @Test
    void nothingIsSaidOfSoundData() {
        assertThat(warnings(data(TRAIN, TEST, TEN))).isEmpty();
        assertThat(warnings(data(labelled(TRAIN, null), labelled(TEST, null), List.of())))
                .isEmpty();
    }

    @Test
    void oneClassIsSaid() {
        assertThat(warnings(data(labelled(TRAIN, new int[400]), labelled(TEST, new int[200]), List.of("cat"))))
                .containsExactly(Sentence.of("data.check.oneClass", "cat"));
    }

    @Test
    void classesOfOnePartAloneAreNamed() {
        int[] train = TRAIN.labels().clone();
        int[] test = TEST.labels().clone();
        for (int i = 0; i < test.length; i++) {
            test[i] = test[i] == 3 ? 10 : test[i];
        }
        List<String> names = IntStream.range(0, 12).mapToObj(i -> "n" + i).toList();
        assertThat(warnings(data(labelled(TRAIN, train), labelled(TEST, test), names)))
                .contains(
                        Sentence.of("data.check.trainOnly", 1, "n3"),
                        Sentence.of("data.check.testOnly", 1, "n10"),
                        Sentence.of("data.check.noImages", 1, "n11"));
    }

    @Test
    void aPartWithoutLabelsBesideOneThatHasThemIsSaid() {
        assertThat(keys(data(labelled(TRAIN, null), TEST, TEN))).containsExactly("data.check.unlabelledTrain");
        assertThat(keys(data(TRAIN, labelled(TEST, null), TEN))).containsExactly("data.check.unlabelledTest");
    }

    @Test
    void imagesThatAreNearlyBlackAreSaid() {
        assertThat(warnings(data(darkened(TRAIN, 17), darkened(TEST, 17), TEN)))
                .containsExactly(Sentence.of("data.check.dark", 15));
        assertThat(keys(data(darkened(TRAIN, 7), darkened(TEST, 17), TEN))).doesNotContain("data.check.dark");
    }

    private static ImageSet darkened(ImageSet images, int divisor) {
        byte[] pixels = images.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ((pixels[i] & 0xFF) / divisor);
        }
        return new ImageSet(images.count(), images.shape(), pixels, images.labels());
    }

    @Test
    void manyNamesAreCut() {
        int[] train = IntStream.range(0, 400).map(i -> i % 10).toArray();
        int[] test = new int[200];
        assertThat(warnings(data(labelled(TRAIN, train), labelled(TEST, test), TEN)))
                .contains(Sentence.of("data.check.trainOnly", 9, "1, 2, 3, 4, 5, …"));
    }

    @Test
    void imagesThatAreAllTheSameAreSaidOnce() {
        ImageSet black = new ImageSet(20, TRAIN.shape(), new byte[20 * TRAIN.size()], new int[20]);
        assertThat(keys(data(black, black, List.of("a")))).containsExactly("data.check.oneClass", "data.check.alike");
        byte[] differs = black.pixels().clone();
        differs[differs.length - 1] = 1;
        assertThat(keys(data(black, new ImageSet(20, TRAIN.shape(), differs, null), List.of("a"))))
                .doesNotContain("data.check.alike")
                .contains("data.check.blank");
    }

    @Test
    void copiesAndTestImagesThatWereTrainedAreCounted() {
        byte[] pixels = TRAIN.pixels().clone();
        for (int copy = 0; copy < 5; copy++) {
            System.arraycopy(pixels, 0, pixels, (10 + copy) * TRAIN.size(), TRAIN.size());
        }
        int[] labels = TRAIN.labels().clone();
        Arrays.fill(labels, 10, 15, labels[0]);
        ImageSet train = new ImageSet(400, TRAIN.shape(), pixels, labels);
        ImageSet test = train.pick(IntStream.range(100, 300).toArray());
        assertThat(warnings(data(train, test, TEN)))
                .containsExactly(Sentence.of("data.check.copies", 5, 400), Sentence.of("data.check.shared", 200, 200));
    }

    @Test
    void oneCopyAmongHundredsIsNoCause() {
        byte[] pixels = TRAIN.pixels().clone();
        System.arraycopy(pixels, 0, pixels, 7 * TRAIN.size(), TRAIN.size());
        assertThat(keys(data(new ImageSet(400, TRAIN.shape(), pixels, TRAIN.labels()), TEST, TEN)))
                .isEmpty();
    }

    @Test
    void classesThatComeInTurnAreSound() {
        int[] order = IntStream.range(0, 10)
                .boxed()
                .flatMap(k -> IntStream.range(0, 400)
                        .filter(i -> TRAIN.label(i) == k)
                        .limit(25)
                        .boxed())
                .mapToInt(Integer::intValue)
                .toArray();
        int[] inTurn = IntStream.range(0, order.length)
                .map(i -> order[i % 10 * 25 + i / 10])
                .toArray();
        ImageSet turns = TRAIN.pick(inTurn);
        assertThat(turns.labels()).startsWith(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0);
        assertThat(keys(data(turns, TEST, TEN))).isEmpty();
    }

    @Test
    void shuffledLabelsAreSuspected() {
        Random random = new Random(5);
        int[] shuffled = TRAIN.labels().clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = swap;
        }
        assertThat(keys(data(labelled(TRAIN, shuffled), TEST, TEN))).containsExactly("data.check.labels");
    }

    @Test
    void classesThatArePermutedBetweenThePartsAreSuspected() {
        int[] turned =
                IntStream.of(TEST.labels()).map(label -> (label + 1) % 10).toArray();
        assertThat(keys(data(TRAIN, labelled(TEST, turned), TEN))).containsExactly("data.check.parts");
    }

    @Test
    void fewImagesAreNotJudgedByChance() {
        ImageSet few = TRAIN.pick(IntStream.range(0, 60).toArray());
        int[] labels = IntStream.range(0, 60).map(i -> i % 2).toArray();
        assertThat(keys(data(
                        labelled(few, labels), TEST.pick(IntStream.range(0, 40).toArray()), TEN)))
                .doesNotContain("data.check.labels", "data.check.parts");
    }
}

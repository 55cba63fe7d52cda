package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import latentlab.MadeUpImages;
import latentlab.text.Messages;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;

class AccountLinesTest {
    private static final Account ACCOUNT = Account.NONE
            .withParts(Sentence.of("data.pair.parts", "a", "b"))
            .withLeftOut(
                    Sentence.of("data.name", "broken"),
                    IntStream.range(0, 12).mapToObj(i -> i + ".png").toList())
            .withChanged(Sentence.of("data.name", "turned"))
            .withWarnings(Sentence.of("data.check.alike", 3));

    private static Dataset data(Account account) {
        List<String> names = IntStream.range(0, 10).mapToObj(i -> "class " + i).toList();
        return new Dataset(
                Sentence.of("data.name", "x"),
                "x",
                MadeUpImages.images(50, 12, 10, 1),
                MadeUpImages.images(10, 12, 10, 2),
                names,
                account);
    }

    private static List<String> texts(List<AccountLines.Line> lines) {
        Messages english = new Messages(Locale.ENGLISH);
        return lines.stream().map(line -> english.text(line.brief())).toList();
    }

    @Test
    void saysWhatThereIsThenWhatWasDone() {
        List<AccountLines.Line> lines = AccountLines.of(data(ACCOUNT));
        List<String> texts = texts(lines);
        assertThat(texts.get(0))
                .isEqualTo("50 training images (10 of them for validation) and 10 test images, 10 × 12 pixels, grey");
        assertThat(texts.get(1)).startsWith("10 classes: class 0 (").doesNotContain("…");
        assertThat(texts.subList(2, 4))
                .containsExactly("All images of a are for training, all of b for testing", "turned");
        assertThat(texts.get(4))
                .startsWith("12 left out, broken: 0.png, 1.png,")
                .endsWith("9.png, …");
        assertThat(lines)
                .extracting(AccountLines.Line::warning)
                .containsExactly(false, false, false, false, true, true);
    }

    @Test
    void allNamesAreThereForThoseWhoAsk() {
        AccountLines.Line leftOut = AccountLines.of(data(ACCOUNT)).get(4);
        assertThat(leftOut.isCut()).isTrue();
        assertThat(leftOut.names()).hasSize(12).endsWith("10.png", "11.png");
        AccountLines.Line classes = AccountLines.of(data(ACCOUNT)).get(1);
        assertThat(classes.isCut()).as("ten are no more than are named").isFalse();
    }

    @Test
    void classesAreCountedInBothParts() {
        Dataset data = data(Account.NONE);
        int[] counts = AccountLines.classCounts(data);
        assertThat(IntStream.of(counts).sum()).isEqualTo(60);
        for (int label = 0; label < 10; label++) {
            int wanted = label;
            long there = IntStream.concat(
                            IntStream.of(data.train().labels()),
                            IntStream.of(data.test().labels()))
                    .filter(each -> each == wanted)
                    .count();
            assertThat(counts[label]).isEqualTo((int) there);
        }
    }

    @Test
    void withoutLabelsThereAreNoClasses() {
        ImageSet images = new ImageSet(5, ImageShape.grey(1, 1), new byte[5], null);
        Dataset data = new Dataset(Sentence.of("data.name", "x"), "x", images, images, List.of());
        assertThat(AccountLines.classCounts(data)).isEmpty();
        assertThat(texts(AccountLines.of(data)).get(1)).contains("no labels");
    }
}

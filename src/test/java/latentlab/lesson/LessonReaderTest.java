package latentlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latentlab.engine.settings.ModelKind;
import latentlab.map.MapMethod;
import latentlab.preferences.MapLayout;
import latentlab.text.Messages;
import latentlab.text.Problem;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lessons as they are written, and with every kind of mistake: each is told with its line and what is right. */
class LessonReaderTest {
    private static final String LESSON = """
            ---
            title: One number | 1 つの数
            about: What it is for. | 何のため。
            minutes: 5
            data: digits
            latent: 2
            epochs: 30
            show: panel decode, maps beside, map units
            ---

            ## The first epochs | 最初のエポック

            ```step
            do: train 10, epoch 5
            measure: validation loss at 10
            holds: validation loss at 10 < 0.9 * validation loss at 1
            ```

            ### Read

            An image is *784* numbers,
            and **two** are left, as in `784-2-784`.

            ### Predict

            How low?

            ### Watch

            1. The curve.
            2. The images.

            ### Compare

            It is {validation loss at 10}, and **{10-NN of the run with latent 2}**.

            ### 説明

            1 枚の画像は
            784 個の数です。

            ### 予想

            どれくらい?

            ### 観察

            1. 曲線。
            2. 画像。

            ### 比較

            {validation loss at 10} です。

            ## Tied | 重み共有

            ```step
            model: tied
            do: train 3
            ```

            ### Predict

            Which?

            - [ ] This
            - [x] That

            ### Compare

            {parameters}

            ### 予想

            どちら?

            - [ ] こちら
            - [x] あちら

            ### 比較

            {parameters}
            """;

    private static Lesson parse(String text) throws Problem {
        return LessonReader.parse(text, "folder/mine.lesson.md");
    }

    @Test
    void readsAllThatALessonSays() throws Problem {
        Lesson lesson = parse(LESSON);

        assertThat(lesson.id()).isEqualTo("mine");
        assertThat(lesson.title().in(Locale.ENGLISH)).isEqualTo("One number");
        assertThat(lesson.title().in(Locale.JAPANESE)).isEqualTo("1 つの数");
        assertThat(lesson.minutes()).isEqualTo(5);
        assertThat(lesson.data()).isEqualTo("digits");
        assertThat(lesson.config().latent()).isEqualTo(2);
        assertThat(lesson.show())
                .containsExactly(
                        new Action.Open(Action.Panel.DECODE),
                        new Action.Arrange(MapLayout.BESIDE),
                        new Action.Draw(MapMethod.UNITS));
        Step first = lesson.steps().getFirst();
        assertThat(first.actions()).containsExactly(new Action.Train(10), new Action.Select(5));
        assertThat(first.epochs()).isEqualTo(10);
        MeasuredValue loss = MeasuredValue.parse("validation loss at 10");
        assertThat(first.question()).isEqualTo(new Question.Number(loss));
        assertThat(first.values())
                .containsExactlyInAnyOrder(
                        loss,
                        MeasuredValue.parse("10-NN of the run with latent 2"),
                        MeasuredValue.parse("validation loss at 1"));
        Step.Texts english = first.texts().in(Locale.ENGLISH);
        assertThat(english.title()).isEqualTo("The first epochs");
        assertThat(english.read())
                .containsExactly(new Block.Paragraph(List.of(
                        new Span.Words("An image is ", Span.Style.PLAIN),
                        new Span.Words("784", Span.Style.EMPHASIS),
                        new Span.Words(" numbers, and ", Span.Style.PLAIN),
                        new Span.Words("two", Span.Style.STRONG),
                        new Span.Words(" are left, as in ", Span.Style.PLAIN),
                        new Span.Words("784-2-784", Span.Style.CODE),
                        new Span.Words(".", Span.Style.PLAIN))));
        assertThat(english.watch())
                .containsExactly(
                        new Block.Item(1, List.of(new Span.Words("The curve.", Span.Style.PLAIN))),
                        new Block.Item(2, List.of(new Span.Words("The images.", Span.Style.PLAIN))));
        assertThat(first.texts().in(Locale.JAPANESE).read())
                .containsExactly(new Block.Paragraph(List.of(new Span.Words("1 枚の画像は784 個の数です。", Span.Style.PLAIN))));
        Step second = lesson.steps().getLast();
        assertThat(second.question()).isEqualTo(new Question.Choice(2, 1));
        assertThat(second.texts().in(Locale.JAPANESE).choices()).containsExactly("こちら", "あちら");
        assertThat(second.config().kind()).isEqualTo(ModelKind.TIED);
        assertThat(second.config().latent()).as("the header's, too").isEqualTo(2);
        assertThat(second.epochs()).as("of a run of its own").isEqualTo(3);
    }

    @Test
    void aLessonMayBeInOneLanguage() throws Problem {
        Lesson lesson = parse("""
                ---
                title: Short
                about: A.
                minutes: 1
                ---
                ## Only
                ### Read
                Text.
                """);

        Step.Texts texts = lesson.steps().getFirst().texts().in(Locale.JAPANESE);
        assertThat(texts.title()).isEqualTo("Only");
        assertThat(texts.read()).hasSize(1);
        assertThat(lesson.data()).isEqualTo("digits");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', commentCharacter = '¶', textBlock = """
            ---\\ntitle: One ~ title: One ~ 1 ~ begins with a line ---
            title: One number | 1 つの数 ~ title: One number | ~ 2 ~ “One number |” is not in both languages
            ## Tied | 重み共有 ~ ## | 重み共有 ~ 55 ~ is not in both languages
            ### Predict\\n\\nWhich ~ Predict\\n\\nWhich ~ 62 ~ this belongs to no section
            ### Read ~ #### Read ~ 19 ~ belongs to no section
            ## The first ~ # The first ~ 11 ~ this belongs to no step
            minutes: 5 ~ minutes: soon ~ 4 ~ whole number from 1 to 600, not “soon”
            minutes: 5 ~ minutes 5 ~ 4 ~ write key: value
            minutes: 5 ~ minutse: 5 ~ 4 ~ did you mean minutes?
            latent: 2 ~ latent: 999 ~ 6 ~ latent takes a whole number from 1 to 128, not “999”
            latent: 2 ~ latnet: 2 ~ 6 ~ did you mean latent?
            epochs: 30 ~ latent: 3 ~ 7 ~ stands in line 6 already
            show: panel decode ~ show: train 3 ~ 8 ~ show cannot train
            panel decode ~ panel decoder ~ 8 ~ “panel decoder” is nothing a lesson can do: write one of train N
            train 10, epoch ~ train ten, epoch ~ 14 ~ “ten” is no epoch: write a whole number from 1 to
            measure: validation loss ~ measure: valid loss ~ 15 ~ “valid loss” is not measured: write one of
            0.9 * validation ~ about validation ~ 16 ~ is not measured
            at 10 < 0.9 ~ at 10 = 0.9 ~ 16 ~ < or > between them
            do: train 10, epoch 5 ~ do: train 9, epoch 5 ~ 11 ~ the steps train this run to epoch 9 only
            ### Read ~ ### Rede ~ 19 ~ “Rede” is no section
            *784* ~ ![x](y.png) ~ 21 ~ shows paragraphs, lists
            *784* ~ {pixels} ~ 21 ~ known only once the step has been done
            It is {validation loss at 10} ~ It is {validation loss at 10 ~ 35 ~ without its other half
            It is {validation loss at 10} ~ It is {parameters at 10} ~ 35 ~ same after every epoch
            ### Watch ~ ### Predict ~ 28 ~ two sections Predict
            - [x] That ~ - That ~ 67 ~ every choice begins with [ ]
            - [ ] This ~ - [x] This ~ 67 ~ one can be right
            - [x] あちら ~ - [ ] あちら ~ 55 ~ the two languages differ
            ## Tied ~ Between.\\n\\n## The first epochs ~ 57 ~ another step is called
            model: tied ~ model: tight ~ 58 ~ model takes
            """)
    void saysWhereAMistakeIsAndWhatIsRight(String right, String wrong, int line, String said) {
        String text = LESSON.replaceFirst(
                Pattern.quote(right.strip().replace("\\n", "\n")),
                Matcher.quoteReplacement(wrong.strip().replace("\\n", "\n")));
        assertThat(text).isNotEqualTo(LESSON);

        assertThatThrownBy(() -> parse(text))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(new Messages(Locale.ENGLISH).text(problem.sentence()))
                                .startsWith("folder/mine.lesson.md, line " + line + ": ")
                                .contains(said.strip()));
    }

    @Test
    void numbersAListFromWhereItBegins() throws Problem {
        String text = LESSON.replace("1. The curve.", "0. The curve.")
                .replace("1. 曲線。", "- 曲線。")
                .replace("2. 画像", "- 画像");

        Bilingual<Step.Texts> texts = parse(text).steps().getFirst().texts();

        assertThat(numbers(texts.english())).containsExactly(0, 1);
        assertThat(numbers(texts.japanese())).containsExactly(Block.Item.BULLET, Block.Item.BULLET);
    }

    private static List<Integer> numbers(Step.Texts texts) {
        return texts.watch().stream()
                .map(block -> ((Block.Item) block).number())
                .toList();
    }

    @Test
    void linesMayEndAsOnAnySystem() throws Problem {
        assertThat(parse(LESSON.replace("\n", "\r\n"))).isEqualTo(parse(LESSON));
    }

    @Test
    void saysOfEmphasisWithinEmphasisWithoutEndThatItIsTooDeep() throws InterruptedException {
        String deep = "**a *b ".repeat(5000) + "c* d** ".repeat(5000);

        for (String place : List.of("How low?", "The first epochs")) {
            AtomicReference<String> said = new AtomicReference<>();
            // As deep as the stack is: systems differ.
            Thread reader = new Thread(
                    null, () -> said.set(said(() -> parse(LESSON.replace(place, deep)))), "reader", 512 << 10);
            reader.start();
            reader.join();
            assertThat(said.get())
                    .startsWith("folder/mine.lesson.md: its Markdown has too much within each other to be read");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', line 1: a lesson begins with a line ---", "' ', line 1: a lesson begins with a line ---"})
    void saysWhatIsMissingOfAnEmptyFile(String text, String said, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("empty.lesson.md"), text);

        assertThat(said(() -> LessonReader.read(file))).contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "Shift_JIS", "UTF-8 with a mark"})
    void saysOfOtherEncodingsThatItIsWrittenInUtf8(String encoding, @TempDir Path folder) throws IOException {
        boolean marked = encoding.startsWith("UTF-8");
        Path file = folder.resolve("mine.lesson.md");
        Files.write(
                file,
                marked
                        ? ("\ufeff" + LESSON).getBytes(StandardCharsets.UTF_8)
                        : LESSON.getBytes(Charset.forName(encoding)));

        assertThat(said(() -> LessonReader.read(file)))
                .startsWith(file.toString())
                .contains("UTF-8");
    }

    @Test
    void doesNotReadTenMegabytes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("large.lesson.md"), LESSON + "x ".repeat(5_000_000));

        assertThat(said(() -> LessonReader.read(file)))
                .startsWith(file.toString())
                .contains("1,000,000");
    }

    /** @return the one sentence by which a lesson is refused */
    private static String said(ThrowableAssert.ThrowingCallable reading) {
        Throwable thrown = catchThrowable(reading);
        assertThat(thrown).isInstanceOf(Problem.class);
        return new Messages(Locale.ENGLISH).text(((Problem) thrown).sentence());
    }

    @Test
    void aClaimFailsWhereTheRunIsOtherwise() throws Problem {
        MeasuredValue one = MeasuredValue.parse("validation loss at 1");
        MeasuredValue ten = MeasuredValue.parse("validation loss at 10");
        Claim claim = Claim.parse("validation loss at 10 < 0.5 * validation loss at 1");

        assertThat(claim.fails(Map.of(one, 0.4, ten, 0.1))).isFalse();
        assertThat(claim.fails(Map.of(one, 0.4, ten, 0.3))).isTrue();
        assertThat(claim.fails(Map.of(one, 0.4, ten, Double.NaN)))
                .as("not known")
                .isFalse();
        assertThat(Claim.parse("10-NN > 80 %").fails(Map.of(MeasuredValue.parse("10-NN"), 0.7)))
                .isTrue();
    }
}

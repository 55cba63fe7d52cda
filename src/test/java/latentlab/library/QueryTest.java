package latentlab.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import latentlab.data.DataRequest;
import latentlab.data.ImageShape;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.BranchedFrom;
import latentlab.run.file.RunAbout;
import latentlab.run.file.RunSamples;
import latentlab.run.findings.TestError;
import latentlab.text.Messages;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);

    private static final Entry DEEP = entry(
            "deep",
            RunAbout.NONE
                    .withName("Über Nacht")
                    .withNote("Better than before")
                    .withStar(true)
                    .withTags(new TreeSet<>(Set.of("good", "to do"))),
            "2026-11-02T12:00:00Z",
            TrainingConfig.DEFAULT
                    .with(Setting.HIDDEN, HiddenLayer.dense(1000, 500))
                    .withLearningRate(0.003)
                    .with(Setting.OPTIMISER, Optimiser.MOMENTUM)
                    .withLatent(30),
            0.01,
            50);
    private static final Entry TIED = entry(
            "tied",
            RunAbout.NONE,
            "2025-03-04T12:00:00Z",
            TrainingConfig.DEFAULT.withKind(ModelKind.TIED),
            Double.NaN,
            0);
    /** A branch of the first, and one of a run that is not there. */
    private static final List<Entry> BRANCHES = List.of(branch("on", "id-of-deep"), branch("orphan", "id-of-gone"));

    private static final Entry TORN = new Entry(
            Path.of("torn.latentlab"), 9, FileTime.fromMillis(0), null, Sentence.of("run.file.damaged", "torn"));

    private static final List<Entry> ALL = List.of(DEEP, TIED, TORN);

    private static Entry branch(String file, String parent) {
        return entry(
                file, RunAbout.NONE, "2026-11-03T12:00:00Z", TrainingConfig.DEFAULT, 1, 9, new BranchedFrom(parent, 4));
    }

    private static Entry entry(
            String file, RunAbout about, String created, TrainingConfig config, double best, int epochs) {
        return entry(file, about, created, config, best, epochs, null);
    }

    private static Entry entry(
            String file,
            RunAbout about,
            String created,
            TrainingConfig config,
            double best,
            int epochs,
            BranchedFrom from) {
        RunSummary run = new RunSummary(
                "id-of-" + file,
                about,
                Instant.parse(created),
                config,
                Sentence.of("view.data.digits"),
                DataRequest.of("digits"),
                epochs,
                best,
                Double.isNaN(best) ? -1 : 7,
                Double.isNaN(best) ? null : new TestError(best),
                List.of(),
                epochs * 2.0,
                new RunSamples(ImageShape.grey(1, 1), List.of()),
                from);
        return new Entry(Path.of(file + ".latentlab"), epochs + 1, FileTime.fromMillis(0), run, null);
    }

    private static String found(String typed) {
        Query query = new Query(typed, ENGLISH::text, ALL);
        return String.join(
                " ",
                Stream.of(DEEP, TIED, TORN)
                        .filter(query::matches)
                        .map(each -> each.file().toString().replace(".latentlab", ""))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "branch | on orphan",
                "parent:nacht | on",
                "parent:ID-OF-GONE | orphan",
                "parent!=nacht branch | orphan",
                "parent:gone | ''",
                "\"branch\" | ''"
            })
    void findsBranchesByTheRunTheyLeft(String typed, String expected) {
        Query query = new Query(typed, ENGLISH::text, ALL);
        assertThat(BRANCHES.stream().filter(query::matches).map(Entry::name))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    private static List<String> remarks(String typed) {
        return new Query(typed, ENGLISH::text, ALL)
                .notUnderstood().stream().map(ENGLISH::text).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | deep tied torn",
                "torn | torn",
                "built | deep tied",
                "ÜBER nacht | deep",
                "nacht über | deep",
                "\"nacht über\" | ''",
                "“über nacht” | deep",
                "'\"über' | deep",
                "better | deep",
                "id-of-tied | tied",
                "1000-500 | deep",
                "latent=30 | deep",
                "ｌａｔｅｎｔ＝３０ | deep",
                "latent:20 | tied",
                "latent!=30 | tied",
                "latent>=20 latent<25 | tied",
                "latent≥21 | deep",
                "lr<0.01 | deep",
                "lr<=.01 | deep tied",
                "model:tied | tied",
                "model=TIED | tied",
                "hidden=1000-500 | deep",
                "momentum=0.9 | deep",
                "shuffle=false | deep tied",
                "star | deep",
                "\"star\" | ''",
                "tag:good | deep",
                "tag=goo | ''",
                "tag:\"to do\" star | deep",
                "tag!=good | tied",
                "name:nacht | deep",
                "note:before | deep",
                "data:digits | deep tied",
                "data:mnist | ''",
                "best<0.02 | deep",
                "best!=1 | deep",
                "mse<0.011 | deep",
                "mse>=0 | deep",
                "psnr>19.9 | deep",
                "psnr>20.1 | ''",
                "trained>=50 | deep",
                "trained<50 | tied",
                "seconds>99 | deep",
                "date=2026 | deep",
                "date<2026-11 | tied",
                "date>=2026-11-02 | deep",
                "date>2026-11 | ''",
                "foo=1 | ''",
                "latent=30 star tag:good nacht | deep"
            })
    void finds(String typed, String expected) {
        assertThat(found(typed)).as(typed).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "words only",
                "latent=20 lr<0.01 model:tied star tag:good",
                "a/b=c",
                "\"foo=1\"",
                "=",
                "12:30"
            })
    void understands(String typed) {
        assertThat(remarks(typed)).isEmpty();
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThat(remarks("foo=1"))
                .containsExactly(
                        "There is nothing called “foo”, so it is looked for as text: write the name of a setting,"
                                + " such as latent or lr, or one of tag, name, note, data, parent, best, mse,"
                                + " psnr, trained, seconds, date.");
        assertThat(remarks("lr<much star"))
                .containsExactly("Learning rate: much does not go; choose a number from 0.0001 to 1.");
        assertThat(remarks("loss<0.1 model>tied"))
                .containsExactly(
                        "loss knows no less and no more, so it is looked for as text: ask for = or !=. The best"
                                + " validation loss is called best.",
                        "model knows no less and no more, so it is looked for as text: ask for = or !=. The best"
                                + " validation loss is called best.");
        assertThat(remarks("best<low")).containsExactly("“low” is no number for best, so it is looked for as text.");
        assertThat(remarks("date=yesterday"))
                .containsExactly(
                        "“yesterday” is no date, so it is looked for as text: write 2026-11-29, 2026-11 or" + " 2026.");
    }

    @Test
    void whatIsNotUnderstoodIsLookedForAsText() {
        Entry odd = entry("foo=1", RunAbout.NONE, "2026-01-01T00:00:00Z", TrainingConfig.DEFAULT, 1, 1);
        assertThat(new Query("foo=1", ENGLISH::text, ALL).matches(odd)).isTrue();
    }

    @Test
    void dataAreFoundByTheNameThatIsShown() {
        Messages japanese = new Messages(Locale.JAPANESE);
        String name = japanese.text(Sentence.of("view.data.digits"));
        assertThat(new Query(name, japanese::text, ALL).matches(TIED)).isTrue();
        assertThat(new Query(name, ENGLISH::text, ALL).matches(TIED)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, deep tied torn",
        "LOSS, deep tied torn",
        "EPOCHS, deep tied torn",
        "NAME, tied torn deep",
        "SIZE, deep torn tied"
    })
    void sorts(SortOrder order, String expected) {
        assertThat(Stream.of(TORN, TIED, DEEP)
                        .sorted(order.comparator(Locale.ENGLISH))
                        .map(each -> each.file().toString().replace(".latentlab", ""))
                        .toList())
                .containsExactly(expected.split(" "));
    }
}

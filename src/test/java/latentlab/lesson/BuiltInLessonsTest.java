package latentlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import latentlab.data.Dataset;
import latentlab.data.digits.BuiltInDigits;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.Run;
import latentlab.run.RunEvent;
import latentlab.run.RunKeeper;
import latentlab.run.RunState;
import latentlab.run.TrainingService;
import latentlab.run.store.Scratch;
import latentlab.text.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lessons that come with the program, done on the built-in digits: what they claim is so. */
class BuiltInLessonsTest {
    private static final Dataset DIGITS = BuiltInDigits.create(Progress.NONE);

    @TempDir
    private Path scratch;

    private final BlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();
    private final Map<TrainingConfig, Run> runs = new HashMap<>();
    private TrainingService service;

    @BeforeEach
    void start() {
        service = new TrainingService(new Scratch(scratch), RunKeeper.NONE, events::add);
    }

    @AfterEach
    void stop() {
        service.close();
        service.runs().close();
    }

    /** All runs of all lessons in one test, since several lessons are about the same run. */
    @Test
    void whatTheyClaimIsSo() throws InterruptedException {
        for (Lesson lesson : BuiltInLessons.all()) {
            List<Run> trained = new ArrayList<>();
            for (Step step : lesson.steps()) {
                if (step.comparesMaps()) {
                    for (long latent : new long[] {2, 20}) {
                        trained.add(run(TrainingConfig.DEFAULT.withLatent(Math.toIntExact(latent)), 50));
                    }
                } else {
                    trained.add(run(step.config(), step.epochs()));
                }
                Map<MeasuredValue, Double> values =
                        new RunValues(trained.getLast(), trained).of(step.values(), () -> true);
                String where = lesson.id() + ": " + step.texts().english().title();
                assertThat(values).as("%s: all is known", where).isNotNull();
                assertThat(values.values()).as("%s: %s", where, values).noneMatch(value -> value.isNaN());
                for (Claim claim : step.claims()) {
                    assertThat(claim.fails(values))
                            .as("%s: %s, but %s", where, claim, said(values))
                            .isFalse();
                }
            }
        }
        assertThat(run(TrainingConfig.DEFAULT, 30).history().get(30).validLoss())
                .as("what the lesson of two units says of 20, before it can measure that")
                .isBetween(0.0355, 0.0365);
    }

    private static String said(Map<MeasuredValue, Double> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey().text() + " = " + each.getValue())
                .toList()
                .toString();
    }

    /** @return the run with this configuration, with as many epochs at least */
    private Run run(TrainingConfig config, int epochs) throws InterruptedException {
        TrainingConfig wanted = config.withEpochs(60);
        Run known = runs.get(wanted);
        if (known != null && known.history().size() > epochs) {
            return known;
        }
        runs.remove(wanted);
        String id = service.open(DIGITS, wanted, null);
        await(event -> event instanceof RunEvent.Opened opened && opened.run().equals(id));
        if (epochs > 0) {
            service.trainUntil(epochs);
            await(event -> event instanceof RunEvent.StateChanged changed
                    && changed.run().equals(id)
                    && changed.state() == RunState.FINISHED);
        }
        Run run = service.runs().get(id);
        runs.put(wanted, run);
        return run;
    }

    private void await(Predicate<RunEvent> wanted) throws InterruptedException {
        RunEvent event;
        do {
            event = events.poll(120, TimeUnit.SECONDS);
            assertThat(event).as("what the service tells").isNotNull();
        } while (!wanted.test(event));
    }

    @Test
    void eachIsInBothLanguagesAndAsksSomethingInEveryStep() {
        List<Lesson> all = BuiltInLessons.all();
        assertThat(all).hasSizeGreaterThanOrEqualTo(6);
        assertThat(all.stream().map(Lesson::id)).doesNotHaveDuplicates();
        for (Lesson lesson : all) {
            assertThat(lesson.title().english()).isNotEqualTo(lesson.title().japanese());
            assertThat(lesson.data()).as("offline").isEqualTo("digits");
            for (Step step : lesson.steps()) {
                String where =
                        lesson.id() + ": " + step.texts().in(Locale.ENGLISH).title();
                assertThat(step.question()).as(where).isNotNull();
                assertThat(Stream.of(step.texts().english(), step.texts().japanese()))
                        .as(where)
                        .doesNotContainNull();
                assertThat(step.texts().english().title())
                        .as(where)
                        .isNotEqualTo(step.texts().japanese().title());
            }
        }
    }
}

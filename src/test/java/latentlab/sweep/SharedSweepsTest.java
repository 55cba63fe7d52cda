package latentlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import latentlab.MadeUpImages;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.file.RunFile;
import latentlab.run.follow.Training;
import latentlab.run.store.Scratch;
import latentlab.text.Sentence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two windows have the sweeps of one library, whose files may go; what was cancelled can be taken back. */
class SharedSweepsTest {
    private static final Dataset DATA = MadeUpImages.dataset(60, 6, 5);

    @TempDir
    Path folder;

    private final List<Opened> opened = new ArrayList<>();

    /** As a window has one. */
    private final class Opened implements SweepQueue.Listener {
        final BlockingQueue<String> changes = new LinkedBlockingQueue<>();
        final List<SweepLook> offered = new ArrayList<>();
        final List<Sentence> told = Collections.synchronizedList(new ArrayList<>());
        final SweepQueue queue;

        Opened() {
            queue = new SweepQueue(folder.resolve("runs"), (_, _) -> DATA, new Scratch(folder), this);
            queue.open(offered::addAll);
            opened.add(this);
        }

        @Override
        public void changed() {
            changes.add("changed");
        }

        @Override
        public void told(Sentence what) {
            told.add(what);
        }

        List<SweepLook> until(Predicate<List<SweepLook>> holds) throws InterruptedException {
            while (true) {
                List<SweepLook> now = queue.look();
                if (holds.test(now)) {
                    return now;
                }
                changes.take();
            }
        }

        List<String> names() {
            return queue.look().stream().map(SweepLook::name).toList();
        }

        SweepLook sweep(String name) {
            return queue.look().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @AfterEach
    void close() {
        opened.forEach(each -> each.queue.close());
    }

    private static Plan plan(int epochs, String sizes) {
        return new Plan(
                DataRequest.of("digits"),
                TrainingConfig.DEFAULT.withBatch(8).withEpochs(epochs).withShuffle(true),
                List.of(Swept.parse(Setting.LATENT, sizes)),
                1,
                Design.GRID,
                0);
    }

    private Path place(String name) {
        return folder.resolve("runs").resolve(name);
    }

    private static List<Integer> numbers(SweepLook sweep, TrialLook.State state) {
        return sweep.trials().stream()
                .filter(each -> each.state() == state)
                .map(each -> each.trial().number())
                .toList();
    }

    /** Sweeps that nobody trains. */
    private void keep(String... names) throws Exception {
        Opened first = new Opened();
        first.queue.hold(true);
        for (String each : names) {
            first.queue.add(each, plan(4, "2,3,4"), 1, false);
        }
        first.queue.close();
    }

    @Test
    void whatEitherWindowCancelsAndMovesIsKept() throws Exception {
        keep("a", "b", "c");
        Opened one = new Opened();
        Opened other = new Opened();
        one.until(all -> all.size() == 3);
        other.until(all -> all.size() == 3);
        one.queue.cancel(place("a"), 1);
        one.queue.move(place("c"), -1);
        one.queue.close();
        other.queue.cancel(place("a"), 2);
        other.queue.add("d", plan(4, "2"), 1, false);
        other.queue.pause(place("d"));
        other.queue.close();
        Opened again = new Opened();
        again.until(all -> all.size() == 4);
        assertThat(again.names()).containsExactly("a", "c", "b", "d");
        assertThat(numbers(again.sweep("a"), TrialLook.State.CANCELLED)).containsExactly(1, 2);
    }

    @Test
    void whatAnotherWindowDoesIsSeenOnceSomebodyLooks() throws Exception {
        keep("a", "b");
        Opened one = new Opened();
        Opened other = new Opened();
        one.until(all -> all.size() == 2);
        other.until(all -> all.size() == 2);
        one.queue.hold(true);
        one.queue.add("new", plan(4, "2"), 1, false);
        one.queue.cancel(place("a"), 3);
        one.queue.remove(place("b"));
        one.queue.move(place("new"), -1);
        one.queue.close();
        other.queue.refresh();
        other.until(all -> all.getFirst().name().equals("new"));
        assertThat(other.names()).containsExactly("new", "a");
        assertThat(numbers(other.sweep("a"), TrialLook.State.CANCELLED)).containsExactly(3);
        assertThat(other.sweep("new").state()).isEqualTo(SweepLook.State.PAUSED);
        other.queue.goOn(place("new"));
        other.until(all -> all.getFirst().state() == SweepLook.State.ENDED);
        other.queue.close();
        Path file = folder.resolve("runs").resolve("sweeps.json");
        assertThat(Files.readString(file)).contains("\"folder\":\"new\"").doesNotContain("\"folder\":\"b\"");
    }

    @Test
    void whatAnotherWindowTrainsIsSaidAndNotOffered() throws Exception {
        Opened one = new Opened();
        one.queue.add("long", plan(100_000, "2,3"), 1, false);
        one.until(all -> all.getFirst().trials().getFirst().done() > 0);
        Opened other = new Opened();
        other.until(all -> !all.isEmpty());
        assertThat(other.sweep("long").state()).isEqualTo(SweepLook.State.ELSEWHERE);
        one.queue.pause(place("long"));
        one.until(_ -> !one.queue.training());
        other.queue.refresh();
        int done = one.sweep("long").trials().getFirst().done();
        other.until(all -> all.getFirst().state() == SweepLook.State.PAUSED
                && all.getFirst().trials().getFirst().done() == done);
        other.queue.close();
        assertThat(other.offered).isEmpty();
    }

    @Test
    void oneThatAnotherWindowTrainsIsPassedOverUntilThatIsDone() throws Exception {
        keep("first", "second");
        Opened one = new Opened();
        one.until(all -> all.size() == 2);
        Opened other = new Opened();
        other.until(all -> all.size() == 2);
        // As somebody holds it who trains it.
        PlanFile held =
                PlanFile.hold(place("first"), plan(4, "2,3,4"), plan(4, "2,3,4").trials());
        one.queue.goOn(place("first"));
        one.queue.goOn(place("second"));
        one.until(all -> all.getLast().state() == SweepLook.State.ENDED);
        assertThat(one.sweep("first").state()).as("no fault").isEqualTo(SweepLook.State.ELSEWHERE);
        one.until(_ -> !one.queue.training());
        held.close();
        one.queue.refresh();
        one.until(all -> all.getFirst().state() == SweepLook.State.ENDED);
    }

    @Test
    void aCancelledTrialIsTakenBackAndGoesOnToTheSameNumbers() throws Exception {
        Opened one = new Opened();
        one.queue.add("first", plan(600, "2,3"), 1, false);
        one.until(all -> all.getFirst().trials().getFirst().done() > 0);
        one.queue.cancel(place("first"), 1);
        one.queue.takeBack(place("first"), 1);
        assertThat(numbers(one.sweep("first"), TrialLook.State.WAITING)).endsWith(1);
        one.queue.cancel(place("first"), 2);
        one.until(all -> all.getFirst().state() == SweepLook.State.ENDED);
        assertThat(numbers(one.sweep("first"), TrialLook.State.FINISHED)).containsExactly(1);
        try (RunFile saved = RunFile.open(place("first").resolve("1_latent=2.latentlab"));
                Training alone = new Training(new Scratch(folder))) {
            alone.follow(DATA, saved.config(), _ -> {}, () -> {});
            assertThat(saved.history().getLast().validLoss())
                    .isEqualTo(alone.run().history().getLast().validLoss());
        }
        one.queue.takeBack(place("first"));
        one.until(all -> all.getFirst().state() == SweepLook.State.ENDED);
        assertThat(numbers(one.sweep("first"), TrialLook.State.FINISHED)).containsExactly(1, 2);
    }

    /** Whoever deletes the file of a trial does not want it again. */
    @Test
    void aFinishedTrialWhoseFileIsGoneIsNotTrainedAgain() throws Exception {
        Opened window = new Opened();
        window.queue.add("first", plan(3, "2,3,4"), 1, false);
        window.queue.cancel(place("first"), 3);
        window.until(all -> all.stream().allMatch(each -> each.state() == SweepLook.State.ENDED));
        Path gone = place("first").resolve("1_latent=2.latentlab");
        Files.delete(gone);
        window.queue.close();
        window = new Opened();
        window.until(all -> !all.isEmpty());
        assertThat(window.queue.look().getFirst().state()).isEqualTo(SweepLook.State.ENDED);
        window.queue.close();
        // As of a program that has not yet said so: what else is open is trained, and nothing again.
        Path file = folder.resolve("runs").resolve("sweeps.json");
        Files.writeString(file, Files.readString(file).replace("\"cancelled\":[3]", "\"cancelled\":[]"));
        window = new Opened();
        window.until(all -> !all.isEmpty());
        assertThat(window.queue.uses(place("first").resolve("2_latent=3.latentlab")))
                .as("a finished trial of a sweep that goes on")
                .isTrue();
        window.queue.goOn(place("first"));
        window.until(all -> all.stream().allMatch(each -> each.state() == SweepLook.State.ENDED));
        assertThat(numbers(window.queue.look().getFirst(), TrialLook.State.FINISHED))
                .containsExactly(1, 2, 3);
        assertThat(window.queue.look().getFirst().share()).isEqualTo(1);
        assertThat(place("first").resolve("3_latent=4.latentlab")).exists();
        assertThat(gone).doesNotExist();
    }

    @Test
    void aQueueOfAnOlderVersionGoesByTheFiles() throws Exception {
        Opened window = new Opened();
        window.queue.add("first", plan(3, "2,3"), 1, false);
        window.until(all -> all.stream().allMatch(each -> each.state() == SweepLook.State.ENDED));
        window.queue.close();
        Path file = folder.resolve("runs").resolve("sweeps.json");
        String text = Files.readString(file);
        assertThat(text).contains(",\"finished\":[1,2]");
        Files.writeString(file, text.replace(",\"finished\":[1,2]", ""));
        Files.delete(place("first").resolve("2_latent=3.latentlab"));
        window = new Opened();
        window.until(all -> !all.isEmpty());
        assertThat(window.told).isEmpty();
        assertThat(numbers(window.queue.look().getFirst(), TrialLook.State.FINISHED))
                .containsExactly(1);
        assertThat(numbers(window.queue.look().getFirst(), TrialLook.State.WAITING))
                .containsExactly(2);
    }

    /** While what is in the file is read; without its plan, what is there is more than what is known here. */
    @Test
    void aSweepTakenOffMeanwhileIsNotTakenInAgain() throws Exception {
        keep("first");
        Files.delete(place("first").resolve("plan.json"));
        List<QueuedSweep> sweeps = new ArrayList<>() {
            private int reads;

            @Override
            public Stream<QueuedSweep> stream() {
                // The first is of what is to be written.
                if (reads++ == 1) {
                    clear();
                }
                return super.stream();
            }
        };
        SharedSweeps shared = new SharedSweeps(folder.resolve("runs"), sweeps, sweeps, new Opened());
        shared.open();
        assertThat(sweeps).hasSize(1);
        shared.write();
        assertThat(sweeps).isEmpty();
        shared.write();
        assertThat(Files.readString(folder.resolve("runs").resolve("sweeps.json")))
                .doesNotContain("first");
    }
}

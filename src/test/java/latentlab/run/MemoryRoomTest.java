package latentlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.Locale;
import latentlab.MadeUpImages;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.RunSize;
import latentlab.text.Messages;
import latentlab.text.Problem;
import org.junit.jupiter.api.Test;

class MemoryRoomTest {
    private static final long GIGA = 1L << 30;
    /** 25 million parameters, 4 GB outside the heap and one inside. */
    private static final RunSize SIZE = new RunSize(25_000_000, 25_000_000, 4 * GIGA, GIGA, 100 << 20, 51);

    private static final MemoryRoom ENOUGH = new MemoryRoom(2 * GIGA, 8 * GIGA, 8 * GIGA);

    private static String refusal(MemoryRoom room, RunSize size, long givenBack) {
        Problem problem = catchThrowableOfType(Problem.class, () -> room.check(size, givenBack));
        return problem == null ? null : new Messages(Locale.ENGLISH).text(problem.sentence());
    }

    @Test
    void whatFitsIsAllowedWithoutAWord() {
        assertThat(refusal(ENOUGH, SIZE, 0)).isNull();
        assertThat(ENOUGH.tight(SIZE, 0)).isNull();
    }

    @Test
    void whatDoesNotFitIsRefusedWithNumbersAndAWayOut() {
        assertThat(refusal(new MemoryRoom(GIGA / 2, 8 * GIGA, 8 * GIGA), SIZE, 0))
                .contains("25,000,000 parameters", "1.0 GB of the Java heap", "512 MB are free", "-Xmx");
        assertThat(refusal(new MemoryRoom(2 * GIGA, 3 * GIGA, 8 * GIGA), SIZE, 0))
                .contains("4.0 GB of memory outside the Java heap", "3.0 GB are allowed", "smaller batch", "-Xmx");
        assertThat(refusal(new MemoryRoom(2 * GIGA, 8 * GIGA, 3 * GIGA), SIZE, 0))
                .contains("4.0 GB of memory", "this computer has 3.0 GB", "fewer units")
                .doesNotContain("-Xmx");
        RunSize beyond = new RunSize(3_000_000_000L, 3_000_000_000L, 1, 1, 1, 1);
        assertThat(refusal(ENOUGH, beyond, 0)).contains("3,000,000,000 numbers", "2,147,483,639", "smaller batch");
    }

    @Test
    void whatTheRunBeforeGivesBackCounts() {
        MemoryRoom room = new MemoryRoom(2 * GIGA, 3 * GIGA, 8 * GIGA);
        assertThat(refusal(room, SIZE, 2 * GIGA)).isNull();
    }

    @Test
    void whatFitsBarelyIsWarnedOf() {
        String words = new Messages(Locale.ENGLISH).text(new MemoryRoom(2 * GIGA, 8 * GIGA, 5 * GIGA).tight(SIZE, 0));
        assertThat(words).contains("tight", "4.0 GB of the 5.0 GB", "Fewer units");
        assertThat(new MemoryRoom(GIGA + GIGA / 8, 8 * GIGA, 8 * GIGA).tight(SIZE, 0))
                .isNotNull();
    }

    @Test
    void theMostThatCanBeAskedForIsRefusedHereAndNow() {
        TrainingConfig most =
                TrainingConfig.DEFAULT.with(Setting.HIDDEN, Collections.nCopies(6, new HiddenLayer.Dense(2048)));
        Problem problem =
                catchThrowableOfType(Problem.class, () -> MemoryRoom.check(most, MadeUpImages.dataset(10, 512, 512)));
        assertThat(new Messages(Locale.ENGLISH).text(problem.sentence())).contains("1,116,053,524", "parameters", "GB");
        assertThatCode(() -> MemoryRoom.check(TrainingConfig.DEFAULT, MadeUpImages.dataset(10, 28, 28)))
                .doesNotThrowAnyException();
    }

    @Test
    void aMapOfMoreThanThereIsRoomForIsRefused() {
        Problem problem = catchThrowableOfType(Problem.class, () -> MemoryRoom.checkMap(1_000_000, 262_144));
        assertThat(new Messages(Locale.ENGLISH).text(problem.sentence())).contains("1,000,000 points", "GB");
        assertThatCode(() -> MemoryRoom.checkMap(1000, 784)).doesNotThrowAnyException();
    }
}

package latentlab.view.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import latentlab.engine.training.EpochResult;
import latentlab.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);

    /** Epoch 0, then epochs that took these seconds. */
    private static List<EpochResult> history(DoubleStream seconds) {
        return DoubleStream.concat(DoubleStream.of(1e6), seconds)
                .mapToObj(each -> new EpochResult(0, 0, 0, each, 0.01))
                .toList();
    }

    @Test
    void fiveLongEpochsTell() {
        assertThat(Pace.of(history(DoubleStream.of(100, 4, 6, 5, 5, 5))).seconds())
                .isEqualTo(5);
        assertThat(Pace.of(history(DoubleStream.of(3))).seconds()).isEqualTo(3);
    }

    @Test
    void epochsOfMillisecondsAreTakenTogetherForTwoSeconds() {
        // Every other takes three times as long; a pause of the computer before does not matter.
        DoubleStream seconds = DoubleStream.iterate(0.002, each -> each == 0.002 ? 0.006 : 0.002)
                .limit(1001);
        assertThat(Pace.of(history(DoubleStream.concat(DoubleStream.of(60), seconds)))
                        .seconds())
                .isCloseTo(0.004, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 100.0 epochs/s",
        "0.32, 3.1 epochs/s",
        "1, 1.0 epochs/s",
        "1.26, 1.3 s/epoch",
        "41, 41.0 s/epoch",
    })
    void isToldByTheLargerOfTwoNumbers(double seconds, String told) {
        assertThat(ENGLISH.text(new Pace(seconds).speed())).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s left",
        "11, 11 s left",
        "99, 99 s left",
        "100, 2 min left",
        "600, 10 min left",
        "5900, 99 min left",
        "7200, 2 h left",
        "20000, 6 h left",
    })
    void whatIsLeftIsInAUnitPeopleCanFeel(int epochs, String told) {
        assertThat(ENGLISH.text(new Pace(1).left(epochs))).isEqualTo(told);
    }
}

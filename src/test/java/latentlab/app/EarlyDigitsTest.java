package latentlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import latentlab.data.DataLoader;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.digits.BuiltInDigits;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;

class EarlyDigitsTest {
    private static final DataRequest DIGITS = DataRequest.of(BuiltInDigits.ORIGIN);

    @Test
    void areTheDigitsThatAnybodyGets() throws Exception {
        DataLoader loader = EarlyDigits.loader(DIGITS);

        assertSame(loader.load(DIGITS, Progress.NONE));
        // These are written when they are asked for.
        assertSame(loader.load(DIGITS, Progress.NONE));
    }

    @Test
    void areThereWhenOtherDataCameFirst() throws Exception {
        DataLoader loader = EarlyDigits.loader(DataRequest.of("shapes"));

        assertSame(loader.load(DIGITS, Progress.NONE));
    }

    @Test
    void whoGivesUpWaitingForThemGetsThemTheNextTime() throws Exception {
        DataLoader loader = EarlyDigits.loader(DIGITS);

        assertThatThrownBy(() -> loader.load(DIGITS, (_, _) -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);

        assertSame(loader.load(DIGITS, Progress.NONE));
    }

    private static void assertSame(Dataset digits) {
        Dataset expected = BuiltInDigits.create(Progress.NONE);
        assertThat(digits.train().labels()).isEqualTo(expected.train().labels());
        assertThat(digits.train().pixels()).isEqualTo(expected.train().pixels());
        assertThat(digits.test().pixels()).isEqualTo(expected.test().pixels());
    }
}

package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import latentlab.text.Progress;

/** Work that is cancelled at one of its reports: it ends there, and reports no more. */
public final class Cancelled {
    private Cancelled() {}

    /** Whatever reports progress. */
    public interface Work {
        void run(Progress progress) throws Exception;
    }

    /** @param report at which it is cancelled, from 0 on */
    public static void at(int report, Work work) {
        int[] reports = {0};
        assertThatThrownBy(() -> work.run((_, _) -> {
                    if (reports[0]++ >= report) {
                        throw new CancellationException();
                    }
                }))
                .as("cancelled at report %s", report)
                .isInstanceOf(CancellationException.class);
        assertThat(reports[0]).isEqualTo(report + 1);
    }
}

package latentlab.measure.window;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the window does of its own: time on the processor, which unlike the time by the clock hardly depends on what
 * other programs do.
 */
final class OwnTime {
    private OwnTime() {}

    /** @return processor time of all threads there are that do not train */
    static double seconds() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
                        .filter(Objects::nonNull)
                        .filter(each -> !trains(each))
                        .mapToLong(each -> Math.max(0, threads.getThreadCpuTime(each.getThreadId())))
                        .sum()
                * 1e-9;
    }

    private static boolean trains(ThreadInfo thread) {
        return thread.getThreadName().equals("training")
                || thread.getThreadName().startsWith("worker-");
    }
}

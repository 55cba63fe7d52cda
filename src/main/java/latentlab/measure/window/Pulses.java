package latentlab.measure.window;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;

/** The start times of the user interface's pulses, of which there should be sixty a second. */
final class Pulses {
    private static final double PERIOD = 1 / 60.0;

    private final List<Double> lateness = new ArrayList<>();

    private Pulses() {}

    /** Records for some nanoseconds. Call it on the user interface's thread. */
    static CompletableFuture<Pulses> record(long nanos) {
        CompletableFuture<Pulses> recorded = new CompletableFuture<>();
        Pulses pulses = new Pulses();
        long start = System.nanoTime();
        new AnimationTimer() {
            private long last = start;

            @Override
            public void handle(long time) {
                long now = System.nanoTime();
                pulses.lateness.add(Math.max(0, (now - last) * 1e-9 - PERIOD));
                last = now;
                if (now - start > nanos) {
                    stop();
                    Collections.sort(pulses.lateness);
                    recorded.complete(pulses);
                }
            }
        }.start();
        return recorded;
    }

    /**
     * @param share of the pulses, 0 to 1
     * @return the seconds of delay that this share of the pulses did not exceed
     */
    double lateness(double share) {
        return lateness.get((int) Math.ceil(share * lateness.size()) - 1);
    }
}

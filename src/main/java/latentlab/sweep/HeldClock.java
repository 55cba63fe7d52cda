package latentlab.sweep;

/** A clock that stands while trials are held back. For one thread at a time. */
final class HeldClock {
    private boolean held;
    private long since;
    private long standing;

    boolean held() {
        return held;
    }

    void hold(boolean back) {
        long now = System.nanoTime();
        standing += held ? now - since : 0;
        since = now;
        held = back;
    }

    /** @return nanoseconds in which nothing was held back */
    long nanos() {
        return (held ? since : System.nanoTime()) - standing;
    }
}

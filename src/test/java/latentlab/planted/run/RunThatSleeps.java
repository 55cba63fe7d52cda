package latentlab.planted.run;

/** Waits for time to pass instead of for what it waits for. */
final class RunThatSleeps {
    void await() throws InterruptedException {
        Thread.sleep(100);
    }
}

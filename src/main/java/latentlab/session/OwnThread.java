package latentlab.session;

/** The first thread that asks: what belongs to one thread asserts that it is used there alone. */
final class OwnThread {
    private Thread owner;

    boolean isThis() {
        if (owner == null) {
            owner = Thread.currentThread();
        }
        return owner == Thread.currentThread();
    }
}

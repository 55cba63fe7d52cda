package latentlab.planted.app;

/** Asks the composition root for help. */
public final class WindowThatKnowsTheApp {
    App app;
}

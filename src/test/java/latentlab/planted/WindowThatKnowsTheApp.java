package latentlab.planted;

/** Asks the composition root for help. */
public final class WindowThatKnowsTheApp {
    App app;
}

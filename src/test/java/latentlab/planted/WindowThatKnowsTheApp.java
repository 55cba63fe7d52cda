package latentlab.planted;

/** Asks the composition root for help. */
final class WindowThatKnowsTheApp {
    App app;
}

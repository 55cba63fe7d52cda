package latentlab.cli;

import latentlab.cli.terminal.ProgressLine;
import latentlab.cli.terminal.Screen;
import latentlab.natives.NativeLibraries;
import latentlab.text.Messages;
import latentlab.text.Problem;

/** Loads what a command computes with; at the first start that takes seconds and hundreds of megabytes, and is said. */
final class NativeLoading {
    private NativeLoading() {}

    /** @throws Problem if it cannot be loaded */
    static void load(Screen screen, Messages messages, ProgressLine progress) throws Problem {
        boolean[] said = {screen.lively()};
        NativeLibraries.load((fraction, what) -> {
            if (!said[0]) {
                said[0] = true;
                screen.err().println(messages.text(what));
            }
            progress.report(fraction, what);
        });
        progress.clear();
    }
}

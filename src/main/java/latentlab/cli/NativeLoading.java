package latentlab.cli;

import latentlab.cli.terminal.ProgressLine;
import latentlab.cli.terminal.Screen;
import latentlab.natives.NativeLibraries;
import latentlab.text.Messages;
import latentlab.text.Problem;

/**
 * Loads the native libraries a command computes with, and shows progress: at the first start, unpacking them takes
 * seconds and hundreds of megabytes.
 */
public final class NativeLoading {
    private NativeLoading() {}

    /** @throws Problem if they cannot be loaded */
    public static void load(Screen screen, Messages messages, ProgressLine progress) throws Problem {
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

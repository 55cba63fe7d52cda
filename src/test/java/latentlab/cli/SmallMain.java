package latentlab.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import latentlab.cli.terminal.Screen;
import latentlab.data.DataLoader;
import latentlab.data.SmallDatasets;
import latentlab.measure.WindowProbe;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** The program in a process of its own, with small data and without a window. */
final class SmallMain {
    private SmallMain() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        // As the program has it, which keeps a log.
        Logger.getLogger("").setLevel(Level.WARNING);
        DataLoader loader = (origin, progress) -> SmallDatasets.of(2_000, 20, 28, 28);
        WindowOpener window = _ -> Sentence.of("cli.nodisplay");
        WindowProbe probe = (_, _, _, _) -> {
            throw Problem.of("measure.window.failed");
        };
        System.exit(new CommandLineInterface(Screen.ofProcess(), loader, window, probe).run(arguments));
    }
}

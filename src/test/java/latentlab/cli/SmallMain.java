package latentlab.cli;

import latentlab.data.SmallDatasets;
import latentlab.text.Sentence;

/** The program in a process of its own, with small data and without a window. */
final class SmallMain {
    private SmallMain() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        DataLoader loader = (origin, progress) -> SmallDatasets.of(2_000, 20, 28, 28);
        System.exit(
                new CommandLineInterface(Screen.ofProcess(), loader, _ -> Sentence.of("cli.nodisplay")).run(arguments));
    }
}

package latentlab.cli;

import latentlab.text.Problem;
import latentlab.text.Sentence;

/** Opens the window. */
@FunctionalInterface
public interface WindowOpener {
    /**
     * @return null after the window has been closed again; the reason if no window can be opened
     * @throws Problem if nothing else can be done either
     */
    Sentence open(WindowArguments arguments) throws Problem;
}

package latentlab.cli;

import latentlab.text.Problem;
import latentlab.text.Sentence;

/** Opens the window. */
@FunctionalInterface
public interface WindowOpener {
    /**
     * @return null when the window has been open and is closed again; else why none can be opened here
     * @throws Problem when nothing else can be done either
     */
    Sentence open(WindowArguments arguments) throws Problem;
}

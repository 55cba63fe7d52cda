package latentlab.cli;

import latentlab.text.Sentence;

/** Opens the window. */
@FunctionalInterface
public interface WindowOpener {
    /** @return null when the window has been open and is closed again; else why none can be opened here */
    Sentence open(WindowArguments arguments);
}

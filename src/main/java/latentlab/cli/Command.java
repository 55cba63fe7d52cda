package latentlab.cli;

import latentlab.text.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What the program can do instead of opening its window. {@link Commands} lists them all. */
public interface Command {
    /** Its name and its own options; made with {@link Options#command}, which remembers the command it belongs to. */
    CommandSpec spec(Options options);

    /**
     * Runs the command.
     *
     * @param parsed the arguments after the command's name, each valid in itself
     * @return whether all went well; anything that did not has been reported on standard error
     * @throws Problem if there is no result
     */
    boolean run(ParseResult parsed) throws Problem;
}

package latentlab.cli;

import latentlab.text.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What the program can be asked to do instead of opening its window. {@link Commands} has them all. */
interface Command {
    /** Its name and what it takes besides language and help; made with {@link Options#command}, which remembers whose it is. */
    CommandSpec spec(Options options);

    /**
     * Does it.
     *
     * @param parsed the arguments after the command's name, in which nothing is wrong with any single one
     * @return whether all went well; what did not has been said on standard error
     * @throws Problem when nothing came of it
     */
    boolean run(ParseResult parsed) throws Problem;
}

package latentlab.cli;

import java.util.List;
import latentlab.text.Excerpt;
import latentlab.text.Sentence;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what is wrong with the arguments. */
final class UsageErrors {
    private UsageErrors() {}

    static Sentence sentence(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (e instanceof MissingParameterException missing
                && missing.getMissing().getFirst() instanceof OptionSpec option) {
            return Sentence.of("cli.error.missing", option.longestName(), expected(option));
        }
        if (e.getArgSpec() instanceof OptionSpec option) {
            return Sentence.of(
                    "cli.error.value",
                    option.longestName(),
                    expected(option),
                    Excerpt.of(String.valueOf(e.getValue())));
        }
        return Sentence.of("cli.error.other", Excerpt.of(String.valueOf(e.getMessage())));
    }

    private static Sentence expected(OptionSpec option) {
        return ((Values<?>) option.converters()[0]).expected();
    }

    private static Sentence unmatched(UnmatchedArgumentException e) {
        String argument = Excerpt.of(e.getUnmatched().getFirst());
        List<String> similar = e.getSuggestions();
        boolean command = !argument.startsWith("-") && e.getCommandLine().getParent() == null;
        if (command) {
            return similar.isEmpty() || argument.matches(".*[./\\\\].*")
                    ? Sentence.of("cli.error.file", argument)
                    : Sentence.of("cli.error.command", argument, similar.getFirst());
        }
        return similar.isEmpty()
                ? Sentence.of("cli.error.unknown", argument)
                : Sentence.of("cli.error.similar", argument, similar.getFirst());
    }
}

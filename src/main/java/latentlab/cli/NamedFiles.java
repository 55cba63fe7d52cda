package latentlab.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The files that are to be opened in the window. */
final class NamedFiles {
    private NamedFiles() {}

    /** @throws UnmatchedArgumentException if one is not there: a command may be meant that is written otherwise */
    static List<Path> of(ParseResult parsed, CommandLine line) {
        List<Path> files = new ArrayList<>();
        List<String> names = parsed.matchedPositionalValue(0, List.of());
        for (String name : names) {
            Path file = path(name);
            if (file == null || !Files.exists(file)) {
                throw new UnmatchedArgumentException(line, List.of(name));
            }
            files.add(file);
        }
        return List.copyOf(files);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException _) {
            return null;
        }
    }
}

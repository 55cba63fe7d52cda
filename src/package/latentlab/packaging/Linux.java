package latentlab.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a person starts on Linux: a few lines of shell before jpackage's own program. In the C locale, which scheduled
 * jobs and containers have, Java can open no file whose name is not ASCII, its own among them.
 */
final class Linux {
    /** jpackage's program, which looks for options under its own name. */
    private static final String INNER = "latent-lab-java";

    private static final String SCRIPT =
            """
            #!/bin/sh
            # In the C locale Java opens no file whose name is not ASCII, not even its own: C.UTF-8 is the same but
            # for that.
            case "${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}" in
              C | POSIX) LC_ALL=C.UTF-8; export LC_ALL ;;
            esac
            exec "$(dirname "$(readlink -f "$0")")/%s" "$@"
            """;

    private Linux() {}

    static void wrap(Layout layout) throws IOException {
        Path program = layout.launcher();
        Files.move(program, program.resolveSibling(INNER));
        String name = program.getFileName().toString();
        Files.move(layout.app().resolve(name + ".cfg"), layout.app().resolve(INNER + ".cfg"));
        Files.writeString(program, SCRIPT.formatted(INNER));
        if (!program.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot be made executable: " + program);
        }
    }
}

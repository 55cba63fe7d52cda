package latentlab.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a person starts on Linux: a few lines of shell in the place of jpackage's own program, which asks dpkg and rpm
 * at each start which package it is of; and rpm, where it has no data, makes a folder for them in the home. In the C
 * locale, which scheduled jobs and containers have, Java can open no file whose name is not ASCII, its own among them.
 */
final class Linux {
    private static final String SCRIPT =
            """
            #!/bin/sh
            # In the C locale Java opens no file whose name is not ASCII, not even its own: C.UTF-8 is the same but
            # for that.
            case "${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}" in
              C | POSIX) LC_ALL=C.UTF-8; export LC_ALL ;;
            esac
            # Meant for the Java that somebody has installed.
            unset JDK_JAVA_OPTIONS
            here=$(readlink -f "$0")
            lib=${here%%/bin/*}/lib
            # Where it is installed, others have their own beside it.
            if [ -d "$lib/%1$s" ]; then
              lib=$lib/%1$s
            fi
            app=$lib/app
            exec "$lib/runtime/bin/java" \\
              %2$s \\
              -classpath "%3$s" \\
              %4$s "$@"
            """;

    private Linux() {}

    static void wrap(Layout layout) throws IOException {
        Path program = layout.launcher();
        String options = StartFile.options().stream()
                .map(option -> '"' + option.replace(StartFile.PLACE, "$app") + '"')
                .collect(Collectors.joining(" \\\n  "));
        List<String> jars = StartFile.jars(layout);
        String classPath = jars.stream().map(jar -> "$app/" + jar).collect(Collectors.joining(":"));
        Files.delete(StartFile.configuration(layout));
        Files.writeString(program, SCRIPT.formatted(Orders.NAME, options, classPath, Orders.MAIN));
        if (!program.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot be made executable: " + program);
        }
    }
}

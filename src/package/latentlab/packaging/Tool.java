package latentlab.packaging;

import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;

/** The JDK's own tools, in this process. */
enum Tool {
    JLINK,
    JMOD,
    JPACKAGE;

    /** @throws IllegalStateException if it fails; it has said why */
    void run(List<String> arguments) {
        String name = name().toLowerCase(Locale.ROOT);
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("This needs a JDK that has " + name + "."));
        int code = tool.run(System.out, System.err, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(name + " ended with " + code + ": " + String.join(" ", arguments));
        }
    }
}

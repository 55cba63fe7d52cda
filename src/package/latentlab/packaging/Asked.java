package latentlab.packaging;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked for: {@code image}, which stops before the installer, {@code installer}, which is this system's, or one
 * by its name. Run with it alone, before all that takes minutes, this says what would be in the way.
 */
final class Asked {
    private Asked() {}

    public static void main(String[] arguments) throws IOException {
        try {
            Optional<Installer> installer = installer(arguments[0], Platform.here());
            if (installer.isPresent()) {
                checkPrograms(installer.get(), Objects.requireNonNullElse(System.getenv("PATH"), ""));
            }
            checkLinking(ToolProvider.findFirst("jlink"));
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
        }
    }

    /** @return empty for the image alone */
    static Optional<Installer> installer(String kind, Platform platform) throws Refusal {
        if (kind.equals("image")) {
            return Optional.empty();
        }
        if (kind.equals("installer")) {
            return Optional.of(Installer.of(platform));
        }
        Optional<Installer> named = Stream.of(Installer.values())
                .filter(each -> each.platform == platform && name(each).equals(kind))
                .findFirst();
        if (named.isEmpty()) {
            String own = Stream.of(Installer.values())
                    .filter(each -> each.platform == platform)
                    .map(Asked::name)
                    .collect(Collectors.joining(" or "));
            throw new Refusal("'" + kind + "' cannot be made here: package.kind is image, installer, " + own + ".");
        }
        return named;
    }

    private static String name(Installer installer) {
        return installer.name().toLowerCase(Locale.ROOT);
    }

    /** @param path where programs are looked for, as the system has it */
    static void checkPrograms(Installer installer, String path) throws Refusal {
        for (String program : installer.programs) {
            if (Arrays.stream(path.split(File.pathSeparator))
                    .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
                throw new Refusal("The " + name(installer) + " takes " + program
                        + ", which is not on the path; -Dpackage.kind=image does without.");
            }
        }
    }

    /**
     * Links the least that can be: a JDK can have jlink and not be able to.
     *
     * @param jlink this Java's, if it has one
     */
    static void checkLinking(Optional<ToolProvider> jlink) throws Refusal, IOException {
        StringWriter said = new StringWriter();
        Path folder = Files.createTempDirectory("latent-lab-link");
        try (PrintWriter out = new PrintWriter(said)) {
            String[] order = {
                "--add-modules", "java.base", "--output", folder.resolve("java").toString()
            };
            if (jlink.isEmpty() || jlink.get().run(out, out, order) != 0) {
                throw new Refusal("The Java in " + System.getProperty("java.home") + " cannot link another one"
                        + said.toString().lines().findFirst().map(line -> " (" + line + ")").orElse("")
                        + ": this takes a JDK 25 that is whole in its folder, such as Eclipse Temurin's.");
            }
        } finally {
            Folders.delete(folder);
        }
    }
}

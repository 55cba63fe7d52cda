package latentlab.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The folders for the user's data of this app. They need not exist yet: the code that writes creates them.
 *
 * <p>If the name of the home folder cannot be spelt in the system's locale, as Japanese cannot be in the C locale, no
 * Java program can open it; a temporary folder then takes its place until the process ends.
 */
public final class AppFolders {
    /** The environment variable that names another folder for {@link #cache()}. */
    public static final String CACHE = "LATENT_LAB_CACHE";

    private AppFolders() {}

    /**
     * The user's data folder for this app: {@code ~/Library/Application Support/Latent Lab} on macOS,
     * {@code %LOCALAPPDATA%\Latent Lab} on Windows, otherwise {@code latent-lab} in {@code $XDG_DATA_HOME} or
     * {@code ~/.local/share} (XDG Base Directory Specification).
     */
    public static Path data() {
        return data(System.getProperty("os.name"), System::getenv, AppFolders::home);
    }

    /** The folder below {@link #data()} for downloaded datasets, each in a folder of its own. */
    public static Path datasets() {
        return data().resolve("datasets");
    }

    /** The folder below {@link #data()} in which runs are kept. */
    public static Path runs() {
        return data().resolve("runs");
    }

    /**
     * The folder for files that can be made again: the one {@value #CACHE} names, or
     * {@code ~/Library/Caches/Latent Lab} on macOS, {@code %LOCALAPPDATA%\Latent Lab\Cache} on Windows, otherwise
     * {@code latent-lab} in {@code $XDG_CACHE_HOME} or {@code ~/.cache}.
     */
    public static Path cache() {
        return cache(System.getProperty("os.name"), System::getenv, AppFolders::home);
    }

    /** Whether the user has named {@link #cache()}, so that no other place may be used instead. */
    public static boolean cacheIsNamed() {
        return spelt(System.getenv(CACHE)) != null;
    }

    /** @return the home folder's name as far as it can be read, if it cannot be spelt in the locale; else null */
    public static String unspeltHome() {
        String name = System.getProperty("user.home");
        return spelt(name) == null ? name : null;
    }

    static Path data(String system, UnaryOperator<String> environment, Supplier<Path> home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.get().resolve("Library", "Application Support", "Latent Lab");
        }
        if (name.startsWith("windows")) {
            return localAppData(environment, home).resolve("Latent Lab");
        }
        return absolute(environment.apply("XDG_DATA_HOME"), home, ".local", "share")
                .resolve("latent-lab");
    }

    static Path cache(String system, UnaryOperator<String> environment, Supplier<Path> home) {
        Path named = spelt(environment.apply(CACHE));
        if (named != null) {
            return named.toAbsolutePath();
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.get().resolve("Library", "Caches", "Latent Lab");
        }
        if (name.startsWith("windows")) {
            return localAppData(environment, home).resolve("Latent Lab", "Cache");
        }
        return absolute(environment.apply("XDG_CACHE_HOME"), home, ".cache").resolve("latent-lab");
    }

    private static Path localAppData(UnaryOperator<String> environment, Supplier<Path> home) {
        return absolute(environment.apply("LOCALAPPDATA"), home, "AppData", "Local");
    }

    /** The path in an environment variable; relative ones are ignored, as the XDG specification demands. */
    private static Path absolute(String name, Supplier<Path> home, String first, String... more) {
        Path path = spelt(name);
        return path != null && path.isAbsolute() ? path : home.get().resolve(first, more);
    }

    /** @return the path; null for no name, and for one that cannot be spelt in the locale */
    private static Path spelt(String name) {
        try {
            return name == null || name.isEmpty() ? null : Path.of(name);
        } catch (InvalidPathException _) {
            return null;
        }
    }

    private static Path home() {
        Path home = spelt(System.getProperty("user.home"));
        return home == null ? TemporaryHome.PATH : home;
    }

    /** The temporary home folder, created on first use. */
    private static final class TemporaryHome {
        static final Path PATH;

        static {
            try {
                ScratchFolder folder = ScratchFolder.create("home");
                Runtime.getRuntime().addShutdownHook(new Thread(folder::close, "temporary-home"));
                PATH = folder.path();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

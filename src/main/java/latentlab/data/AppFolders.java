package latentlab.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Where the app keeps what belongs to its user. The folders need not exist yet: whoever writes creates them. */
public final class AppFolders {
    private AppFolders() {}

    /**
     * The user's data folder for this app: {@code ~/Library/Application Support/Latent Lab} on macOS,
     * {@code %LOCALAPPDATA%\Latent Lab} on Windows, otherwise {@code latent-lab} in {@code $XDG_DATA_HOME} or
     * {@code ~/.local/share} (XDG Base Directory Specification).
     */
    public static Path data() {
        return data(System.getProperty("os.name"), System::getenv, Path.of(System.getProperty("user.home")));
    }

    /** The part of {@link #data()} that downloaded datasets are kept in, each in a folder of its own. */
    public static Path datasets() {
        return data().resolve("datasets");
    }

    static Path data(String system, UnaryOperator<String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.resolve("Library", "Application Support", "Latent Lab");
        }
        if (name.startsWith("windows")) {
            return absolute(environment.apply("LOCALAPPDATA"), home.resolve("AppData", "Local"))
                    .resolve("Latent Lab");
        }
        return absolute(environment.apply("XDG_DATA_HOME"), home.resolve(".local", "share"))
                .resolve("latent-lab");
    }

    /** The specification has relative paths ignored. */
    private static Path absolute(String path, Path fallback) {
        return path != null && Path.of(path).isAbsolute() ? Path.of(path) : fallback;
    }
}

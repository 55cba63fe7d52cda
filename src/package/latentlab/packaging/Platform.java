package latentlab.packaging;

import java.util.Locale;

/** A system that a package is made on, and for. */
enum Platform {
    LINUX,
    WINDOWS,
    MAC;

    /** @param name as Java has it in {@code os.name} */
    static Platform of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("windows") ? WINDOWS : lower.startsWith("mac") ? MAC : LINUX;
    }

    static Platform here() {
        return of(System.getProperty("os.name"));
    }
}

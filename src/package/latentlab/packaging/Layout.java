package latentlab.packaging;

import java.nio.file.Path;

/**
 * Where jpackage puts things, which is not the same on each system.
 *
 * @param image folder of the whole
 * @param app jars and what is beside them: {@code $APPDIR} in options
 * @param runtime the Java
 * @param launcher what a person starts
 */
record Layout(Path image, Path app, Path runtime, Path launcher) {
    static Layout of(Platform platform, Path parent, String name) {
        if (platform == Platform.MAC) {
            Path image = parent.resolve(name + ".app");
            Path contents = image.resolve("Contents");
            return new Layout(
                    image,
                    contents.resolve("app"),
                    contents.resolve("runtime/Contents/Home"),
                    contents.resolve("MacOS").resolve(name));
        }
        Path image = parent.resolve(name);
        if (platform == Platform.WINDOWS) {
            return new Layout(image, image.resolve("app"), image.resolve("runtime"), image.resolve(name + ".exe"));
        }
        return new Layout(
                image,
                image.resolve("lib/app"),
                image.resolve("lib/runtime"),
                image.resolve("bin").resolve(name));
    }
}

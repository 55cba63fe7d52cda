package latentlab.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that the program opens when somebody opens them. */
final class FileTypes {
    /**
     * One of them.
     *
     * @param extension what its name ends with, after a dot
     * @param mime its media type, without what all have in common
     */
    private record Type(String extension, String mime, String description) {}

    private static final Type RUN = new Type("latentlab", "run", "Latent Lab run");
    /**
     * With a dot of their own inside, of which other systems than Linux see but the last part: there, all Markdown and
     * JSON would open in this program.
     */
    private static final List<Type> LINUX = List.of(
            new Type("lesson.md", "lesson", "Latent Lab lesson"),
            new Type("settings.json", "settings", "Latent Lab settings"));

    private FileTypes() {}

    /** @return files that say to jpackage what these are */
    static List<Path> write(Path folder, Path icon, Platform platform) throws IOException {
        List<Type> types = new ArrayList<>(List.of(RUN));
        if (platform == Platform.LINUX) {
            types.addAll(LINUX);
        }
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (Type type : types) {
            Path file = folder.resolve(type.mime() + ".properties");
            Files.writeString(
                    file,
                    """
                    extension=%s
                    mime-type=application/x-latent-lab-%s
                    description=%s
                    icon=%s
                    """
                            .formatted(
                                    type.extension(),
                                    type.mime(),
                                    type.description(),
                                    icon.toString().replace("\\", "\\\\")));
            files.add(file);
        }
        return files;
    }
}

package latentlab.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that the program opens when somebody opens them. */
final class FileTypes {
    private FileTypes() {}

    /** @return a file that says to jpackage what a run file is */
    static Path write(Path folder, Path icon) throws IOException {
        Path file = folder.resolve("run.properties");
        Files.writeString(
                file,
                """
                extension=latentlab
                mime-type=application/x-latent-lab-run
                description=Latent Lab run
                icon=%s
                """
                        .formatted(icon.toString().replace("\\", "\\\\")));
        return file;
    }
}

package latentlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import latentlab.cli.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    @TempDir
    Path folder;

    /** As the program starts it from its class path, in silence: nobody would see that it has failed. */
    @Test
    void opensTrainsSavesAndEndsWithoutAWord() throws Exception {
        Path work = Files.createDirectory(folder.resolve("work"));
        Process process = Program.of(
                        Rehearsal.class,
                        folder,
                        List.of("-Dglass.platform=Headless", "-Dprism.order=sw"),
                        work.toString())
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();

        assertThat(Program.errors(process)).isEmpty();
        assertThat(process.waitFor()).isZero();
        assertThat(ImageIO.read(work.resolve("animation.gif").toFile())).isNotNull();
    }
}

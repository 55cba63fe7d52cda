package latentlab.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import latentlab.NeedsVectorApi;
import latentlab.cli.Program;
import latentlab.engine.kernels.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorApiTest {
    @TempDir
    Path folder;

    /** Prints how many numbers the kernels take at a time. */
    static final class Lanes {
        public static void main(String[] arguments) {
            System.out.println(Kernels.fastest().lanes());
        }
    }

    @NeedsVectorApi
    @Test
    void isLoadedLateWithoutAWordFromJava() throws Exception {
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isEmpty();
        assertThat(VectorApi.present()).isTrue();
        Process process = Program.of(Lanes.class, folder, List.of())
                .redirectErrorStream(true)
                .start();

        assertThat(Program.output(process))
                .containsExactly(Integer.toString(Kernels.fastest().lanes()));
    }

    @Test
    void aJavaThatIsNotToldToHasThePlainKernels() throws Exception {
        ProcessBuilder program = Program.of(Lanes.class, folder, List.of());
        program.command().removeIf(option -> option.startsWith("--add-exports"));
        Process process = program.start();

        assertThat(Program.output(process)).containsExactly("1");
    }
}

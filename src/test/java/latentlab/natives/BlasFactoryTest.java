package latentlab.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import latentlab.cli.Program;
import latentlab.engine.training.ComputeBackend;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.blas.Blas;
import org.nd4j.linalg.factory.Nd4j;

class BlasFactoryTest {
    /** More than a hundred times what it takes; one that waits for ever is ended. */
    private static final int MOST_MINUTES = 3;

    @TempDir
    Path folder;

    /** Loads the engine while another thread loads a library, and lets go of it, again and again. */
    static final class Meanwhile {
        public static void main(String[] arguments) {
            Path library = Path.of(System.getProperty("java.home"), "lib", "librmi.so");
            Thread.ofPlatform().daemon().start(() -> {
                while (true) {
                    try (Arena arena = Arena.ofConfined()) {
                        SymbolLookup.libraryLookup(library, arena);
                    }
                }
            });
            NativeLibraries.require();
            ComputeBackend.processor();
            Nd4j.zeros(3);
            System.out.println("loaded");
            System.exit(0);
        }
    }

    @EnabledOnOs(OS.LINUX)
    @RepeatedTest(3)
    void nothingWaitsForALibraryThatIsJustLoaded() throws Exception {
        Process process = Program.of(Meanwhile.class, folder, List.of())
                .redirectErrorStream(true)
                .start();

        try {
            assertThat(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(Program.output(process)).contains("loaded");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void theThreadsOfAProductAreThoseThatNd4jIsTold() {
        NativeLibraries.require();
        Blas blas = Nd4j.factory().blas();
        int before = blas.getMaxThreads();

        blas.setMaxThreads(before + 1);

        assertThat(Nd4j.factory()).isInstanceOf(BlasFactory.class);
        assertThat(OpenBlasThreads.current()).isEqualTo(before + 1).isEqualTo(blas.getMaxThreads());
        assertThat(blas.getBlasVendor()).isEqualTo(Blas.Vendor.OPENBLAS);
        blas.setMaxThreads(before);
    }
}

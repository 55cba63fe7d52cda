package latentlab.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import latentlab.engine.training.ComputeBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class OpenBlasKernelsTest {
    private static final String AVX2 = "fpu sse4_2 fma avx avx2 bmi2";
    private static final String AVX512 = AVX2 + " avx512f avx512dq avx512cd avx512bw avx512vl";

    @Test
    void aProcessorGetsThoseForTheInstructionsItHas() {
        assertThat(fitting("GenuineIntel", AVX512)).contains("SkylakeX");
        assertThat(fitting("GenuineIntel", AVX2)).contains("Haswell");
        assertThat(fitting("GenuineIntel", "fpu sse4_2 avx")).isEmpty();
        assertThat(fitting("GenuineIntel", AVX2 + " " + AVX2)).as("said twice").contains("Haswell");
    }

    /** Zen 4 among them, which OpenBLAS 0.3.19 takes for one without AVX-512. */
    @Test
    void oneOfAnotherMakerGetsThemToo() {
        assertThat(fitting("AuthenticAMD", AVX512)).contains("SkylakeX");
        assertThat(fitting("AuthenticAMD", AVX2)).contains("Zen");
        assertThat(fitting("HygonGenuine", AVX2)).contains("Haswell");
    }

    @Test
    void onlyWithAllInstructionsTheKernelsUse() {
        assertThat(fitting("GenuineIntel", AVX2 + " avx512f")).contains("Haswell");
        assertThat(fitting("GenuineIntel", AVX512.replace("avx512vl", "avx512vlx")))
                .contains("Haswell");
        assertThat(fitting("GenuineIntel", AVX2.replace("fma", "fma4"))).isEmpty();
    }

    @Test
    void whereLinuxDoesNotTellThemOpenBlasChooses() {
        assertThat(OpenBlasKernels.fitting(List.of())).isEmpty();
        assertThat(OpenBlasKernels.fitting(List.of("processor\t: 0", "Features\t: fp asimd", "no colon", "")))
                .isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisProcessHasThoseThatWereNamedOrElseFit() throws Exception {
        Optional<String> wanted =
                Optional.ofNullable(System.getenv(OpenBlasKernels.SWITCH)).or(OpenBlasKernelsTest::fittingThis);

        String taken = ComputeBackend.processor();

        assertThat(taken).isEqualToIgnoringCase(wanted.orElse(taken));
    }

    private static Optional<String> fittingThis() {
        try {
            return OpenBlasKernels.fitting(Files.readAllLines(Path.of("/proc/cpuinfo")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<String> fitting(String maker, String flags) {
        return OpenBlasKernels.fitting(List.of(
                "processor\t: 0",
                "vendor_id\t: " + maker,
                "flags\t\t: " + flags,
                "vmx flags\t: avx2 fma",
                "",
                "processor\t: 1"));
    }
}

package latentlab.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import latentlab.NeedsVectorApi;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A round of .ci/other-machines is what it says it is. It alone sets these properties. */
class OtherMachineTest {
    private static final String KERNELS = "other.kernels";
    private static final String LANES = "other.lanes";
    private static final String PROCESSORS = "other.processors";

    @EnabledIfSystemProperty(named = KERNELS, matches = ".+")
    @Test
    void blasTakesTheKernelsOfThatProcessor() throws Throwable {
        Loader.load(openblas_nolapack.class);
        MemorySegment function =
                SymbolLookup.loaderLookup().find("openblas_get_corename").orElseThrow();
        MemorySegment name = (MemorySegment) Linker.nativeLinker()
                .downcallHandle(function, FunctionDescriptor.of(ValueLayout.ADDRESS))
                .invokeExact();
        assertThat(name.reinterpret(100).getString(0)).isEqualTo(System.getProperty(KERNELS));
    }

    @NeedsVectorApi
    @EnabledIfSystemProperty(named = LANES, matches = ".+")
    @Test
    void vectorsAreAsWideAsThoseOfThatProcessor() {
        assertThat(FloatVector.SPECIES_PREFERRED.length()).isEqualTo(Integer.getInteger(LANES));
    }

    @EnabledIfSystemProperty(named = PROCESSORS, matches = ".+")
    @Test
    void thereAreAsManyProcessorsAsThatMachineHas() {
        assertThat(Runtime.getRuntime().availableProcessors()).isEqualTo(Integer.getInteger(PROCESSORS));
    }
}

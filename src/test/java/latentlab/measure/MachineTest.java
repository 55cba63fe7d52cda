package latentlab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MachineTest {
    @Test
    void theProcessorIsCalledAsItsMakerCallsIt() {
        assertThat(Machine.modelName(
                        List.of("processor\t: 0", "model\t\t: 1", "model name\t: AMD EPYC: 9", "model name\t: B")))
                .contains("AMD EPYC: 9");
    }

    @Test
    void someProcessorsHaveNoName() {
        assertThat(Machine.modelName(List.of("processor\t: 0", "CPU part\t: 0xd0c")))
                .isEmpty();
        assertThat(Machine.here().processor()).isNotBlank();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisOneHasTheNameThatLinuxGivesIt() throws Exception {
        String all = Files.readString(Path.of("/proc/cpuinfo"));
        assertThat(Machine.here().processor())
                .satisfiesAnyOf(
                        name -> assertThat(all).contains(": " + name),
                        name -> assertThat(name).isEqualTo(System.getProperty("os.arch")));
    }

    @Test
    void openBlasSaysWhichKernelsItUses() {
        assertThat(Machine.here().blas()).matches("[A-Za-z0-9_]{2,}");
    }
}

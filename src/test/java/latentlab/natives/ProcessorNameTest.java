package latentlab.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessorNameTest {
    @Test
    void theProcessorIsCalledAsItsMakerCallsIt() {
        assertThat(ProcessorName.modelName(
                        List.of("processor\t: 0", "model\t\t: 1", "model name\t: AMD EPYC: 9", "model name\t: B")))
                .contains("AMD EPYC: 9");
    }

    @Test
    void someProcessorsHaveNoName() {
        assertThat(ProcessorName.modelName(List.of("processor\t: 0", "CPU part\t: 0xd0c")))
                .isEmpty();
        assertThat(ProcessorName.ofThis()).isNotBlank();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisOneHasTheNameThatLinuxGivesIt() throws Exception {
        String all = Files.readString(Path.of("/proc/cpuinfo"));
        assertThat(ProcessorName.ofThis())
                .satisfiesAnyOf(
                        name -> assertThat(all).contains(": " + name),
                        name -> assertThat(name).isEqualTo(System.getProperty("os.arch")));
    }
}

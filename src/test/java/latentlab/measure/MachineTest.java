package latentlab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineTest {
    @Test
    void openBlasSaysWhichKernelsItUses() {
        assertThat(Machine.here().blas()).matches("[A-Za-z0-9_]{2,}");
    }
}

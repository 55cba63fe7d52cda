package latentlab.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingGroupTest {
    @Test
    void everySettingIsInOneGroup() {
        assertThat(Stream.of(SettingGroup.values()).flatMap(group -> group.settings().stream()))
                .hasSameSizeAs(Setting.ALL)
                .containsAll(Setting.ALL);
        assertThat(SettingGroup.ADVANCED).doesNotContain(SettingGroup.BASIC).hasSize(9);
    }

    @Test
    void theSettingThatNamesAGroupComesFirst() {
        assertThat(SettingGroup.VALIDATION.settings()).containsExactly(Setting.VALIDATION, Setting.EARLY_STOPPING);
        assertThat(SettingGroup.LOSS.settings()).containsExactly(Setting.LOSS, Setting.SPARSITY);
        assertThat(SettingGroup.MODEL.settings()).containsExactly(Setting.HIDDEN, Setting.INITIALISER);
    }
}

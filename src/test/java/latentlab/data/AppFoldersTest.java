package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppFoldersTest {
    private static final Path HOME = Path.of("home").toAbsolutePath();
    private static final Path ELSEWHERE = Path.of("elsewhere").toAbsolutePath();

    @Test
    void linuxKeepsDataWhereXdgSays() {
        assertThat(data("Linux", Map.of("XDG_DATA_HOME", ELSEWHERE.toString())))
                .isEqualTo(ELSEWHERE.resolve("latent-lab"));
        assertThat(data("Linux", Map.of())).isEqualTo(HOME.resolve(".local/share/latent-lab"));
    }

    @Test
    void aRelativeXdgFolderIsIgnored() {
        assertThat(data("Linux", Map.of("XDG_DATA_HOME", "here"))).isEqualTo(HOME.resolve(".local/share/latent-lab"));
        assertThat(data("Linux", Map.of("XDG_DATA_HOME", ""))).isEqualTo(HOME.resolve(".local/share/latent-lab"));
    }

    @Test
    void macKeepsDataInApplicationSupport() {
        assertThat(data("Mac OS X", Map.of())).isEqualTo(HOME.resolve("Library/Application Support/Latent Lab"));
    }

    @Test
    void windowsKeepsDataInLocalAppData() {
        assertThat(data("Windows 11", Map.of("LOCALAPPDATA", ELSEWHERE.toString())))
                .isEqualTo(ELSEWHERE.resolve("Latent Lab"));
        assertThat(data("Windows 11", Map.of())).isEqualTo(HOME.resolve("AppData/Local/Latent Lab"));
    }

    private static Path data(String system, Map<String, String> environment) {
        return AppFolders.data(system, environment::get, HOME);
    }
}

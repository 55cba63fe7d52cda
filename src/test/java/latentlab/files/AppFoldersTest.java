package latentlab.files;

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

    @Test
    void whatCanBeMadeAgainIsInTheSystemsCacheFolder() {
        assertThat(cache("Linux", Map.of("XDG_CACHE_HOME", ELSEWHERE.toString())))
                .isEqualTo(ELSEWHERE.resolve("latent-lab"));
        assertThat(cache("Linux", Map.of("XDG_CACHE_HOME", "here"))).isEqualTo(HOME.resolve(".cache/latent-lab"));
        assertThat(cache("Mac OS X", Map.of())).isEqualTo(HOME.resolve("Library/Caches/Latent Lab"));
        assertThat(cache("Windows 11", Map.of("LOCALAPPDATA", ELSEWHERE.toString())))
                .isEqualTo(ELSEWHERE.resolve("Latent Lab/Cache"));
    }

    @Test
    void theUserMayNameTheCacheFolder() {
        for (String system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
            assertThat(cache(system, Map.of("LATENT_LAB_CACHE", ELSEWHERE.toString())))
                    .isEqualTo(ELSEWHERE);
        }
    }

    private static Path data(String system, Map<String, String> environment) {
        return AppFolders.data(system, environment::get, () -> HOME);
    }

    private static Path cache(String system, Map<String, String> environment) {
        return AppFolders.cache(system, environment::get, () -> HOME);
    }
}

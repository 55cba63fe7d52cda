package latentlab.data.idx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import latentlab.data.Datasets;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignIdxTest {
    @TempDir
    Path folder;

    @Test
    void whatMacosLeavesBesideTheFilesIsNoSecondSet() throws Exception {
        String name = "letters-" + IdxSamples.TRAIN_IMAGES;
        Files.write(folder.resolve(name), IdxSamples.images(6, 4, 4));
        Files.writeString(folder.resolve("._" + name), "a fork of macOS");
        assertThat(new Datasets().load(folder.toString(), Progress.NONE).train().count())
                .isEqualTo(5);
    }
}

package latentlab.data.pictures;

import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import latentlab.data.Problems;
import latentlab.data.SpecialFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each ends in a sentence that names the file or the folder. */
class BadImageFolderTest extends FolderOfImages {
    @Test
    void aFileThatIsNoImage() throws Exception {
        writePng("a", grey(4, 4, 1));
        writePng("c", grey(4, 4, 1));
        Path broken = Files.writeString(folder.resolve("b.png"), "this is no image");
        Problems.of(this::open, "data.images.broken", broken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void aTruncatedImage(String format) throws Exception {
        writePng("a", grey(4, 4, 1));
        writePng("c", grey(4, 4, 1));
        Path broken = folder.resolve("b." + format);
        ImageIO.write(disc(200, 200, Color.BLACK, Color.WHITE), format, broken.toFile());
        byte[] bytes = Files.readAllBytes(broken);
        Files.write(broken, Arrays.copyOf(bytes, bytes.length / 2));
        Problems.of(this::open, "data.images.broken", broken);
    }

    @Test
    void anImageOfAnAbsurdSize() throws Exception {
        writePng("a", grey(4, 4, 1));
        writePng("b", grey(4, 4, 1));
        Path huge = writePng("huge", grey(4, 4, 1));
        byte[] bytes = Files.readAllBytes(huge);
        byte[] header = SpecialFiles.pngHeader(0x7F7F7F7F, 0x7F7F7F7F);
        System.arraycopy(header, 0, bytes, 0, header.length);
        Files.write(huge, bytes);
        Problems.of(this::open, "data.images.huge", huge);
    }

    @Test
    void imagesBesideAndInsideSubfolders() throws Exception {
        writePng("a/1", grey(4, 4, 1));
        writePng("2", grey(4, 4, 1));
        Problems.of(this::open, "data.images.mixed", folder);
    }

    @Test
    void tooFewImages() throws Exception {
        writePng("a", grey(4, 4, 1));
        writePng("b", grey(4, 4, 1));
        Problems.of(this::open, "data.few", folder, 2, 3);
    }

    @Test
    void noImagesByTheirNames() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "no image");
        Problems.of(this::open, "data.empty", folder);
    }
}

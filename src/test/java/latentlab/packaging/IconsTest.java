package latentlab.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read as each system reads them. */
class IconsTest {
    private static final int BACKGROUND = 0xff0f1b2a;

    @TempDir
    private Path folder;

    @Test
    void windowsHasAllItsSizesInOneFile() throws IOException {
        byte[] bytes = Files.readAllBytes(Icons.write(folder, Platform.WINDOWS).program());
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int[] sizes = {16, 24, 32, 48, 64, 128, 256};
        assertThat(new short[] {file.getShort(), file.getShort(), file.getShort()})
                .containsExactly(0, 1, sizes.length);
        int end = 6 + 16 * sizes.length;
        for (int size : sizes) {
            assertThat(file.get() & 0xff).isEqualTo(size % 256);
            assertThat(file.get() & 0xff).isEqualTo(size % 256);
            file.position(file.position() + 6);
            int length = file.getInt();
            int from = file.getInt();
            assertThat(from).isEqualTo(end);
            drawn(ByteBuffer.wrap(bytes, from, length), size);
            end = from + length;
        }
        assertThat(end).isEqualTo(bytes.length);
    }

    @Test
    void macOsHasThemForDenseScreensToo() throws IOException {
        ByteBuffer file = ByteBuffer.wrap(
                Files.readAllBytes(Icons.write(folder, Platform.MAC).program()));
        assertThat(name(file)).isEqualTo("icns");
        assertThat(file.getInt()).isEqualTo(file.capacity());
        Map<String, Integer> sizes = new LinkedHashMap<>();
        while (file.hasRemaining()) {
            String name = name(file);
            int length = file.getInt() - 8;
            sizes.put(name, drawn(file.slice(file.position(), length), -1));
            file.position(file.position() + length);
        }
        assertThat(sizes)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "icp4", 16, "icp5", 32, "ic07", 128, "ic08", 256, "ic09", 512, "ic10", 1024, "ic11", 32, "ic12",
                        64, "ic13", 256, "ic14", 512));
    }

    @Test
    void linuxHasOneFileForEachSizeOfItsTheme() throws IOException {
        Icons icons = Icons.write(folder, Platform.LINUX);

        for (int size : Icons.LINUX) {
            drawn(ByteBuffer.wrap(Files.readAllBytes(icons.desktop().resolve(size + ".png"))), size);
        }
        assertThat(Folders.files(icons.desktop())).hasSize(Icons.LINUX.size());
        drawn(ByteBuffer.wrap(Files.readAllBytes(icons.program())), 512);
        drawn(ByteBuffer.wrap(Files.readAllBytes(icons.file())), 128);
    }

    @Test
    void theWindowHasTheSameInItsSizes() throws IOException {
        Path drawn = Icons.write(folder, Platform.LINUX).desktop();
        for (int size : new int[] {16, 32, 48, 256}) {
            BufferedImage expected = ImageIO.read(drawn.resolve(size + ".png").toFile());
            BufferedImage icon = ImageIO.read(
                    Path.of("resources/latentlab/app/icon-" + size + ".png").toFile());
            assertThat(icon.getWidth()).isEqualTo(size);
            assertThat(pixels(icon)).isEqualTo(pixels(expected));
        }
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private static String name(ByteBuffer file) {
        byte[] name = new byte[4];
        file.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    /**
     * A square picture whose corner is clear, and whose colours are the icon's.
     *
     * @param size expected; any if negative
     * @return its size
     */
    private static int drawn(ByteBuffer png, int size) throws IOException {
        byte[] bytes = new byte[png.remaining()];
        png.get(bytes);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(picture.getHeight()).isEqualTo(picture.getWidth());
        if (size >= 0) {
            assertThat(picture.getWidth()).isEqualTo(size);
        }
        assertThat(picture.getRGB(0, 0) >>> 24).isLessThan(0x40);
        assertThat(picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 8))
                .isEqualTo(BACKGROUND);
        return picture.getWidth();
    }
}

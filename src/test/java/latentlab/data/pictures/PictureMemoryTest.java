package latentlab.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import latentlab.data.ChildLoad;
import latentlab.data.ImageOptions;
import latentlab.data.Problems;
import latentlab.data.SpecialFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large pictures: as many at once as there is memory for, none that there never will be, and none for nobody. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PictureMemoryTest {
    /** 49 million pixels, of which a file may have 50. */
    private static final int SIDE = 7_000;

    @TempDir
    Path folder;

    /** As a whole, one would take 147 MB, and eight at once more than twice the heap. */
    @Test
    void tenLargePicturesOnEightProcessorsFitIntoASmallHeap() throws Exception {
        Path first = SpecialFiles.png(folder.resolve("images/0.png"), SIDE, SIDE, 8, 2);
        for (int i = 1; i < 10; i++) {
            Files.copy(first, folder.resolve("images/" + i + ".png"));
        }
        assertThat(load("-Xmx512m", "-XX:ActiveProcessorCount=8")).isEqualTo("loaded");
    }

    @Test
    void aPictureThatWillNeverFitIsRefusedBeforeItIsDecoded() throws Exception {
        for (int i = 0; i < 3; i++) {
            SpecialFiles.gif(folder.resolve("images/" + i + ".gif"), SIDE, SIDE);
        }
        assertThat(load("-Xmx256m", "-XX:ActiveProcessorCount=8")).isEqualTo("data.images.memory");
    }

    /** What its only row takes besides is several times as much as its pixels. */
    @Test
    void aPictureOfOneLongRowIsNotTakenForASmallOne() throws Exception {
        for (int i = 0; i < 3; i++) {
            SpecialFiles.png(folder.resolve("images/" + i + ".png"), SIDE * SIDE, 1, 8, 0);
        }
        assertThat(load("-Xmx512m", "-XX:ActiveProcessorCount=8")).isEqualTo("data.images.memory");
    }

    private String load(String... options) throws Exception {
        Process child = ChildLoad.start(
                folder, List.of(options), "load", folder.resolve("images").toString());
        try {
            return child.inputReader().lines().toList().getLast();
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void theSentenceSaysHowMuchIsWantedAndHowMuchThereIs() {
        PictureSource file = new PictureFile("a.png", folder.resolve("a.png"));
        Problems.of(() -> new PictureMemory(100).take(200L << 20, file), "data.images.memory", file.place(), 201, 100);
    }

    @Test
    void thereIsRoomAgainOnceAShareIsGivenBack() throws Exception {
        PictureMemory memory = new PictureMemory(100);
        PictureSource file = new PictureFile("a.png", folder.resolve("a.png"));
        try (PictureMemory.Share _ = memory.take(99L << 20, file)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> memory.take(1, file))
                    .as("it would have had to wait")
                    .isInstanceOf(InterruptedException.class);
        }
        try (PictureMemory.Share all = memory.take(99L << 20, file)) {
            assertThat(all).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tif"})
    void aPictureNobodyWantsIsGivenUpWithinAFewRows(String format) throws Exception {
        Path file = folder.resolve("a." + format);
        ImageIO.write(FolderOfImages.disc(2_000, 2_000, Color.BLACK, Color.WHITE), format, file.toFile());
        ImageDecoder decoder = new ImageDecoder(ImageOptions.DEFAULT, PictureMemory.ofHeap());
        int all = questions(decoder, file, Integer.MAX_VALUE);
        for (int most : new int[] {0, 1, all / 4, all / 2, all - 100}) {
            assertThat(questions(decoder, file, most) - most)
                    .as("of %d questions after the first %d", all, most)
                    .isBetween(1, 40);
        }
    }

    /** @return how often it asked whether it is still wanted, which is answered with no after some times */
    private static int questions(ImageDecoder decoder, Path file, int most) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try {
            decoder.read(new PictureFile(file.getFileName().toString(), file), () -> asked.incrementAndGet() <= most);
        } catch (CancellationException _) {
            // as it was told to
        }
        return asked.get();
    }
}

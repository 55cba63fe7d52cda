package latentlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.export.table.MapCsv;
import latentlab.text.Messages;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapPlotTest {
    @TempDir
    Path folder;

    /** Three images of six, two of class 0 to the left, one of class 2 to the upper right. */
    private static MapPicture map(int[] labels, List<String> names) {
        ImageSet images = new ImageSet(6, ImageShape.grey(1, 1), new byte[6], labels);
        float[] places = {-1, 0, -1, 0.1f, 3, 2};
        return new MapPicture(
                Sentence.of("data.name", "map"),
                Sentence.of("data.name", "map"),
                List.of(),
                places,
                new int[] {0, 2, 5},
                images,
                names);
    }

    private static final int[] LABELS = {0, 1, 0, 1, 1, 2};
    private static final List<String> NAMES = List.of("zero", "one", "two");

    private BufferedImage plot(MapPicture map) throws Exception {
        Path file = folder.resolve("map.png");
        MapPlot.write(file, map, new Messages(Locale.ENGLISH));
        return ImageIO.read(file.toFile());
    }

    /** Pixels of a dot of a class, which white shows through, within columns from left to right. */
    private static long dots(BufferedImage image, int label, int left, int right) {
        Color colour = ClassColours.of(label);
        long found = 0;
        for (int y = 160; y < image.getHeight(); y++) {
            for (int x = left; x < right; x++) {
                Color pixel = new Color(image.getRGB(x, y));
                found += near(pixel.getRed(), colour.getRed())
                                && near(pixel.getGreen(), colour.getGreen())
                                && near(pixel.getBlue(), colour.getBlue())
                        ? 1
                        : 0;
            }
        }
        return found;
    }

    private static boolean near(int shown, int full) {
        return Math.abs(shown - (full * 217 + 255 * 38) / 255) < 4;
    }

    @Test
    void everyImageIsADotWhereItBelongsInTheColourOfItsClass() throws Exception {
        BufferedImage image = plot(map(LABELS, NAMES));
        assertThat(image.getWidth()).isEqualTo(1640);
        int middle = (1640 - 260) / 2;
        assertThat(dots(image, 0, 0, middle)).isPositive();
        assertThat(dots(image, 0, middle, 1360)).isZero();
        assertThat(dots(image, 2, middle, 1360)).isPositive();
        assertThat(dots(image, 2, 0, middle)).isZero();
    }

    @Test
    void withoutLabelsThereIsOneColourAndNoLegend() throws Exception {
        BufferedImage image = plot(map(null, List.of()));
        assertThat(dots(image, -1, 0, 1640)).isPositive();
        assertThat(dots(image, 0, 0, 1640)).isZero();
    }

    @Test
    void theTableSaysWhichImageIsWhere() throws Exception {
        Path file = folder.resolve("map.csv");
        MapCsv.write(file, map(LABELS, NAMES));
        assertThat(Files.readAllLines(file))
                .containsExactly("x,y,label,index,class", "-1.0,0.0,0,0,zero", "-1.0,0.1,0,2,zero", "3.0,2.0,2,5,two");
        MapCsv.write(file, map(null, List.of()));
        assertThat(Files.readAllLines(file)).contains("-1.0,0.0,,0,");
    }
}

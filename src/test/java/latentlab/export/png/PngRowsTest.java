package latentlab.export.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngRowsTest {
    /** So that a picture of any height is written without being held: what has been taken is gone. */
    @Test
    void rowsAreTakenPieceByPiece() throws Exception {
        int width = 40;
        int height = 3000;
        byte[] pixels = new byte[width * height];
        new SplittableRandom(1).nextBytes(pixels);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PngChunks png = new PngChunks(file, width, height, true);
        PngRows rows = new PngRows(width, 1);
        int most = 0;
        for (int y = 0; y < height; y++) {
            rows.add(pixels, y * width);
            byte[] piece = rows.soFar();
            most = Math.max(most, piece.length);
            png.write("IDAT", piece);
        }
        png.write("IDAT", rows.finish());
        png.finish();

        assertThat(most).isBetween(1, pixels.length / 2);
        assertThat(rows.soFar()).isEmpty();
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(file.toByteArray()));
        assertThat((byte[]) read.getRaster().getDataElements(0, 0, width, height, null))
                .isEqualTo(pixels);
    }
}

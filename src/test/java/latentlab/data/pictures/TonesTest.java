package latentlab.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.ImageOptions;
import latentlab.data.ImageOptions.Channels;
import latentlab.data.ImageOptions.Fit;
import latentlab.data.ImageOptions.Invert;
import latentlab.data.ImageSet;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which images are inverted: ink on paper is, photographs and colours are not, unless somebody says otherwise. */
class TonesTest extends FolderOfImages {
    private Dataset open(Invert invert, Channels channels) throws Problem {
        ImageOptions options = new ImageOptions(null, Fit.PAD, invert, channels);
        return datasets().load(new DataRequest(folder.toString(), null, options), Progress.NONE);
    }

    private static List<String> said(Dataset dataset) {
        return dataset.account().changed().stream().map(Sentence::key).toList();
    }

    /** Strokes as a scanner sees them: soft at their edges, on paper that is not quite white. */
    private static BufferedImage stroke(int side, float width, int paper, int ink, int shift) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
        draw(image, graphics -> {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setColor(new Color(paper, paper, paper));
            graphics.fillRect(0, 0, side, side);
            graphics.setColor(new Color(ink, ink, ink));
            graphics.setStroke(new BasicStroke(width));
            graphics.drawOval(side / 4, side / 5, side / 2, side / 2);
            graphics.drawLine(side / 4, side - side / 5, side - side / 4, side / 2 + shift);
        });
        return image;
    }

    /** Six of them, opened as they suggest. */
    private Dataset strokes(int side, float width, int paper, int ink) throws Exception {
        for (int i = 0; i < 6; i++) {
            writePng("image" + i, stroke(side, width, paper, ink, i));
        }
        return open(Invert.AUTO, Channels.AUTO);
    }

    @ParameterizedTest
    @CsvSource({"28, 2.5, 255, 0", "28, 4, 235, 60", "60, 2, 250, 20", "300, 12, 240, 30", "300, 4, 255, 0"})
    void inkOnLightPaperIsInvertedAndSaidSo(int side, float width, int paper, int ink) throws Exception {
        Dataset dataset = strokes(side, width, paper, ink);
        assertThat(dataset.train().ink(0, 0)).isLessThan(0.1f);
        assertThat(said(dataset)).contains("data.changed.inverted");
        assertThat(dataset.account().changed())
                .filteredOn(sentence -> sentence.key().equals("data.changed.inverted"))
                .allSatisfy(sentence -> assertThat(sentence.values()).containsExactly(6));
    }

    @ParameterizedTest
    @CsvSource({"28, 3, 0, 255", "300, 12, 10, 240"})
    void lightInkOnBlackStaysAsItIs(int side, float width, int paper, int ink) throws Exception {
        Dataset dataset = strokes(side, width, paper, ink);
        assertThat(dataset.train().ink(0, 0)).isLessThan(0.1f);
        assertThat(said(dataset)).doesNotContain("data.changed.inverted");
    }

    /** Things before a wall, some in bright light, some in the dark. */
    @Test
    void photographsOfWhichSomeHaveALightBorderKeepTheirTones() throws Exception {
        for (int i = 0; i < 10; i++) {
            writePng("photo" + i, photograph(i < 6 ? 225 : 30));
        }
        assertTonesOfTheFiles(open(Invert.AUTO, Channels.AUTO), 225, 30);
    }

    /** As many tones as there are grey levels: a sky above, ground below. */
    @Test
    void photographsKeepTheirTonesWhereverTheyAreLight() throws Exception {
        for (int i = 0; i < 10; i++) {
            BufferedImage image = new BufferedImage(48, 48, BufferedImage.TYPE_BYTE_GRAY);
            for (int y = 0; y < 48; y++) {
                for (int x = 0; x < 48; x++) {
                    image.getRaster().setSample(x, y, 0, 250 - 3 * y + (x * i + y) % 9);
                }
            }
            writePng("photo" + i, image);
        }
        Dataset dataset = open(Invert.AUTO, Channels.AUTO);
        assertThat(dataset.train().ink(0, 0)).isGreaterThan(0.9f);
        assertThat(said(dataset)).isEmpty();
    }

    private static BufferedImage photograph(int wall) {
        BufferedImage image = new BufferedImage(48, 48, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 48; x++) {
                boolean thing = Math.hypot(x - 24, y - 24) < 14;
                image.getRaster().setSample(x, y, 0, thing ? 120 + 2 * (y - 24) : wall);
            }
        }
        return image;
    }

    private static void assertTonesOfTheFiles(Dataset dataset, int... walls) {
        for (ImageSet set : List.of(dataset.train(), dataset.test())) {
            for (int i = 0; i < set.count(); i++) {
                assertThat(set.pixels()[i * set.size()] & 0xFF).isIn(walls[0], walls[1]);
                assertThat(set.pixels()[i * set.size() + 24 * 48 + 24] & 0xFF).isEqualTo(120);
            }
        }
        assertThat(said(dataset)).isEmpty();
    }

    @Test
    void whoChoosesGetsIt() throws Exception {
        for (int i = 0; i < 6; i++) {
            writePng("image" + i, stroke(28, 3, 255, 0, i));
        }
        Dataset kept = open(Invert.NO, Channels.AUTO);
        assertThat(kept.train().ink(0, 0)).isEqualTo(1);
        assertThat(said(kept)).isEmpty();
        Dataset inverted = open(Invert.YES, Channels.AUTO);
        assertThat(inverted.train().ink(0, 0)).isZero();
        assertThat(said(inverted)).containsExactly("data.changed.asked");
    }

    @Test
    void coloursAreInvertedOnlyForWhoSaysSo() throws Exception {
        for (int i = 0; i < 6; i++) {
            writePng("image" + i, disc(20, 20, Color.WHITE, Color.RED));
        }
        Dataset dataset = open(Invert.AUTO, Channels.AUTO);
        assertThat(dataset.shape().channels()).isEqualTo(3);
        assertThat(dataset.shape().rgb(dataset.train().pixels(), 0, 0)).isEqualTo(0xFFFFFF);
        assertThat(dataset.shape().rgb(dataset.train().pixels(), 0, 10 * 20 + 10))
                .isEqualTo(0xFF0000);
        assertThat(said(dataset)).isEmpty();
        Dataset inverted = open(Invert.YES, Channels.AUTO);
        assertThat(inverted.shape().rgb(inverted.train().pixels(), 0, 10 * 20 + 10))
                .isEqualTo(0x00FFFF);
        Dataset grey = open(Invert.AUTO, Channels.GREY);
        assertThat(grey.shape().channels()).isEqualTo(1);
        assertThat(grey.train().ink(0, 0)).isZero();
        assertThat(said(grey)).containsExactly("data.changed.grey", "data.changed.inverted");
    }

    /** However it is drawn, and beside images that have a ground. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0, 255", "255, 0", "255, 255"})
    void inkOnTransparentGroundIsLightOnBlackWhateverTheOthersAre(int ink, int paper) throws Exception {
        for (int i = 0; i < 3; i++) {
            BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_INT_ARGB);
            draw(image, graphics -> {
                graphics.setColor(new Color(ink, ink, ink));
                graphics.fillOval(7, 7, 14, 14);
            });
            writePng("clear/" + i, image);
            writePng("paper/" + i, stroke(28, 3, paper, 255 - paper, i));
        }
        Dataset dataset = open(Invert.AUTO, Channels.AUTO);
        ImageSet images = dataset.train();
        for (int i = 0; i < images.count(); i++) {
            assertThat(images.ink(i, 0)).isZero();
            if (dataset.className(images.label(i)).equals("clear")) {
                assertThat(images.ink(i, 14 * 28 + 14)).isEqualTo(1);
            }
        }
        String ground = ink == 0 ? "data.changed.white" : "data.changed.black";
        assertThat(said(dataset)).contains(ground);
    }
}

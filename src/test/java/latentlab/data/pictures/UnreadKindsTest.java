package latentlab.data.pictures;

import static latentlab.data.pictures.CodedPictures.joined;
import static latentlab.data.pictures.CodedPictures.latin;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import latentlab.data.Account.LeftOut;
import latentlab.data.ImageOptions;
import latentlab.data.Problems;
import latentlab.data.SpecialFiles;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are called like pictures and are none that can be read: a sentence says what they are instead. */
class UnreadKindsTest extends FolderOfImages {
    /** Their first bytes; a point stands for a zero. */
    @ParameterizedTest
    @CsvSource({
        "AVIF, '... ftypavif....avifmif1'",
        "AVIF, '... ftypmif1....mif1avif'",
        "HEIC, '... ftypheic....mif1heic'",
        "HEIC, '... ftypmif1....mif1heic'",
        "RAW, '... ftypcrx ....crx isom'",
        "MP4, '... ftypisom....isomavc1'",
        "JPEG XL, '\u00ff\n'",
        "PSD, 8BPS",
        "PDF, %PDF-1.7",
        "SVG, '<?xml version=\"1.0\"?> <svg xmlns=\"http://www.w3.org/2000/svg\"/>'",
        "HTML, '<!DOCTYPE html><html><body>Not found</body></html>'",
        "ICO, ..\1.\1",
        "ICO, '..\2.\1.\40\40............'",
        "TGA, '..\2.........\34.\34.\30.pixels'",
        "TGA, '\5.\12.........\200\2\340\1\40\10name'",
        "TGA, '..\3.........\34.\34.\b\40pixels'",
        "TGA, '.\1\1...\1\30....\34.\34.\b.palette'",
        "PCX, '\n\5\1\b....'",
        "PCX, '\n\3\1\1....'",
        "PNM, 'P5\n28 28\n255\n'",
        "PNM, 'P6 28 28 255 '",
        "PNM, 'P2\r\n28 28'",
        "PNM, 'P4\t28 28'",
        "PNM, 'P1#made by'",
        "PNM, 'P7\nWIDTH 28'",
        "PNM, 'Pf\n28 28'",
        "DDS, 'DDS '",
        "OpenEXR, 'v/1\1'"
    })
    void aKindIsCalledByItsName(String name, String start) throws Exception {
        assertSaid(latin(start.replace('.', '\0')), "data.images.kind", name);
    }

    /** Whoever has nothing else hears what they are, and not that there are no images. */
    @ParameterizedTest
    @ValueSource(strings = {"pgm", "PPM", "pbm", "pnm", "pam", "pfm"})
    void theirNamesAreThoseOfPictures(String suffix) throws Exception {
        for (int i = 0; i < 3; i++) {
            Files.write(folder.resolve(i + "." + suffix), latin("P5\n1 1\n255\nx"));
        }
        Problems.of(this::open, "data.images.many", folder, 3, "PNM", "0." + suffix);
    }

    @ParameterizedTest
    @CsvSource({"ico, ICO", "cur, ICO", "pcx, PCX", "tga, TGA"})
    void soAreThoseOfOthersAmongImages(String suffix, String name) throws Exception {
        writePngs("a", 10);
        String start = name.equals("PCX")
                ? "\n\5\1\b"
                : name.equals("TGA") ? "\0\0\2\0\0\0\0\0\0\0\0\0\1\0\1\0\30\0bgr" : "\0\0\1\0\1\0";
        Files.write(folder.resolve("a/x." + suffix), latin(start));
        assertThat(open().account().leftOut())
                .containsExactly(new LeftOut(Sentence.of("data.left.kind", name), List.of("a/x." + suffix)));
    }

    @ParameterizedTest
    @CsvSource({"9, JPEG (SOF9)", "1, JPEG (12 bit)", "55, JPEG-LS"})
    void aJpegOfAKindThatHardlyAnythingReads(int process, String name) throws Exception {
        byte[] jpeg = CodedPictures.jpeg(Pattern.image(BufferedImage.TYPE_BYTE_GRAY), false);
        for (int i = 0; i < jpeg.length - 4; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
                jpeg[i + 1] = (byte) (0xC0 + process);
                jpeg[i + 4] = (byte) (process == 1 ? 12 : 8);
            }
        }
        assertSaid(jpeg, "data.images.kind", name);
    }

    @Test
    void whatACameraSawIsNotTakenForItsSmallPicture() throws Exception {
        byte[] tiff = CodedPictures.tiff(1, 8, 1, 255, 1, ByteOrder.LITTLE_ENDIAN);
        // The mosaic of colours on a sensor.
        for (int i = 8 + 784; i < tiff.length - 12; i++) {
            if (tiff[i] == 6 && tiff[i + 1] == 1 && tiff[i + 2] == 4) {
                tiff[i + 8] = 0x23;
                tiff[i + 9] = (byte) 0x80;
            }
        }
        assertSaid(tiff, "data.images.kind", "RAW");
    }

    @Test
    void aPointerOfGitLfsAndAnEmptyFile() throws Exception {
        byte[] pointer = latin("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12345\n");
        assertSaid(pointer, "data.images.pointer", "git lfs pull");
        assertSaid(new byte[0], "data.images.nothing", "");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.99})
    void whateverIsCut(double share) throws Exception {
        BufferedImage image = disc(200, 200, Color.BLACK, Color.WHITE);
        for (byte[] whole : new byte[][] {
            CodedPictures.png(),
            CodedPictures.png(16, 6, true, (y, x) -> new int[] {x, y, x * y, 65_535}),
            CodedPictures.jpeg(image, false),
            CodedPictures.tiff(1, 16, 1, 65_535, 1, ByteOrder.BIG_ENDIAN),
            CodedPictures.webp(null)
        }) {
            // The last bytes of a PNG are a checksum and its end mark, without which it is whole.
            int length = (int) ((whole.length - 16) * share);
            assertSaid(Arrays.copyOf(whole, length), "data.images.broken", "");
        }
    }

    /** Its checksum tells. */
    @Test
    void aPngOfWhichOneByteIsWrong() throws Exception {
        byte[] png = CodedPictures.png();
        png[png.length - 12 - 4 - 3] ^= 1;
        assertSaid(png, "data.images.broken", "");
    }

    @Test
    void aHeaderThatPromisesMoreThanThereIs() throws Exception {
        byte[] png = CodedPictures.png();
        byte[] header = SpecialFiles.pngHeader(10_000, 10_000);
        assertSaid(joined(header, Arrays.copyOfRange(png, header.length, png.length)), "data.images.broken", "");
    }

    private void assertSaid(byte[] content, String key, String name) throws Exception {
        Path file = Files.write(folder.resolve("b.jpg"), content);
        ImageDecoder decoder = new ImageDecoder(ImageOptions.DEFAULT, PictureMemory.ofHeap());
        Problems.of(() -> decoder.read(new PictureFile("b.jpg", file), () -> true), key, file, name);
    }
}

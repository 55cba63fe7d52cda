package latentlab.data.pictures;

import static latentlab.data.pictures.CodedPictures.chunk;
import static latentlab.data.pictures.CodedPictures.exif;
import static latentlab.data.pictures.CodedPictures.joined;
import static latentlab.data.pictures.CodedPictures.jpeg;
import static latentlab.data.pictures.CodedPictures.latin;
import static latentlab.data.pictures.CodedPictures.png;
import static latentlab.data.pictures.CodedPictures.segment;
import static latentlab.data.pictures.CodedPictures.tiff;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One picture in every coding people meet, with all that decoders need not heed: it is the same picture each time. */
class CodingsTest extends FolderOfImages {
    private static final byte[] NONSENSE = latin("nonsense".repeat(20));
    private static final byte[] BAD_PROFILE = joined(latin("ICC_PROFILE\0\1\1"), NONSENSE);

    /** @return the files, by what is special about them */
    private static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        pngs(files);
        pngsWithOddChunks(files);
        jpegs(files);
        others(files);
        return files;
    }

    private static void pngs(Map<String, byte[]> files) {
        for (int bits : new int[] {8, 16}) {
            int full = bits == 8 ? 1 : 257;
            for (boolean interlaced : new boolean[] {false, true}) {
                String name = bits + (interlaced ? " interlaced.png" : ".png");
                files.put("grey" + name, png(bits, 0, interlaced, (y, x) -> new int[] {full * Pattern.at(y, x)}));
                files.put("rgb" + name, png(bits, 2, interlaced, (y, x) -> same(3, full * Pattern.at(y, x))));
                files.put("grey and opaque" + name, png(bits, 4, interlaced, (y, x) ->
                        new int[] {full * Pattern.at(y, x), full * 255}));
                files.put("white on clear" + name, png(bits, 6, interlaced, (y, x) ->
                        new int[] {full * 255, full * 255, full * 255, full * Pattern.at(y, x)}));
                files.put("black on clear" + name, png(bits, 6, interlaced, (y, x) ->
                        new int[] {0, 0, 0, full * Pattern.at(y, x)}));
                files.put("black on white that is clear" + name, png(bits, 4, interlaced, (y, x) ->
                        new int[] {Pattern.at(y, x) > 0 ? 0 : full * 255, full * Pattern.at(y, x)}));
            }
        }
        files.put(
                "one grey is clear.png",
                png(8, 0, false, (y, x) -> new int[] {Pattern.at(y, x)}, chunk("tRNS", new byte[2])));
        files.put(
                "one colour is clear.png",
                png(8, 2, false, (y, x) -> same(3, Pattern.at(y, x)), chunk("tRNS", new byte[6])));
        int[] tones = {0, 50, 100, 200, 255};
        byte[] palette = new byte[15];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = (byte) tones[i / 3];
        }
        for (int bits : new int[] {4, 8}) {
            for (boolean interlaced : new boolean[] {false, true}) {
                files.put(
                        "palette" + bits + (interlaced ? " interlaced" : "") + ".png",
                        png(
                                bits,
                                3,
                                interlaced,
                                (y, x) -> new int[] {Arrays.binarySearch(tones, Pattern.at(y, x))},
                                chunk("PLTE", palette)));
            }
        }
        byte[] clear = {0, 50, 100, (byte) 200};
        files.put(
                "palette of opacities.png",
                png(
                        4,
                        3,
                        false,
                        (y, x) -> new int[] {Arrays.binarySearch(tones, Pattern.at(y, x))},
                        chunk("PLTE", same(15)),
                        chunk("tRNS", clear)));
    }

    private static int[] same(int count, int value) {
        int[] all = new int[count];
        Arrays.fill(all, value);
        return all;
    }

    private static byte[] same(int count) {
        byte[] all = new byte[count];
        Arrays.fill(all, (byte) 255);
        return all;
    }

    private static void pngsWithOddChunks(Map<String, byte[]> files) {
        files.put("profile that is none.png", png(chunk("iCCP", latin("x\0\0broken"))));
        files.put("text that cannot be unpacked.png", png(chunk("iTXt", latin("Key\0\1\0\0\0broken"))));
        files.put("packed text that cannot be unpacked.png", png(chunk("zTXt", latin("Key\0\0broken"))));
        files.put("time that there is not.png", png(chunk("tIME", latin("\0\0\u0020@@@@"))));
        files.put("gamma of zero.png", png(chunk("gAMA", new byte[4])));
        files.put("exif of nothing.png", png(chunk("eXIf", latin("II*\0\10\0\0\0\0\0"))));
        files.put("exif that ends.png", png(chunk("eXIf", latin("II*\0"))));
        byte[] text = chunk("tEXt", latin("Key\0value"));
        text[text.length - 1] ^= 1;
        files.put("text whose checksum is wrong.png", png(text));
        files.put("zeros after its end.png", joined(png(), new byte[300]));
        files.put("transparency without need.png", png(chunk("tRNS", new byte[1])));
        byte[] palette = chunk("PLTE", same(7));
        palette[palette.length - 1] ^= 1;
        files.put("broken palette without need.png", png(8, 2, false, (y, x) -> same(3, Pattern.at(y, x)), palette));
        byte[] whole = png();
        files.put("no end.png", Arrays.copyOf(whole, whole.length - 12));
    }

    private static void jpegs(Map<String, byte[]> files) throws IOException {
        byte[] grey = jpeg(Pattern.image(BufferedImage.TYPE_BYTE_GRAY), false);
        byte[] rgb = jpeg(Pattern.image(BufferedImage.TYPE_3BYTE_BGR), false);
        files.put("grey.jpg", grey);
        files.put("rgb.jpg", rgb);
        files.put("progressive grey.jpg", jpeg(Pattern.image(BufferedImage.TYPE_BYTE_GRAY), true));
        files.put("progressive.jpg", jpeg(Pattern.image(BufferedImage.TYPE_3BYTE_BGR), true));
        byte[] jfif = Arrays.copyOfRange(rgb, 2, 20);
        byte[] rest = Arrays.copyOfRange(rgb, 20, rgb.length);
        byte[] soi = {(byte) 0xFF, (byte) 0xD8};
        files.put("profile that is none.jpg", joined(soi, jfif, segment(0xE2, BAD_PROFILE), rest));
        files.put("profile before jfif.jpg", joined(soi, segment(0xE2, BAD_PROFILE), jfif, rest));
        files.put(
                "grey with a profile that is none.jpg",
                joined(soi, segment(0xE2, BAD_PROFILE), Arrays.copyOfRange(grey, 2, grey.length)));
        files.put("exif before jfif.jpg", joined(soi, segment(0xE1, latin("Exif\0\0II*\0\10\0\0\0\0\0")), jfif, rest));
        files.put("without jfif.jpg", joined(soi, rest));
        files.put("two jfif.jpg", joined(soi, jfif, jfif, rest));
        files.put("adobe.jpg", joined(soi, segment(0xEE, latin("Adobe\0d\0\0\0\0\1")), rest));
        files.put(
                "a segment too short.jpg",
                joined(soi, segment(0xEE, latin("Ad")), jfif, segment(0xED, new byte[0]), rest));
        files.put("bytes between segments.jpg", joined(soi, jfif, latin("\0\1\2"), rest));
        files.put("zeros after its end.jpg", joined(rgb, new byte[500]));
        files.put("without its end mark.jpg", Arrays.copyOf(rgb, rgb.length - 2));
        files.put("a png.jpg", png());
        files.put("a jpeg.png", rgb);
        files.put("a webp.jpg", CodedPictures.webp(null));
    }

    private static void others(Map<String, byte[]> files) throws IOException {
        files.put("lossless.webp", CodedPictures.webp(null));
        files.put("unused fourth byte.bmp", CodedPictures.bmp32());
        files.put("grey.bmp", written("bmp", BufferedImage.TYPE_BYTE_GRAY));
        files.put("rgb.bmp", written("bmp", BufferedImage.TYPE_3BYTE_BGR));
        files.put("grey.gif", written("gif", BufferedImage.TYPE_BYTE_GRAY));
        files.put("rgb.tif", written("tiff", BufferedImage.TYPE_3BYTE_BGR));
        files.put("rgba.tif", written("tiff", BufferedImage.TYPE_4BYTE_ABGR));
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            files.put("grey8 " + order + ".tif", tiff(1, 8, 1, 255, 1, order));
            files.put("grey16 " + order + ".tif", tiff(1, 16, 1, 65_535, 1, order));
            files.put("white is zero " + order + ".tif", tiff(0, 8, 1, 255, 1, order));
            files.put("white is zero16 " + order + ".tif", tiff(0, 16, 1, 65_535, 1, order));
            files.put("float to 1 " + order + ".tif", tiff(1, 32, 3, 1, 1, order));
            files.put("float to 255 " + order + ".tif", tiff(1, 32, 3, 255, 1, order));
            files.put("float to 65535 " + order + ".tif", tiff(1, 32, 3, 65_535, 1, order));
            files.put("float to a million " + order + ".tif", tiff(1, 32, 3, 1e6, 1, order));
        }
    }

    private static byte[] written(String format, int type) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(Pattern.image(type), format, out)).isTrue();
        return out.toByteArray();
    }

    private static Stream<String> names() throws IOException {
        return files().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCodingIsTheSamePicture(String name) throws Exception {
        write(name, files().get(name));
        Pattern.assertSeen(open().train(), 1);
    }

    private void write(String name, byte[] content) throws IOException {
        for (int i = 0; i < 3; i++) {
            Files.write(folder.resolve(i + name), content);
        }
    }

    /** White where it is over 90 of 255. */
    @Test
    void oneBitIsBlackOrWhite() throws Exception {
        write("a.png", png(1, 0, false, (y, x) -> new int[] {Pattern.at(y, x) > 90 ? 1 : 0}));
        byte[] pixels = open().test().pixels();
        for (int i = 0; i < pixels.length; i++) {
            assertThat(pixels[i] & 0xFF).isEqualTo(Pattern.at(i / 28, i % 28) > 90 ? 255 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 85", "4, 17"})
    void fewBitsAreSpreadOverAllTones(int bits, int step) throws Exception {
        write("a.png", png(bits, 0, true, (y, x) -> new int[] {Pattern.at(y, x) / step}));
        byte[] pixels = open().test().pixels();
        for (int i = 0; i < pixels.length; i++) {
            assertThat(pixels[i] & 0xFF).isEqualTo(Pattern.at(i / 28, i % 28) / step * step);
        }
    }

    /** The picture as each of the eight orientations has it in the file, by row and column of the upright one. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8"})
    void cameraPicturesAreTurnedUpright(int orientation) throws Exception {
        byte[] big = exif(orientation, ByteOrder.BIG_ENDIAN);
        byte[] little = exif(orientation, ByteOrder.LITTLE_ENDIAN);
        write("a.png", png(8, 0, false, (y, x) -> new int[] {held(orientation, y, x)}, chunk("eXIf", big)));
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 28; y++) {
            for (int x = 0; x < 28; x++) {
                image.getRaster().setSample(x, y, 0, held(orientation, y, x));
            }
        }
        byte[] jpeg = jpeg(image, false);
        byte[] soi = Arrays.copyOf(jpeg, 2);
        byte[] rest = Arrays.copyOfRange(jpeg, 2, jpeg.length);
        write("b.jpg", joined(soi, segment(0xE1, joined(latin("Exif\0\0"), little)), rest));
        Pattern.assertSeen(open().train(), 1);
        assertThat(open().account().changed()).hasSize(orientation == 1 ? 0 : 1).allSatisfy(sentence -> {
            assertThat(sentence.key()).isEqualTo("data.changed.upright");
            assertThat(sentence.values()).containsExactly(6);
        });
    }

    /** @return what the file has at a place when the camera was held so */
    private static int held(int orientation, int y, int x) {
        int last = 27;
        return switch (orientation) {
            case 2 -> Pattern.at(y, last - x);
            case 3 -> Pattern.at(last - y, last - x);
            case 4 -> Pattern.at(last - y, x);
            case 5 -> Pattern.at(x, y);
            case 6 -> Pattern.at(x, last - y);
            case 7 -> Pattern.at(last - x, last - y);
            case 8 -> Pattern.at(last - x, y);
            default -> Pattern.at(y, x);
        };
    }

    /** Files of these kinds hold the upright picture here, and so come out turned. */
    @ParameterizedTest
    @CsvSource({"2", "3", "4", "5", "6", "7", "8"})
    void theSameHoldsForWebpAndTiff(int orientation) throws Exception {
        write("a.webp", CodedPictures.webp(exif(orientation, ByteOrder.LITTLE_ENDIAN)));
        write("b.tif", tiff(1, 8, 1, 255, orientation, ByteOrder.BIG_ENDIAN));
        byte[] pixels = open().train().pixels();
        int back = orientation == 6 ? 8 : orientation == 8 ? 6 : orientation;
        for (int i = 0; i < pixels.length; i++) {
            assertThat(pixels[i] & 0xFF).isEqualTo(held(back, i % 784 / 28, i % 28));
        }
    }
}

package latentlab.data.pictures.coding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.stream.ImageInputStream;

/** What a file is by its first bytes, whatever its name says: kinds that are read, and others by their names. */
public enum PictureKind {
    PNG("PNG", "\u0089PNG\r\n\u001a\n"),
    JPEG("JPEG", "\u00ff\u00d8\u00ff"),
    GIF("GIF", "GIF87a", "GIF89a"),
    TIFF("TIFF", "II*\0", "MM\0*", "II+\0", "MM\0+"),
    WEBP("WebP"),
    BMP("BMP", "BM"),
    AVIF("AVIF"),
    HEIC("HEIC"),
    JPEG_XL("JPEG XL", "\u00ff\n", "\0\0\0\fJXL \r\n\u0087\n"),
    JPEG_2000("JPEG 2000", "\0\0\0\fjP  \r\n\u0087\n", "\u00ffO\u00ffQ"),
    CAMERA_RAW("RAW", "FUJIFILMCCD-RAW", "IIRO", "IIRS", "IIU\0", "FOVb", "\0MRM"),
    VIDEO("MP4", "\u001aE\u00df\u00a3"),
    PHOTOSHOP("PSD", "8BPS"),
    GIMP("XCF", "gimp xcf"),
    PDF("PDF", "%PDF"),
    POSTSCRIPT("PostScript", "%!PS", "\u00c5\u00d0\u00d3\u00c6"),
    SVG("SVG"),
    HTML("HTML"),
    ICON("ICO", "\0\0\1\0", "\0\0\2\0"),
    APPLE_ICON("ICNS", "icns"),
    PORTABLE("PNM"),
    PCX("PCX"),
    TARGA("TGA"),
    OPEN_EXR("OpenEXR", "v/1\1"),
    RADIANCE("Radiance HDR", "#?RADIANCE", "#?RGBE"),
    DIRECT_DRAW("DDS", "DDS "),
    QOI("QOI", "qoif"),
    FITS("FITS", "SIMPLE  ="),
    DJVU("DjVu", "AT&TFORM"),
    MNG("MNG", "\u008aMNG", "\u008bJNG"),
    WINDOWS_METAFILE("WMF", "\u00d7\u00cd\u00c6\u009a"),
    DICOM("DICOM"),
    ZIP("ZIP", "PK\3\4"),
    GZIP("gzip", "\u001f\u008b"),
    NUMPY("NPY", "\u0093NUMPY"),
    MAC_FORK("AppleDouble", "\0\5\u0016\7", "\0\5\u0016\0"),
    LARGE_FILE_POINTER("Git LFS", "version https://git-lfs");

    private static final int LOOKED_AT = 512;
    private static final int DICOM_PREAMBLE = 128;
    private static final List<String> AVIF_BRANDS = List.of("avif", "avis");
    private static final List<String> HEIC_BRANDS =
            List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "mif2");

    /** Followed by a blank, a new line or a comment. */
    private static final Pattern PORTABLE_START = Pattern.compile("P[1-7Ff][\\s#].*", Pattern.DOTALL);
    /** A line feed, its version, whether it is packed, and how many bits a sample has. */
    private static final Pattern PCX_START = Pattern.compile("\n[\0\2-\5][\0\1][\1\2\4\b].*", Pattern.DOTALL);
    /** It has no mark of its own: a palette goes with some types only, it has a size, and bits as they are usual. */
    private static final Pattern TARGA_START = Pattern.compile(
            ".(?:\0[\2\3\n\13]\0{5}|\1[\1\11].{4}[\17\20\30\40]).{4}(?!\0\0)..(?!\0\0)..[\b\17\20\30\40][\0-\77].*",
            Pattern.DOTALL);

    private final String called;
    private final List<String> starts;

    /** @param starts first bytes of such a file, of which others have none; empty where more has to be looked at */
    PictureKind(String called, String... starts) {
        this.called = called;
        this.starts = List.of(starts);
    }

    /** What people call it, in every language. */
    public String called() {
        return called;
    }

    /** @return empty if it is like none of these */
    public static Optional<PictureKind> of(ImageInputStream in) throws IOException {
        in.seek(0);
        byte[] first = new byte[LOOKED_AT];
        int length = 0;
        for (int some = 0; length < first.length && some >= 0; length += Math.max(0, some)) {
            some = in.read(first, length, first.length - length);
        }
        String start = new String(first, 0, length, StandardCharsets.ISO_8859_1);
        // A cursor begins as some of these do.
        if (TARGA_START.matcher(start).matches()) {
            return Optional.of(TARGA);
        }
        return Arrays.stream(values())
                .filter(kind -> kind.starts.stream().anyMatch(start::startsWith))
                .findFirst()
                .or(() -> Optional.ofNullable(inParts(start)))
                .or(() -> Optional.ofNullable(inWords(start)));
    }

    private static PictureKind inParts(String start) {
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (PORTABLE_START.matcher(start).matches()) {
            return PORTABLE;
        }
        if (PCX_START.matcher(start).matches()) {
            return PCX;
        }
        if (start.startsWith("DICM", DICOM_PREAMBLE)) {
            return DICOM;
        }
        if (!start.startsWith("ftyp", 4)) {
            return null;
        }
        int size = Math.min(start.length(), start.charAt(2) << 8 | start.charAt(3));
        List<String> brands = IntStream.iterate(8, at -> at + 4 <= size, at -> at + 4)
                .mapToObj(at -> start.substring(at, at + 4))
                .toList();
        if (brands.stream().anyMatch(AVIF_BRANDS::contains)) {
            return AVIF;
        }
        if (brands.contains("crx ")) {
            return CAMERA_RAW;
        }
        return brands.stream().anyMatch(HEIC_BRANDS::contains) ? HEIC : VIDEO;
    }

    private static PictureKind inWords(String start) {
        String words = start.toLowerCase(Locale.ROOT);
        if (words.contains("<svg")) {
            return SVG;
        }
        return words.contains("<html") || words.contains("<!doctype html") ? HTML : null;
    }
}

package latentlab.data.pictures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** What a file's name says it is. */
final class PictureName {
    /** Kinds of pictures that may not be read: whoever has them is told so, which "no images" would not. */
    private static final Set<String> OTHER_KINDS = Set.of(
            "webp", "avif", "heic", "heif", "hif", "jxl", "jp2", "j2k", "jxr", "svg", "svgz", "psd", "xcf", "tga",
            "dng", "cr2", "cr3", "nef", "arw", "orf", "rw2", "raf", "pef", "srw", "dcm", "exr", "hdr", "pgm", "ppm",
            "pbm", "pnm", "pam", "pfm", "ico", "cur", "icns", "pcx", "dds", "qoi", "djvu", "mng", "wmf");

    private static final Set<String> SUFFIXES = Stream.concat(
                    Arrays.stream(ImageIO.getReaderFileSuffixes())
                            .filter(suffix -> !suffix.isEmpty())
                            .map(suffix -> suffix.toLowerCase(Locale.ROOT)),
                    Stream.concat(OTHER_KINDS.stream(), Stream.of("jpe", "jfif", "apng", "dib", "tif")))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> ARCHIVES = Set.of("zip", "tar", "tgz", "gz", "bz2", "tbz2", "xz", "7z", "rar");

    private PictureName() {}

    /** @param name of the file, with or without its folders */
    static boolean picture(String name) {
        return SUFFIXES.contains(suffix(name));
    }

    static boolean archive(String name) {
        return ARCHIVES.contains(suffix(name));
    }

    private static String suffix(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}

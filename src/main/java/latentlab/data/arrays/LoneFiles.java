package latentlab.data.arrays;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import latentlab.data.pictures.Listing;
import latentlab.text.Problem;
import latentlab.text.Progress;

/** Tells files that are a folder's dataset from those that lie about in a folder of images. */
public final class LoneFiles {
    private static final Set<String> PICTURES =
            Set.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "heic", "avif");

    private LoneFiles() {}

    /** Whether a folder has neither folders nor pictures in it, save for hidden and foreign ones. */
    public static boolean in(Path folder, Progress progress) throws Problem {
        List<Path> others = Listing.of(folder, LoneFiles::other, progress);
        return others.isEmpty();
    }

    private static boolean other(Path file) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return PICTURES.contains(ending) || Files.isDirectory(file);
    }
}

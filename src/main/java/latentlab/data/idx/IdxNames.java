package latentlab.data.idx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latentlab.data.ForeignFiles;
import latentlab.data.pictures.Listing;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * What the names of IDX files say.
 *
 * <p>The usual names are {@code train-images-idx3-ubyte}, {@code t10k-labels.idx1-ubyte.gz}, {@code
 * train_images.idx3}, …, with a prefix where several sets share a folder as EMNIST's do ({@code
 * emnist-letters-test-images-idx3-ubyte.gz}).
 */
final class IdxNames {
    private static final Pattern NAME = Pattern.compile(
            "(?<set>|[^.].*?)(?<part>train|training|t10k|test|testing)[-_. ]?(?<kind>images?|labels?)"
                    + "[-_.]idx\\d?([-_.]?(u?byte|u?int8|short|u?int16|int|u?int32|float|float32|double|float64))?"
                    + "(\\.gz)?",
            Pattern.CASE_INSENSITIVE);

    /** What a file's name says it is for. */
    record Role(boolean train, IdxContent content) {}

    /** Of files that are IDX by their names, whatever else these say. */
    private static final Pattern ANY =
            Pattern.compile("[^.].*[-_.]idx\\d?([-_.]?\\w+)?(\\.gz)?", Pattern.CASE_INSENSITIVE);

    private IdxNames() {}

    /** @return names of files in a folder that are IDX by their names, and of no part that is known */
    static List<String> others(Path folder, Progress progress) throws Problem {
        return Listing.of(folder, file -> !usual(file), progress).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> ANY.matcher(name).matches() && !ForeignFiles.file(name))
                .toList();
    }

    static boolean usual(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches();
    }

    /** @return the prefix of a file's set; empty where it has none */
    static String set(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? name.group("set") : "";
    }

    /** By the set's prefix, then by what the files are for. */
    static Map<String, Map<Role, Path>> sets(Path folder, Progress progress) throws Problem {
        Map<String, Map<Role, Path>> sets = new TreeMap<>();
        // Sorted, so that where a file lies beside its gzip, the unpacked one is taken: it is read faster.
        for (Path file : Listing.of(folder, IdxNames::usual, progress)) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
                Role role = new Role(
                        lower(name.group("part")).startsWith("train"),
                        lower(name.group("kind")).startsWith("image") ? IdxContent.IMAGES : IdxContent.LABELS);
                sets.computeIfAbsent(name.group("set"), set -> new HashMap<>()).merge(role, file, IdxNames::better);
            }
        }
        sets.values().forEach(files -> files.replaceAll((role, file) -> within(file)));
        return sets;
    }

    /** Some archives unpack each file into a folder of its name, and beside it as well. */
    private static Path better(Path first, Path second) {
        return Files.isDirectory(first) && !Files.isDirectory(second) ? second : first;
    }

    private static Path within(Path file) {
        Path inside = file.resolve(file.getFileName());
        return Files.isDirectory(file) && Files.isRegularFile(inside) ? inside : file;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

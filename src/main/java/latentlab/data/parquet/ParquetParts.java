package latentlab.data.parquet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.data.ForeignFiles;
import latentlab.data.arrays.LoneFiles;
import latentlab.data.pictures.Listing;
import latentlab.text.Problem;
import latentlab.text.Progress;

/** Files of each part of a dataset, sorted. */
record ParquetParts(List<Path> train, List<Path> validation, List<Path> test) {
    private static final Pattern NAME = Pattern.compile(
            "(|.*[-_. ])(?<part>train|training|test|testing|val|valid|validation)([-_. ].*)?\\.parquet");
    /** Of several that are one: after the number and the count some have letters of their own. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?<before>.*?)(?<number>[0-9]{1,6})-of-(?<count>[0-9]{1,6})(?![0-9]).*");

    /** Missing files that a sentence names. */
    private static final int NAMED = 5;

    private enum Part {
        TRAIN,
        VALIDATION,
        TEST
    }

    /**
     * @return null if a file is none of that kind, or nothing in a folder says that it is a dataset
     */
    static ParquetParts of(Path path, Progress progress) throws Problem {
        if (Files.isDirectory(path)) {
            return inFolder(path, progress);
        }
        if (!parquet(path)) {
            return null;
        }
        return part(path) == null
                ? new ParquetParts(List.of(path), List.of(), List.of())
                : beside(path.getParent(), progress);
    }

    private static boolean parquet(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !ForeignFiles.file(name) && name.endsWith(".parquet");
    }

    private static Part part(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT));
        if (!name.matches()) {
            return null;
        }
        String part = name.group("part");
        return part.startsWith("tr") ? Part.TRAIN : part.startsWith("te") ? Part.TEST : Part.VALIDATION;
    }

    private static ParquetParts inFolder(Path folder, Progress progress) throws Problem {
        ParquetParts here = beside(folder, progress);
        ParquetParts below = here == null && Files.isDirectory(folder.resolve("data"))
                ? beside(folder.resolve("data"), progress)
                : here;
        if (below != null) {
            return below;
        }
        List<Path> folders = Listing.of(
                folder,
                file -> !ForeignFiles.folder(file.getFileName().toString()) && Files.isDirectory(file),
                progress);
        return folders.size() == 1 ? beside(folders.getFirst(), progress) : null;
    }

    /** @return null if there are none whose names say what part they are, nor files of nothing else */
    private static ParquetParts beside(Path folder, Progress progress) throws Problem {
        if (!Files.isReadable(folder)) {
            return null;
        }
        List<Path> files = Listing.of(folder, ParquetParts::parquet, progress);
        List<Path> train =
                files.stream().filter(file -> part(file) == Part.TRAIN).toList();
        List<Path> validation =
                files.stream().filter(file -> part(file) == Part.VALIDATION).toList();
        List<Path> test = files.stream().filter(file -> part(file) == Part.TEST).toList();
        boolean alone = train.isEmpty() && !files.isEmpty() && LoneFiles.in(folder, progress);
        if (train.isEmpty() && !alone) {
            return null;
        }
        if (alone) {
            return new ParquetParts(files, List.of(), List.of());
        }
        return test.isEmpty()
                ? new ParquetParts(train, List.of(), validation)
                : new ParquetParts(train, validation, test);
    }

    /** Whether the test part is one for validation. */
    boolean standsIn() {
        return !test.isEmpty() && part(test.getFirst()) == Part.VALIDATION;
    }

    /** @return the file that some images are from, or the folder of several */
    static String place(List<Path> files) {
        return files.size() == 1
                ? files.getFirst().toString()
                : files.getFirst().getParent().toString();
    }

    /** @return names of some files that are missing, as those of the others count them */
    List<String> missing() {
        Map<Several, TreeSet<Integer>> found = new LinkedHashMap<>();
        Stream.of(train, validation, test).flatMap(List::stream).forEach(file -> {
            Matcher name = NUMBERED.matcher(file.getFileName().toString());
            if (name.matches()) {
                found.computeIfAbsent(Several.of(name), _ -> new TreeSet<>())
                        .add(Integer.parseInt(name.group("number")));
            }
        });
        return found.entrySet().stream()
                .flatMap(each -> each.getKey().missing(each.getValue()).stream())
                .toList();
    }

    /** Files of which each name has a number and the count of them all. */
    private record Several(String before, int digits, String count) {
        static Several of(Matcher name) {
            return new Several(name.group("before"), name.group("number").length(), name.group("count"));
        }

        /** @return names of some that are missing; the first number is 0, or 1 where the last is the count */
        List<String> missing(Set<Integer> numbers) {
            int all = Integer.parseInt(count);
            int first = numbers.contains(all) ? 1 : 0;
            return IntStream.range(first, first + all)
                    .filter(number -> !numbers.contains(number))
                    .limit(NAMED)
                    .mapToObj(number ->
                            String.format(Locale.ROOT, "%s%0" + digits + "d-of-%s.parquet", before, number, count))
                    .toList();
        }
    }
}

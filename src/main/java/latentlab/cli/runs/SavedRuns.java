package latentlab.cli.runs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import latentlab.comparison.ComparedRun;
import latentlab.run.file.RunFile;
import latentlab.sweep.Trial;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** The runs in files and folders that are named on the command line. */
final class SavedRuns {
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    /** Where the header of an SQLite file says whose it is, and what run files say there. */
    private static final int OWNER_AT = 68;

    private static final byte[] OWNER = "LLab".getBytes(StandardCharsets.US_ASCII);

    private SavedRuns() {}

    /**
     * @param named files, and folders that stand for all run files in them
     * @param failed hears of each that cannot be read; the others are read all the same
     * @return each run once, by its file, in order
     */
    static SequencedMap<Path, ComparedRun> read(List<Path> named, Consumer<Problem> failed) {
        SequencedMap<Path, Path> files = new LinkedHashMap<>();
        for (Path each : named) {
            try {
                for (Path file : Files.isDirectory(each) ? inFolder(each) : List.of(each)) {
                    files.putIfAbsent(Files.exists(file) ? file.toRealPath() : file, file);
                }
            } catch (IOException e) {
                failed.accept(new Problem(Sentence.of("cli.compare.unreadable", each.toString()), e));
            } catch (Problem problem) {
                failed.accept(problem);
            }
        }
        Map<String, Integer> names = new HashMap<>();
        files.values().forEach(file -> names.merge(name(file), 1, Integer::sum));
        SequencedMap<Path, ComparedRun> runs = new LinkedHashMap<>();
        for (Path path : files.values()) {
            try (RunFile file = RunFile.open(path)) {
                String name = names.get(name(path)) > 1 ? path.toString() : name(path);
                runs.put(path, ComparedRun.of(name, file));
            } catch (Problem problem) {
                failed.accept(problem);
            }
        }
        return runs;
    }

    private static List<Path> inFolder(Path folder) throws IOException, Problem {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (Files.isRegularFile(file) && isRun(file)) {
                    found.add(file);
                }
            }
        }
        if (found.isEmpty()) {
            throw Problem.of("cli.compare.folder", folder.toString());
        }
        return found;
    }

    /** By its content: run files may have any name. One whose name says so is taken for one whatever is in it. */
    private static boolean isRun(Path file) throws IOException {
        if (file.getFileName().toString().endsWith(Trial.ENDING)) {
            return true;
        }
        if (!Files.isReadable(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] header = in.readNBytes(OWNER_AT + OWNER.length);
            return header.length == OWNER_AT + OWNER.length
                    && Arrays.equals(header, 0, SQLITE.length, SQLITE, 0, SQLITE.length)
                    && Arrays.equals(header, OWNER_AT, header.length, OWNER, 0, OWNER.length);
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(Trial.ENDING) ? name.substring(0, name.length() - Trial.ENDING.length()) : name;
    }
}

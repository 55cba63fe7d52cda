package latentlab.lesson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Excerpt;
import latentlab.text.PlainNumber;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.text.TextFile;

/**
 * Reads lessons: Markdown with a header, see {@code src/docs/lessons.md}. Whatever is not understood is refused, with
 * its line: a lesson that leaves something out would teach something else.
 */
public final class LessonReader {
    /** Bytes of the largest file that is read. */
    private static final int LARGEST = 1_000_000;

    private static final String FENCE = "---";
    private static final int LONGEST_MINUTES = 600;

    /** Keys of the header that are no settings. */
    static final List<String> KEYS = List.of("title", "about", "minutes", "data", "show");

    private LessonReader() {}

    /**
     * @throws Problem if it is not a file of UTF-8 text, or no lesson
     * @throws IOException if it is not there or cannot be read
     */
    public static Lesson read(Path file) throws Problem, IOException {
        return parse(TextFile.read(file, LARGEST), file.toString());
    }

    /**
     * @param text of a lesson
     * @param file what to call it in sentences
     * @throws Problem if something in it is not understood; says which line, and what is right
     */
    public static Lesson parse(String text, String file) throws Problem {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(FENCE)) {
            throw Place.problem(file, 1, "lesson.noHeader");
        }
        int end = lines.subList(1, lines.size()).stream()
                        .map(String::strip)
                        .toList()
                        .indexOf(FENCE)
                + 1;
        if (end == 0) {
            throw Place.problem(file, lines.size(), "lesson.openHeader");
        }
        KeyLines header = KeyLines.parse(file, lines.subList(1, end), 2);
        TrainingConfig config = SettingLines.in(TrainingConfig.DEFAULT, header, KEYS);
        Bilingual<String> title = both(header, "title");
        Bilingual<String> about = both(header, "about");
        KeyLines.Line data = header.of("data");
        return new Lesson(
                id(file),
                title,
                about,
                minutes(header),
                data == null ? "digits" : data.value(),
                config,
                show(header),
                steps(file, config, lines, end + 1));
    }

    private static List<Step> steps(String file, TrainingConfig config, List<String> lines, int from) throws Problem {
        try {
            return new BodyReader(file, config).read(lines, from);
        } catch (StackOverflowError e) {
            // Markdown is read by calls within calls, one for whatever stands within something else.
            throw new Problem(Sentence.of("lesson.deep", file), e);
        }
    }

    private static String id(String file) {
        Path name = Path.of(file).getFileName();
        String last = name == null ? file : name.toString();
        return last.endsWith(Lesson.SUFFIX) ? last.substring(0, last.length() - Lesson.SUFFIX.length()) : last;
    }

    private static KeyLines.Line required(KeyLines header, String key) throws Problem {
        KeyLines.Line line = header.of(key);
        if (line == null) {
            throw Place.problem(header.file(), 1, "lesson.missing", key);
        }
        return line;
    }

    private static Bilingual<String> both(KeyLines header, String key) throws Problem {
        KeyLines.Line line = required(header, key);
        try {
            return both(line.value());
        } catch (Problem problem) {
            throw header.wrong(line, problem);
        }
    }

    /**
     * @param text one for both languages, or {@code English | Japanese}
     * @throws Problem if there is none for one of them
     */
    static Bilingual<String> both(String text) throws Problem {
        int bar = text.indexOf('|');
        String english = (bar < 0 ? text : text.substring(0, bar)).strip();
        String japanese = text.substring(bar + 1).strip();
        if (english.isEmpty() || japanese.isEmpty()) {
            throw Problem.of("lesson.both", Excerpt.of(text));
        }
        return new Bilingual<>(english, japanese);
    }

    private static int minutes(KeyLines header) throws Problem {
        KeyLines.Line line = required(header, "minutes");
        try {
            long minutes = PlainNumber.whole(line.value());
            if (minutes >= 1 && minutes <= LONGEST_MINUTES) {
                return (int) minutes;
            }
        } catch (NumberFormatException _) {
            // No number: refused like one out of range.
        }
        throw header.wrong(line, Problem.of("lesson.minutes", LONGEST_MINUTES, Excerpt.of(line.value())));
    }

    private static List<Action> show(KeyLines header) throws Problem {
        KeyLines.Line line = header.of("show");
        if (line == null) {
            return List.of();
        }
        try {
            List<Action> actions = Action.parseAll(line.value());
            if (actions.stream().anyMatch(each -> each instanceof Action.Train || each instanceof Action.CompareMaps)) {
                throw Problem.of("lesson.show");
            }
            return actions;
        } catch (Problem problem) {
            throw header.wrong(line, problem);
        }
    }
}

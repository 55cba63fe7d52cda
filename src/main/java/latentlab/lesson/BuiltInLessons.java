package latentlab.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import latentlab.text.Problem;

/** The lessons that come with the program, in the order in which they are learnt. */
public final class BuiltInLessons {
    /** Names of their files, without the ending. */
    private static final List<String> NAMES =
            List.of("simple", "shapes", "training", "animation", "tied", "two", "maps");

    private BuiltInLessons() {}

    /** Reads them. */
    public static List<Lesson> all() {
        return NAMES.stream().map(BuiltInLessons::read).toList();
    }

    private static Lesson read(String name) {
        String file = name + Lesson.SUFFIX;
        try (InputStream in = BuiltInLessons.class.getResourceAsStream(file)) {
            return LessonReader.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        } catch (Problem e) {
            throw new IllegalStateException(file + " is refused", e);
        }
    }
}

package latentlab.lesson;

import java.util.ArrayList;
import java.util.List;
import latentlab.text.Excerpt;
import latentlab.text.Problem;

/** Lines of the form {@code key: value}. */
record KeyLines(String file, List<Line> lines) {
    /** @param number of the line in its file, from 1 on */
    record Line(int number, String key, String value) {}

    /**
     * @param first number of the first line
     * @throws Problem if one is neither empty nor of that form
     */
    static KeyLines parse(String file, List<String> text, int first) throws Problem {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            String line = text.get(i).strip();
            if (line.isEmpty()) {
                continue;
            }
            int colon = line.indexOf(':');
            String value = colon < 1 ? "" : line.substring(colon + 1).strip();
            if (value.isEmpty()) {
                throw Place.problem(file, first + i, Problem.of("lesson.line", Excerpt.of(line)));
            }
            lines.add(new Line(first + i, line.substring(0, colon).strip(), value));
        }
        return new KeyLines(file, lines);
    }

    Problem wrong(Line line, Problem what) {
        return Place.problem(file, line.number(), what);
    }

    /** @return the line of a key; null if there is none */
    Line of(String key) throws Problem {
        List<Line> found = lines.stream().filter(line -> line.key().equals(key)).toList();
        if (found.size() > 1) {
            throw wrong(
                    found.getLast(),
                    Problem.of("lesson.twice", key, found.getFirst().number()));
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    /** @return all of a key, which may stand there several times */
    List<Line> all(String key) {
        return lines.stream().filter(line -> line.key().equals(key)).toList();
    }

    /** @return all but those of some keys */
    List<Line> without(List<String> keys) {
        return lines.stream().filter(line -> !keys.contains(line.key())).toList();
    }
}

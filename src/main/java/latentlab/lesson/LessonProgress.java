package latentlab.lesson;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import latentlab.preferences.SettingsFile;
import latentlab.text.PlainNumber;
import latentlab.text.Problem;

/**
 * How far the user is in each lesson, what was predicted and what came of it, from one session to the next. For one
 * thread. A step whose title has changed in its lesson is a new one.
 */
public final class LessonProgress implements AutoCloseable {
    private static final String VALUE = "/value/";

    private final SettingsFile file;
    private final Properties kept;

    /** @param path of the file, which need not be there yet */
    public LessonProgress(Path path) {
        file = new SettingsFile(path);
        kept = file.read();
    }

    /** @return index of the step the user is at; -1 if the lesson has not been begun */
    public int place(Lesson lesson) {
        String place = kept.getProperty(lesson.id() + "/place");
        try {
            return place == null
                    ? -1
                    : Math.clamp(PlainNumber.whole(place), 0, lesson.steps().size() - 1);
        } catch (NumberFormatException _) {
            return -1; // a file that somebody has changed
        }
    }

    public void setPlace(Lesson lesson, int step) {
        put(lesson.id() + "/place", Integer.toString(step));
    }

    /** Whether the user learns on the data on screen in place of the lesson's own. */
    public boolean onOtherData(Lesson lesson) {
        return kept.containsKey(lesson.id() + "/otherData");
    }

    public void setOnOtherData(Lesson lesson, boolean value) {
        if (value) {
            put(lesson.id() + "/otherData", "true");
        } else {
            kept.remove(lesson.id() + "/otherData");
            save();
        }
    }

    /** @return what was predicted, empty for no idea; null where nothing has been yet */
    public String answer(Lesson lesson, int step) {
        return kept.getProperty(key(lesson, step) + "/answer");
    }

    public void setAnswer(Lesson lesson, int step, String answer) {
        put(key(lesson, step) + "/answer", answer);
    }

    /** @return what the run had; null while the step has not been done */
    public Map<MeasuredValue, Double> measured(Lesson lesson, int step) {
        if (!done(lesson, step)) {
            return null;
        }
        Map<MeasuredValue, Double> values = new HashMap<>();
        String start = key(lesson, step) + VALUE;
        for (String name : kept.stringPropertyNames()) {
            if (name.startsWith(start)) {
                try {
                    values.put(
                            MeasuredValue.parse(name.substring(start.length())),
                            Double.parseDouble(kept.getProperty(name)));
                } catch (Problem | NumberFormatException _) {
                    // Of another version: the text says that it is not known.
                }
            }
        }
        return values;
    }

    /** Takes note of what the run had when the step was done. */
    public void setMeasured(Lesson lesson, int step, Map<MeasuredValue, Double> values) {
        values.forEach(
                (value, number) -> kept.setProperty(key(lesson, step) + VALUE + value.text(), Double.toString(number)));
        put(key(lesson, step) + "/done", "true");
    }

    public boolean done(Lesson lesson, int step) {
        return kept.containsKey(key(lesson, step) + "/done");
    }

    /** Whether every step has been done. */
    public boolean done(Lesson lesson) {
        for (int step = 0; step < lesson.steps().size(); step++) {
            if (!done(lesson, step)) {
                return false;
            }
        }
        return true;
    }

    /** Lets a step be predicted anew. */
    public void forget(Lesson lesson, int step) {
        String start = key(lesson, step) + "/";
        kept.keySet().removeIf(key -> key.toString().startsWith(start));
        save();
    }

    private static String key(Lesson lesson, int step) {
        Step.Texts texts = lesson.steps().get(step).texts().in(Locale.ENGLISH);
        return lesson.id() + "/" + texts.title();
    }

    private void put(String key, String value) {
        kept.setProperty(key, value);
        save();
    }

    private void save() {
        file.save((Properties) kept.clone());
    }

    /** Saves what is not saved yet. */
    @Override
    public void close() {
        file.close();
    }
}

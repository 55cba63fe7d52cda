package latentlab.lesson;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import latentlab.text.Excerpt;
import latentlab.text.Problem;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** The sections of one step, whose headings say which part it is and in which language. */
final class SectionsOfStep {
    /** A section, by its heading in each language. */
    enum Part {
        READ("Read", "説明"),
        PREDICT("Predict", "予想"),
        WATCH("Watch", "観察"),
        COMPARE("Compare", "比較");

        private final String english;
        private final String japanese;

        Part(String english, String japanese) {
            this.english = english;
            this.japanese = japanese;
        }

        Bilingual<String> heading() {
            return new Bilingual<>(english, japanese);
        }
    }

    /** What has been read in one language. */
    private static final class Read {
        private final Map<Part, List<Block>> blocks = new EnumMap<>(Part.class);
        private final List<String> choices = new ArrayList<>();
        private int right = -1;

        private Step.Texts texts(String title) {
            return new Step.Texts(
                    title, of(Part.READ), of(Part.PREDICT), List.copyOf(choices), of(Part.WATCH), of(Part.COMPARE));
        }

        private List<Block> of(Part part) {
            return List.copyOf(blocks.getOrDefault(part, List.of()));
        }
    }

    private final String file;
    private final SpanReader spans;
    private final Bilingual<String> title;
    private final Read english = new Read();
    private final Read japanese = new Read();
    private Read into;
    private Part part;

    SectionsOfStep(String file, SpanReader spans, Bilingual<String> title) {
        this.file = file;
        this.spans = spans;
        this.title = title;
    }

    void begin(Heading heading) throws Problem {
        String name = spans.plain(heading);
        for (Part each : Part.values()) {
            if (name.equals(each.english) || name.equals(each.japanese)) {
                part = each;
                into = name.equals(each.english) ? english : japanese;
                if (into.blocks.putIfAbsent(each, new ArrayList<>()) != null) {
                    throw wrong(heading, "lesson.sectionTwice", name);
                }
                return;
            }
        }
        throw wrong(heading, "lesson.section", Excerpt.of(name));
    }

    void add(Node node) throws Problem {
        if (into == null) {
            throw wrong(node, "lesson.beforeSection");
        }
        if (part == Part.PREDICT && node instanceof BulletList list && spans.isChoice(list)) {
            if (!into.choices.isEmpty()) {
                throw wrong(node, "lesson.choicesTwice");
            }
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                if (spans.isRight(item)) {
                    if (into.right >= 0) {
                        throw wrong(item, "lesson.rightTwice");
                    }
                    into.right = into.choices.size();
                }
                into.choices.add(spans.choice(item));
            }
            return;
        }
        into.blocks.get(part).addAll(spans.blocks(node, part == Part.COMPARE));
    }

    /** Whether a prediction is asked for. */
    boolean asks() {
        return english.blocks.containsKey(Part.PREDICT) || japanese.blocks.containsKey(Part.PREDICT);
    }

    /** Answers to choose from; 0 for none. */
    int choices() {
        return Math.max(english.choices.size(), japanese.choices.size());
    }

    int right() {
        return Math.max(english.right, japanese.right);
    }

    /** @throws Problem if the languages do not say the same, or there is a prediction without anything to compare */
    Bilingual<Step.Texts> texts(Heading heading) throws Problem {
        boolean inEnglish = !english.blocks.isEmpty();
        boolean inJapanese = !japanese.blocks.isEmpty();
        if (!inEnglish && !inJapanese) {
            throw wrong(heading, "lesson.emptyStep");
        }
        if (inEnglish && inJapanese) {
            boolean same = english.blocks.keySet().equals(japanese.blocks.keySet())
                    && english.choices.size() == japanese.choices.size()
                    && english.right == japanese.right;
            if (!same) {
                throw wrong(heading, "lesson.unlike");
            }
        }
        Read one = inEnglish ? english : japanese;
        if (one.blocks.containsKey(Part.PREDICT) != one.blocks.containsKey(Part.COMPARE)) {
            throw wrong(heading, "lesson.halfQuestion");
        }
        return new Bilingual<>(
                inEnglish ? english.texts(title.english()) : null,
                inJapanese ? japanese.texts(title.japanese()) : null);
    }

    private Problem wrong(Node node, String key, Object... values) {
        return Place.problem(file, BodyReader.line(node), key, values);
    }
}

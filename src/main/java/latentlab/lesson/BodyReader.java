package latentlab.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Excerpt;
import latentlab.text.Problem;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads the steps of a lesson, each of which begins with a heading of the second level. */
final class BodyReader {
    private static final int STEP = 2;
    private static final int SECTION = 3;
    /** What marks the block with a step's settings and actions. */
    private static final String BLOCK = "step";

    /** Keys of that block that are no settings. */
    static final List<String> KEYS = List.of("do", "measure", "holds");

    private final String file;
    private final TrainingConfig first;
    private final SpanReader spans;
    /** Of the run that the step before is about. */
    private TrainingConfig config;
    /** The most epochs that run has been trained. */
    private int epochs;

    BodyReader(String file, TrainingConfig config) {
        this.file = file;
        this.config = config;
        first = config;
        spans = new SpanReader(file);
    }

    /** @param from index of the first line after the header */
    List<Step> read(List<String> lines, int from) throws Problem {
        // Empty lines in place of the header keep the numbers of the others.
        String body = "\n".repeat(from) + String.join("\n", lines.subList(from, lines.size()));
        Node document = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build()
                .parse(body);
        List<Step> steps = new ArrayList<>();
        Set<String> titles = new HashSet<>();
        boolean english = false;
        boolean japanese = false;
        for (Node node = document.getFirstChild(); node != null; ) {
            if (!(node instanceof Heading heading) || heading.getLevel() != STEP) {
                throw wrong(node, "lesson.beforeStep");
            }
            List<Node> parts = new ArrayList<>();
            for (node = node.getNext(); !isHeading(node, STEP) && node != null; node = node.getNext()) {
                parts.add(node);
            }
            Step step = step(heading, parts);
            String title = title(heading).english();
            if (!titles.add(title)) {
                throw wrong(heading, "lesson.sameTitle", Excerpt.of(title));
            }
            if (steps.isEmpty()) {
                english = step.texts().english() != null;
                japanese = step.texts().japanese() != null;
            } else if (english != (step.texts().english() != null)
                    || japanese != (step.texts().japanese() != null)) {
                throw wrong(heading, "lesson.languages");
            }
            steps.add(step);
        }
        if (steps.isEmpty()) {
            throw Place.problem(file, lines.size(), "lesson.noStep");
        }
        return List.copyOf(steps);
    }

    private Bilingual<String> title(Heading heading) throws Problem {
        try {
            return LessonReader.both(spans.plain(heading));
        } catch (Problem problem) {
            throw Place.problem(file, line(heading), problem);
        }
    }

    private static boolean isHeading(Node node, int level) {
        return node instanceof Heading heading && heading.getLevel() <= level;
    }

    private Step step(Heading heading, List<Node> parts) throws Problem {
        KeyLines lines = new KeyLines(file, List.of());
        SectionsOfStep sections = new SectionsOfStep(file, spans, title(heading));
        for (int i = 0; i < parts.size(); i++) {
            Node part = parts.get(i);
            if (part instanceof FencedCodeBlock code && BLOCK.equals(code.getInfo())) {
                if (i > 0) {
                    throw wrong(part, "lesson.blockFirst");
                }
                lines = KeyLines.parse(file, code.getLiteral().lines().toList(), line(part) + 1);
            } else if (isHeading(part, SECTION)) {
                sections.begin((Heading) part);
            } else {
                sections.add(part);
            }
        }
        Bilingual<Step.Texts> texts = sections.texts(heading);
        List<Action> actions = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        MeasuredValue measured = null;
        KeyLines.Line measure = lines.of("measure");
        if (measure != null) {
            measured = read(lines, measure, MeasuredValue::parse);
        }
        for (KeyLines.Line line : lines.all("do")) {
            actions.addAll(read(lines, line, Action::parseAll));
        }
        for (KeyLines.Line line : lines.all("holds")) {
            claims.add(read(lines, line, Claim::parse));
        }
        if (!lines.without(KEYS).isEmpty()) {
            config = SettingLines.in(first, lines, KEYS);
            epochs = 0;
        }
        for (Action action : actions) {
            if (action instanceof Action.Train(int until)) {
                epochs = Math.max(epochs, until);
            }
        }
        Question question = question(heading, sections, measured);
        if (question == null && measured != null) {
            throw lines.wrong(measure, Problem.of("lesson.measure"));
        }
        Step step = new Step(texts, question, List.copyOf(actions), List.copyOf(claims), config, epochs);
        checkEpochs(heading, step);
        return step;
    }

    private Question question(Heading heading, SectionsOfStep sections, MeasuredValue measured) throws Problem {
        if (!sections.asks()) {
            return null;
        }
        if (sections.choices() > 0) {
            if (measured != null) {
                throw wrong(heading, "lesson.bothQuestions");
            }
            return new Question.Choice(sections.choices(), sections.right());
        }
        return measured == null ? new Question.Words() : new Question.Number(measured);
    }

    /** A value after an epoch that no step trains to would never be known. */
    private void checkEpochs(Heading heading, Step step) throws Problem {
        for (MeasuredValue value : step.values()) {
            if (value.run() == null && value.epoch() > step.epochs() && !step.comparesMaps()) {
                throw wrong(heading, "lesson.untrained", value.text(), step.epochs());
            }
        }
    }

    /** Reads the value of a line. */
    private interface Reading<T> {
        T of(String text) throws Problem;
    }

    private static <T> T read(KeyLines lines, KeyLines.Line line, Reading<T> reading) throws Problem {
        try {
            return reading.of(line.value());
        } catch (Problem problem) {
            throw lines.wrong(line, problem);
        }
    }

    static int line(Node node) {
        return node.getSourceSpans().getFirst().getLineIndex() + 1;
    }

    private Problem wrong(Node node, String key, Object... values) {
        return Place.problem(file, line(node), key, values);
    }
}

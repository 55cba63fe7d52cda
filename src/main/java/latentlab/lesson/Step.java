package latentlab.lesson;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import latentlab.engine.settings.TrainingConfig;

/**
 * One step of a lesson: a question, what is then done and watched, and what came of it.
 *
 * @param question null where nothing is asked
 * @param actions done when the user has answered
 * @param claims that the comparison makes of the run
 * @param config of the run it is about
 * @param epochs that run has to have for the comparison; 0 where it may be untrained
 */
public record Step(
        Bilingual<Texts> texts,
        Question question,
        List<Action> actions,
        List<Claim> claims,
        TrainingConfig config,
        int epochs) {
    /**
     * What it says in one language.
     *
     * @param read before the question
     * @param predict the question
     * @param choices answers to choose from; empty where there are none
     * @param watch what to look at
     * @param compare said afterwards, with values of the run
     */
    public record Texts(
            String title,
            List<Block> read,
            List<Block> predict,
            List<String> choices,
            List<Block> watch,
            List<Block> compare) {}

    /** Everything that has to be measured of the run for it. */
    public SequencedSet<MeasuredValue> values() {
        Stream<MeasuredValue> said = Stream.of(texts.english(), texts.japanese())
                .filter(each -> each != null)
                .flatMap(each -> each.compare().stream())
                .flatMap(Step::values);
        Stream<MeasuredValue> asked =
                question instanceof Question.Number(MeasuredValue measured) ? Stream.of(measured) : Stream.empty();
        Stream<MeasuredValue> claimed = claims.stream().flatMap(Claim::values);
        SequencedSet<MeasuredValue> all = new LinkedHashSet<>();
        Stream.of(said, asked, claimed).flatMap(each -> each).forEach(all::add);
        return all;
    }

    private static Stream<MeasuredValue> values(Block block) {
        List<Span> spans =
                switch (block) {
                    case Block.Paragraph(List<Span> in) -> in;
                    case Block.Item(int _, List<Span> in) -> in;
                    case Block.Code _ -> List.of();
                };
        return spans.stream().filter(Span.Filled.class::isInstance).map(span -> ((Span.Filled) span).value());
    }

    /** Whether it trains runs of its own to compare. */
    public boolean comparesMaps() {
        return actions.contains(new Action.CompareMaps());
    }
}

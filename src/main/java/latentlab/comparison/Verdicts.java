package latentlab.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import latentlab.engine.settings.Setting;
import latentlab.text.Sentence;

/** What may be said of groups of runs whose losses measure the same. */
final class Verdicts {
    /** Of fewer runs nobody can tell how much they differ by chance. */
    private static final int FEWEST = 3;

    private static final MathContext DIGITS = new MathContext(4);

    private Verdicts() {}

    /** @return which run came to the least validation loss; empty of one run alone */
    static Optional<Sentence> best(Comparison comparison) {
        if (comparison.runs().size() < 2) {
            return Optional.empty();
        }
        return comparison.runs().stream()
                .filter(run -> run.best() != null)
                .min(Comparator.comparingDouble(run -> run.best().validLoss()))
                .map(run -> Sentence.of(
                        "comparison.best",
                        comparison.label(run),
                        digits(run.best().validLoss()),
                        run.best().epoch()));
    }

    /** @return that some of its runs have the same seed, and so are the same run; else empty */
    static Optional<Sentence> repeated(SeedGroup group) {
        List<ComparedRun> counted = group.ofDistinctSeeds();
        List<String> again = group.runs().stream()
                .filter(run -> !counted.contains(run))
                .map(ComparedRun::name)
                .toList();
        return again.isEmpty()
                ? Optional.empty()
                : Optional.of(Sentence.of("comparison.repeated", String.join(", ", again)));
    }

    /** @return that its runs were trained for different numbers of epochs, where nothing in their settings says so */
    static Optional<Sentence> lengths(Comparison comparison, SeedGroup group) {
        var epochs = group.runs().stream().mapToInt(ComparedRun::epochs).summaryStatistics();
        boolean planned = group.runs().getFirst().config().get(Setting.EARLY_STOPPING) > 0;
        return planned || epochs.getMin() == epochs.getMax()
                ? Optional.empty()
                : Optional.of(
                        Sentence.of("comparison.lengths", comparison.label(group), epochs.getMin(), epochs.getMax()));
    }

    /** @return the best of several groups against each other one, of those with enough seeds to tell */
    static List<Judgement> judged(List<SeedGroup> groups) {
        List<SeedGroup> enough = ranked(groups).stream()
                .filter(group -> group.best().length >= FEWEST)
                .toList();
        return enough.stream()
                .skip(1)
                .map(worse -> new Judgement(
                        enough.getFirst(),
                        worse,
                        MeanDifference.of(worse.best(), enough.getFirst().best())))
                .toList();
    }

    private static List<SeedGroup> ranked(List<SeedGroup> groups) {
        return groups.stream()
                .filter(group -> group.best().length > 0)
                .sorted(Comparator.comparingDouble(group -> group.statistics().getAverage()))
                .toList();
    }

    /** @return whether groups differ by more than chance, or that too few runs are there to tell */
    static List<Sentence> between(Comparison comparison, List<SeedGroup> groups) {
        List<SeedGroup> ranked = ranked(groups);
        List<Judgement> judged = judged(groups);
        if (ranked.size() == 2 && judged.isEmpty()) {
            return List.of(Sentence.of(
                    "comparison.few", mean(comparison, ranked.getFirst()), mean(comparison, ranked.getLast()), FEWEST));
        }
        List<Sentence> said = new ArrayList<>();
        judged.forEach(each -> said.add(sentence(comparison, each)));
        if (judged.size() > 1) {
            said.add(Sentence.of("comparison.several", judged.size()));
        }
        long few = ranked.stream().filter(group -> group.best().length < FEWEST).count();
        if (ranked.size() > 1 && few > 0) {
            said.add(Sentence.of("comparison.others", few, ranked.size(), FEWEST));
        }
        return said;
    }

    private static Sentence sentence(Comparison comparison, Judgement judged) {
        MeanDifference difference = judged.difference();
        return Sentence.of(
                difference.maybeNone() ? "comparison.chance" : "comparison.better",
                mean(comparison, judged.better()),
                mean(comparison, judged.worse()),
                digits(difference.difference()),
                digits(difference.low()),
                digits(difference.high()));
    }

    private static Sentence mean(Comparison comparison, SeedGroup group) {
        return Sentence.of(
                "comparison.mean",
                comparison.label(group),
                digits(group.statistics().getAverage()),
                group.best().length);
    }

    private static String digits(double value) {
        return new BigDecimal(value).round(DIGITS).toPlainString();
    }
}

package latentlab.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latentlab.run.Run;

/** Names for the runs of one list: the user's own, or the settings in which they differ. No two are the same. */
public final class RunNames {
    private RunNames() {}

    /**
     * @param otherwise the name of a run that nothing tells from the others
     * @param words for the name of a {@link Difference} and one of its values
     * @return names of runs of a session, in their order, without looking at their epochs
     */
    public static List<String> of(List<Run> runs, Function<Run, String> otherwise, BinaryOperator<String> words) {
        List<ComparedRun> compared = runs.stream()
                .map(run -> new ComparedRun(
                        otherwise.apply(run),
                        run.findings().said().name(),
                        run.start(),
                        run.config(),
                        List.of(),
                        run.rateChanges(),
                        Collections.emptySortedMap(),
                        Collections.emptySortedMap()))
                .toList();
        return of(compared, Comparison.differencesOf(compared), words);
    }

    /**
     * @param differences of the runs
     * @return of each run the name that the user gave it; else what tells it from the others, such as "latent 2, lr
     *     0.01"; else {@link ComparedRun#name}
     */
    static List<String> of(List<ComparedRun> runs, List<Difference> differences) {
        return of(runs, differences, RunNames::written);
    }

    private static List<String> of(List<ComparedRun> runs, List<Difference> differences, BinaryOperator<String> words) {
        List<String> names = IntStream.range(0, runs.size())
                .mapToObj(run -> name(runs.get(run), differing(run, differences, _ -> true, words)))
                .toList();
        List<String> apart = apart(
                names,
                run -> runs.get(run).name().equals(names.get(run))
                        ? names.get(run)
                        : names.get(run) + " (" + runs.get(run).name() + ")");
        return apart(
                apart,
                run -> apart.get(run) + " #"
                        + (1
                                + apart.subList(0, run).stream()
                                        .filter(apart.get(run)::equals)
                                        .count()));
    }

    private static String name(ComparedRun run, String differing) {
        return !run.given().isBlank() ? run.given() : differing.isEmpty() ? run.name() : differing;
    }

    /** @param longer of a run whose name another has too */
    private static List<String> apart(List<String> names, IntFunction<String> longer) {
        List<String> apart = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean alone = names.stream().filter(name::equals).count() == 1;
            apart.add(alone ? name : longer.apply(i));
        }
        return apart;
    }

    /** @return the differences that count, with the values of a run; empty where none makes a difference to it */
    static String differing(int run, List<Difference> differences, Predicate<Difference> counts) {
        return differing(run, differences, counts, RunNames::written);
    }

    /** As the command line names settings and writes their values. */
    private static String written(String name, String value) {
        return name + " " + value;
    }

    private static String differing(
            int run, List<Difference> differences, Predicate<Difference> counts, BinaryOperator<String> words) {
        return differences.stream()
                .filter(counts)
                .filter(difference -> !difference.values().get(run).isEmpty())
                .map(difference ->
                        words.apply(difference.name(), difference.values().get(run)))
                .collect(Collectors.joining(", "));
    }
}

package latentlab.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
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

    /**
     * A run that nobody has named.
     *
     * @param otherwise its name if nothing tells it from the others
     * @param data what its data are called
     */
    public record Nameless(String otherwise, TrainingConfig config, String data) {}

    /**
     * What a run is called that nobody has named.
     *
     * @param differences names of each {@link Difference} that is said in it
     */
    public record Called(String name, Set<String> differences) {}

    /**
     * @param words for the name of a {@link Difference} and one of its values
     * @return names of runs that nobody has named, in their order: data and units where these differ, and what else is
     *     not as in most of them, since there may be many
     */
    public static List<Called> of(List<Nameless> runs, BinaryOperator<String> words) {
        List<Difference> differences = new ArrayList<>();
        for (Difference each :
                Difference.ofSettings(runs.stream().map(Nameless::config).toList())) {
            differences.add(each.name().equals(Setting.LATENT.name()) ? each : each.withoutUsual());
        }
        List<String> data = runs.stream().map(Nameless::data).toList();
        if (data.stream().distinct().count() > 1) {
            differences.addFirst(new Difference(Difference.DATA, data));
        }
        List<String> names = of(runs.stream().map(Nameless::otherwise).toList(), differences, words, _ -> "");
        return IntStream.range(0, runs.size())
                .mapToObj(run -> new Called(
                        names.get(run),
                        differences.stream()
                                .filter(each -> !each.values().get(run).isEmpty())
                                .map(Difference::name)
                                .collect(Collectors.toSet())))
                .toList();
    }

    private static List<String> of(List<ComparedRun> runs, List<Difference> differences, BinaryOperator<String> words) {
        return of(
                runs.stream().map(ComparedRun::name).toList(),
                differences,
                words,
                run -> runs.get(run).given());
    }

    private static List<String> of(
            List<String> otherwise,
            List<Difference> differences,
            BinaryOperator<String> words,
            IntFunction<String> given) {
        List<Difference> told = inShort(differences);
        List<String> names = IntStream.range(0, otherwise.size())
                .mapToObj(run -> name(given.apply(run), differing(run, told, _ -> true, words), otherwise.get(run)))
                .toList();
        List<String> apart = apart(
                names,
                (run, _) -> otherwise.get(run).equals(names.get(run))
                        ? names.get(run)
                        : names.get(run) + " (" + otherwise.get(run) + ")");
        return apart(apart, (run, before) -> apart.get(run) + " #" + (1 + before));
    }

    private static String name(String given, String differing, String otherwise) {
        return !given.isBlank() ? given : differing.isEmpty() ? otherwise : differing;
    }

    /** @param longer of a run whose name another has too, and of how many before it have that name */
    private static List<String> apart(List<String> names, BiFunction<Integer, Integer, String> longer) {
        Map<String, Long> all = names.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        Map<String, Integer> before = new HashMap<>();
        List<String> apart = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            int earlier = before.merge(name, 1, Integer::sum) - 1;
            apart.add(all.get(name) == 1 ? name : longer.apply(i, earlier));
        }
        return apart;
    }

    /**
     * @param told differences {@link #inShort}
     * @return those that count, with the values of a run; empty where none makes a difference to it
     */
    static String differing(int run, List<Difference> told, Predicate<Difference> counts) {
        return differing(run, told, counts, RunNames::written);
    }

    /** Data from a folder or a file by its name alone, unless others have that name too. */
    static List<Difference> inShort(List<Difference> differences) {
        return differences.stream()
                .map(each -> each.name().equals(Difference.DATA)
                        ? new Difference(Difference.DATA, namesOf(each.values()))
                        : each)
                .toList();
    }

    private static List<String> namesOf(List<String> origins) {
        Map<String, Long> others =
                origins.stream().distinct().collect(Collectors.groupingBy(RunNames::lastName, Collectors.counting()));
        return origins.stream()
                .map(each -> others.get(lastName(each)) == 1 ? lastName(each) : each)
                .toList();
    }

    private static String lastName(String origin) {
        String name = origin.substring(1 + Math.max(origin.lastIndexOf('/'), origin.lastIndexOf('\\')));
        return name.isEmpty() ? origin : name;
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

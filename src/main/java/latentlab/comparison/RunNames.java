package latentlab.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import latentlab.text.Sentence;

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
    public record Called(Sentence name, Set<String> differences) {
        /** @return a name that a person or a file gives, as a sentence */
        public static Sentence as(String given) {
            return Sentence.of("comparison.name", given);
        }
    }

    /**
     * @param words for the name of a {@link Difference} and one of its values
     * @return names of runs that nobody has named, in their order: data and units where these differ, and what else is
     *     not as in most of them, since there may be many
     */
    public static List<Called> of(List<Nameless> runs, BiFunction<String, String, Sentence> words) {
        List<Difference> differences = new ArrayList<>();
        for (Difference each :
                Difference.ofSettings(runs.stream().map(Nameless::config).toList())) {
            differences.add(each.name().equals(Setting.LATENT.name()) ? each : each.withoutUsual());
        }
        List<String> data = runs.stream().map(Nameless::data).toList();
        if (data.stream().distinct().count() > 1) {
            differences.addFirst(new Difference(Difference.DATA, data));
        }
        List<Sentence> names =
                of(runs.stream().map(Nameless::otherwise).toList(), differences, new Sentences(words), _ -> "");
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
                new Texts(words),
                run -> runs.get(run).given());
    }

    /** How names are put together: as texts, or as what can be said in any language. */
    private interface Wording<N> {
        N plain(String name);

        /** @param name of a {@link Difference} */
        N difference(String name, String value);

        N both(N first, N second);

        /** A name that others have too, with what else the run is called. */
        N with(N name, String otherwise);

        N numbered(N name, int number);
    }

    private record Texts(BinaryOperator<String> words) implements Wording<String> {
        @Override
        public String plain(String name) {
            return name;
        }

        @Override
        public String difference(String name, String value) {
            return words.apply(name, value);
        }

        @Override
        public String both(String first, String second) {
            return first + ", " + second;
        }

        @Override
        public String with(String name, String otherwise) {
            return name + " (" + otherwise + ")";
        }

        @Override
        public String numbered(String name, int number) {
            return name + " #" + number;
        }
    }

    private record Sentences(BiFunction<String, String, Sentence> words) implements Wording<Sentence> {
        @Override
        public Sentence plain(String name) {
            return Called.as(name);
        }

        @Override
        public Sentence difference(String name, String value) {
            return words.apply(name, value);
        }

        @Override
        public Sentence both(Sentence first, Sentence second) {
            return Sentence.of("comparison.name.both", first, second);
        }

        @Override
        public Sentence with(Sentence name, String otherwise) {
            return Sentence.of("comparison.name.with", name, otherwise);
        }

        @Override
        public Sentence numbered(Sentence name, int number) {
            return Sentence.of("comparison.name.numbered", name, number);
        }
    }

    private static <N> List<N> of(
            List<String> otherwise, List<Difference> differences, Wording<N> words, IntFunction<String> given) {
        List<Difference> told = inShort(differences);
        List<N> names = IntStream.range(0, otherwise.size())
                .mapToObj(run -> {
                    String own = given.apply(run);
                    return !own.isBlank()
                            ? words.plain(own)
                            : differing(run, told, _ -> true, words).orElse(words.plain(otherwise.get(run)));
                })
                .toList();
        List<N> apart = apart(
                names,
                (run, _) -> words.plain(otherwise.get(run)).equals(names.get(run))
                        ? names.get(run)
                        : words.with(names.get(run), otherwise.get(run)));
        return apart(apart, (run, before) -> words.numbered(apart.get(run), 1 + before));
    }

    /** @param longer of a run whose name another has too, and of how many before it have that name */
    private static <N> List<N> apart(List<N> names, BiFunction<Integer, Integer, N> longer) {
        Map<N, Long> all = names.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        Map<N, Integer> before = new HashMap<>();
        List<N> apart = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            N name = names.get(i);
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
        return differing(run, told, counts, new Texts(RunNames::written)).orElse("");
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

    private static <N> Optional<N> differing(
            int run, List<Difference> differences, Predicate<Difference> counts, Wording<N> words) {
        return differences.stream()
                .filter(counts)
                .filter(difference -> !difference.values().get(run).isEmpty())
                .map(difference ->
                        words.difference(difference.name(), difference.values().get(run)))
                .reduce(words::both);
    }
}

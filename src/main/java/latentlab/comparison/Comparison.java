package latentlab.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.engine.settings.Setting;
import latentlab.run.BranchedFrom;
import latentlab.text.Sentence;

/** Several runs side by side: in what they differ, which belong together, and what may be concluded from them. */
public final class Comparison {
    /** Letters of a hash that tell data apart. */
    private static final int HASH = 8;

    private final List<ComparedRun> runs;
    private final List<Difference> differences;
    /** The same as they are told of a run, one after the other. */
    private final List<Difference> told;

    private final List<SeedGroup> groups;
    private final List<Dimension> dimensions;
    private final List<String> names;
    /** Worked out once: tables and figures ask for them again and again. Shape [runs] of each. */
    private final Map<KeyFigure, double[]> values = new EnumMap<>(KeyFigure.class);

    /** Of each run, the first of a run that is there twice. By identity, since runs are large. */
    private final Map<ComparedRun, Integer> places = new IdentityHashMap<>();

    /** By identity, likewise. */
    private final Set<ComparedRun> repeats = Collections.newSetFromMap(new IdentityHashMap<>());

    private Comparison(List<ComparedRun> runs) {
        this.runs = List.copyOf(runs);
        differences = differencesOf(this.runs);
        told = RunNames.inShort(differences);
        for (int i = 0; i < this.runs.size(); i++) {
            places.putIfAbsent(this.runs.get(i), i);
        }
        names = RunNames.of(this.runs, differences);
        groups = this.runs.stream()
                .collect(Collectors.groupingBy(Comparison::withoutSeed, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(SeedGroup::new)
                .toList();
        dimensions = differences.stream()
                .map(Dimension::of)
                .filter(dimension -> dimension.values().size() > 1)
                .sorted(Comparator.comparing(Dimension::isSeed))
                .toList();
        for (KeyFigure figure : KeyFigure.values()) {
            values.put(figure, this.runs.stream().mapToDouble(figure::of).toArray());
        }
        for (SeedGroup group : groups) {
            Set<Long> seeds = new HashSet<>();
            group.runs().stream().filter(run -> !seeds.add(run.config().seed())).forEach(repeats::add);
        }
    }

    /** @param runs one or more */
    public static Comparison of(List<ComparedRun> runs) {
        return new Comparison(runs);
    }

    public List<ComparedRun> runs() {
        return runs;
    }

    /** In what they differ: settings in the order of {@link Setting#ALL}, then data, then changes of the rate. */
    public List<Difference> differences() {
        return differences;
    }

    /** What can be an axis: the differences that take two values or more, the seed last. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /**
     * What can be compared: what some of the runs have, and losses only where all are of one kind, test errors only
     * where all are of the same data.
     */
    public List<KeyFigure> figures() {
        boolean oneKind = kinds().size() == 1;
        boolean sameData =
                runs.stream().map(run -> run.start().data().hash()).distinct().count() == 1;
        return Stream.of(KeyFigure.values())
                .filter(figure -> oneKind || figure == KeyFigure.SECONDS || sameData && figure.isTestError())
                .filter(figure -> Arrays.stream(values.get(figure)).anyMatch(Double::isFinite))
                .toList();
    }

    /** @return of a run, by its place; NaN where it has none */
    public double value(KeyFigure figure, int run) {
        return values.get(figure)[run];
    }

    /** Whether a run before it has the same settings and seed, so that it tells nothing new. */
    public boolean isRepeat(int run) {
        return repeats.contains(runs.get(run));
    }

    /**
     * @return what the runs came to with each pair of values, shape [values of down, values of across]; null where no
     *     run has them
     */
    public Spread[][] cells(KeyFigure figure, Dimension across, Dimension down) {
        Spread[][] cells = new Spread[down.values().size()][across.values().size()];
        IntStream.range(0, runs.size())
                .filter(run -> across.places()[run] >= 0 && down.places()[run] >= 0)
                .boxed()
                .collect(Collectors.groupingBy(run -> List.of(down.places()[run], across.places()[run])))
                .forEach((place, inside) -> cells[place.getFirst()][place.getLast()] = Spread.of(inside, this, figure));
        return cells;
    }

    /** @return the runs along a setting, apart by all else in which they differ but for the seed */
    public List<Series> series(KeyFigure figure, Dimension across) {
        Predicate<Difference> other = difference -> !difference.name().equals(across.name()) && !isSeed(difference);
        List<Difference> others = differences.stream().filter(other).toList();
        return IntStream.range(0, runs.size())
                .filter(run -> across.places()[run] >= 0)
                .boxed()
                .collect(Collectors.groupingBy(
                        run -> others.stream()
                                .map(difference -> difference.values().get(run))
                                .toList(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .sorted(Comparator.comparing(inside -> inside.getFirst(), inTheirOrder(across)))
                .map(inside -> new Series(
                        others.isEmpty() ? "" : label(runs.get(inside.getFirst()), other),
                        points(figure, across, inside)))
                .toList();
    }

    /** Runs by their settings, the first that differs first. */
    private Comparator<Integer> inTheirOrder(Dimension but) {
        Comparator<Integer> order = (_, _) -> 0;
        for (Dimension each : dimensions) {
            if (!each.name().equals(but.name()) && !each.isSeed()) {
                order = order.thenComparingInt(run -> each.places()[run]);
            }
        }
        return order;
    }

    private List<Series.Point> points(KeyFigure figure, Dimension across, List<Integer> inside) {
        return inside.stream()
                .collect(Collectors.groupingBy(run -> across.places()[run], TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new Series.Point(entry.getKey(), Spread.of(entry.getValue(), this, figure)))
                .toList();
    }

    /** Each has the runs that differ in the seed alone; in the order of their first runs. */
    public List<SeedGroup> groups() {
        return groups;
    }

    /** The groups by what their losses measure: only those of the same kind can be ranked. */
    public SequencedMap<LossKind, List<SeedGroup>> kinds() {
        return groups.stream()
                .collect(Collectors.groupingBy(
                        group -> LossKind.of(group.runs().getFirst()), LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * @return a run's validation losses, shape [epochs + 1]; of a branch beside the run that it has left, NaN before
     *     the last epoch they share, so that its curve begins on the other's
     */
    public double[] ownLosses(ComparedRun run) {
        double[] losses = run.losses();
        BranchedFrom from = run.start().from();
        if (from != null
                && runs.stream()
                        .anyMatch(each -> each != run && each.start().id().equals(from.run()))) {
            Arrays.fill(losses, 0, Math.min(from.epoch(), losses.length), Double.NaN);
        }
        return losses;
    }

    /** @return the name that a run was given; else what tells it from the others, e.g. "latent 2, lr 0.01" */
    public String label(ComparedRun run) {
        return names.get(places.get(run));
    }

    /** @return what tells a group from the others; the name of its first run if nothing does */
    public String label(SeedGroup group) {
        ComparedRun first = group.runs().getFirst();
        return group.runs().size() == 1 && !first.given().isBlank()
                ? label(first)
                : label(first, difference -> !isSeed(difference));
    }

    private static boolean isSeed(Difference difference) {
        return difference.name().equals(Setting.SEED.name());
    }

    private String label(ComparedRun run, Predicate<Difference> counts) {
        String label = RunNames.differing(places.get(run), told, counts);
        return label.isEmpty() ? run.name() : label;
    }

    /**
     * What may be concluded, for users: the best run, whether settings that were tried with several seeds differ by
     * more than chance, and what stands in the way of comparing.
     */
    public List<Sentence> conclusions() {
        List<Sentence> said = new ArrayList<>();
        SequencedMap<LossKind, List<SeedGroup>> kinds = kinds();
        if (kinds.size() > 1) {
            String names = String.join(", ", LossKind.differing(kinds.keySet()));
            said.add(Sentence.of("comparison.kinds", names));
        } else {
            Verdicts.best(this).ifPresent(said::add);
        }
        for (SeedGroup group : groups) {
            Verdicts.repeated(group).ifPresent(said::add);
            Verdicts.lengths(this, group).ifPresent(said::add);
        }
        kinds.values().forEach(same -> said.addAll(Verdicts.between(this, same)));
        return said;
    }

    /** The best group of each kind against each other one with enough seeds, with the interval of their difference. */
    public List<Judgement> judgements() {
        return kinds().values().stream()
                .flatMap(same -> Verdicts.judged(same).stream())
                .toList();
    }

    private static Map<String, String> withoutSeed(ComparedRun run) {
        Map<String, String> settings = new LinkedHashMap<>();
        Setting.ALL.stream()
                .filter(setting -> setting != Setting.SEED)
                .forEach(setting -> settings.put(setting.name(), run.effective(setting)));
        settings.put(Difference.DATA, run.start().data().hash());
        settings.put(Difference.RATES, rates(run));
        return settings;
    }

    static List<Difference> differencesOf(List<ComparedRun> runs) {
        List<Difference> differences = new ArrayList<>(
                Difference.ofSettings(runs.stream().map(ComparedRun::config).toList()));
        if (runs.stream().map(run -> run.start().data().hash()).distinct().count() > 1) {
            differences.add(new Difference(Difference.DATA, dataOf(runs)));
        }
        List<String> rates = runs.stream().map(Comparison::rates).toList();
        if (rates.stream().distinct().count() > 1) {
            differences.add(new Difference(Difference.RATES, rates));
        }
        return List.copyOf(differences);
    }

    private static List<String> dataOf(List<ComparedRun> runs) {
        List<String> origins =
                runs.stream().map(run -> run.start().data().origin()).toList();
        List<String> hashes =
                runs.stream().map(run -> run.start().data().hash()).toList();
        return IntStream.range(0, runs.size())
                .mapToObj(i -> {
                    boolean ambiguous = IntStream.range(0, runs.size())
                            .anyMatch(j -> origins.get(j).equals(origins.get(i))
                                    && !hashes.get(j).equals(hashes.get(i)));
                    String hash = hashes.get(i);
                    String start = hash.substring(0, Math.min(HASH, hash.length()));
                    return ambiguous ? origins.get(i) + " #" + start : origins.get(i);
                })
                .toList();
    }

    private static String rates(ComparedRun run) {
        return run.rateChanges().isEmpty()
                ? Difference.NONE
                : run.rateChanges().stream()
                        .map(change ->
                                change.epoch() + ":" + Setting.RATE.domain().text(change.after()))
                        .collect(Collectors.joining(" "));
    }
}

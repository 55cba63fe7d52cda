package latentlab.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * What is looked for in a library: words that each have to be found, and conditions such as {@code latent=20},
 * {@code lr<0.01}, {@code tag:good}, {@code date>=2026-11}, {@code star}, {@code branch}. Quotation marks keep words
 * together: {@code "a whole phrase"}, {@code name:"two words"}. What is no condition is a word.
 */
public final class Query {
    private static final Pattern QUOTES = Pattern.compile("[“”„「」]");
    private static final Pattern PART = Pattern.compile("(?:[^\\s\"]|\"[^\"]*(?:\"|$))+");
    private static final Pattern CONDITION =
            Pattern.compile("([\\p{L}-]+)(" + Operator.PATTERN + ")(.*)", Pattern.DOTALL);
    /** A condition without a value, as is the next. */
    private static final String STAR = "star";

    private static final String BRANCH = "branch";

    private final Function<Sentence, String> words;
    private final Function<Entry, String> titles;
    /** What runs are called, by their ids. */
    private final Map<String, String> names;

    private final List<Predicate<Entry>> conditions = new ArrayList<>();
    private final List<Sentence> notUnderstood = new ArrayList<>();

    /**
     * @param typed by a person
     * @param words puts sentences into the person's language, so that data are found by the name that is shown
     * @param all runs of the library, so that those that left another one are found by its name
     */
    public Query(String typed, Function<Sentence, String> words, List<Entry> all) {
        this(typed, words, all, Entry::name);
    }

    /** @param titles what runs are called where they are listed */
    public Query(String typed, Function<Sentence, String> words, List<Entry> all, Function<Entry, String> titles) {
        this.words = words;
        this.titles = titles;
        names = all.stream()
                .filter(Entry::readable)
                .collect(Collectors.toMap(
                        each -> each.run().id(), each -> titles.apply(each) + "\n" + each.name(), (first, _) -> first));
        Matcher parts = PART.matcher(QUOTES.matcher(Folded.of(typed)).replaceAll("\""));
        while (parts.find()) {
            conditions.add(part(parts.group()));
        }
    }

    /** What could not be understood as it seems to be meant, and so is looked for as words. */
    public List<Sentence> notUnderstood() {
        return List.copyOf(notUnderstood);
    }

    public boolean matches(Entry entry) {
        return conditions.stream().allMatch(condition -> condition.test(entry));
    }

    private Predicate<Entry> part(String part) {
        if (part.equals(STAR)) {
            return of(run -> run.about().star());
        }
        if (part.equals(BRANCH)) {
            return of(run -> run.from() != null);
        }
        Matcher split = CONDITION.matcher(part);
        if (split.matches()) {
            Operator operator = Operator.of(split.group(2));
            try {
                return of(new Condition(split.group(1), operator, unquoted(split.group(3))).predicate(words, names));
            } catch (Problem problem) {
                notUnderstood.add(problem.sentence());
            }
        }
        String word = unquoted(part);
        return entry -> text(entry).contains(word);
    }

    private static String unquoted(String part) {
        return part.replace("\"", "");
    }

    private static Predicate<Entry> of(Predicate<RunSummary> condition) {
        return entry -> entry.readable() && condition.test(entry.run());
    }

    private String text(Entry entry) {
        Stream.Builder<String> texts = Stream.builder();
        texts.add(titles.apply(entry))
                .add(entry.name())
                .add(entry.file().getFileName().toString());
        if (entry.readable()) {
            RunSummary run = entry.run();
            texts.add(run.id()).add(run.about().note()).add(Condition.data(run, words));
            run.about().tags().forEach(texts::add);
            run.changedSettings().forEach((setting, value) -> texts.add(setting.name() + "=" + value));
        }
        return Folded.of(texts.build().collect(Collectors.joining("\n")));
    }
}

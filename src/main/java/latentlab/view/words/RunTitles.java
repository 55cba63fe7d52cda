package latentlab.view.words;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.comparison.Difference;
import latentlab.comparison.RunNames;
import latentlab.comparison.RunNames.Called;
import latentlab.engine.settings.Setting;
import latentlab.library.Entry;
import latentlab.text.Sentence;
import latentlab.view.Texts;

/**
 * What saved runs are called, the same wherever they are shown: as a person named them, else by what tells them from
 * the others of the library.
 */
public final class RunTitles {
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Map<Path, Title>> current = new ReadOnlyObjectWrapper<>(Map.of());
    /** The same, as it is read by changes that are under way, too. */
    private volatile Map<Path, Title> titles = Map.of();

    private List<Entry> all = List.of();

    public RunTitles(Texts texts) {
        this.texts = texts;
        texts.messagesProperty().subscribe(this::call);
    }

    /** @param runs all of the library, found or not */
    public void know(List<Entry> runs) {
        all = runs;
        call();
    }

    /**
     * What a run is called.
     *
     * @param sentence for any language
     * @param text in that of the window
     * @param differences names of each {@link Difference} that is said in it
     */
    public record Title(Sentence sentence, String text, Set<String> differences) {}

    private void call() {
        List<Entry> nameless = all.stream().filter(Entry::nameless).toList();
        Map<String, Sentence> data = new HashMap<>();
        nameless.forEach(
                each -> data.put(texts.get(each.run().dataName()), each.run().dataName()));
        List<Called> names = RunNames.of(
                nameless.stream()
                        .map(each -> new RunNames.Nameless(
                                each.name(),
                                each.run().config(),
                                texts.get(each.run().dataName())))
                        .toList(),
                (name, value) -> name.equals(Difference.DATA)
                        ? DifferenceWords.ofData(data.getOrDefault(value, Called.as(value)))
                        : DifferenceWords.of(name, value));
        Map<Path, Title> now = new HashMap<>();
        all.forEach(each -> now.put(each.file(), new Title(Called.as(each.name()), each.name(), Set.of())));
        for (int i = 0; i < names.size(); i++) {
            Called called = names.get(i);
            now.put(nameless.get(i).file(), new Title(called.name(), texts.get(called.name()), called.differences()));
        }
        titles = now;
        current.set(now);
    }

    /** All titles that are known, by files: another map as soon as one of them is another, or in another language. */
    public ReadOnlyObjectProperty<Map<Path, Title>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** @return what the run in a file is called; the file's name where none is known */
    public String of(Path file) {
        Title title = titles.get(file);
        return title == null ? file.getFileName().toString() : title.text();
    }

    public String of(Entry entry) {
        Title title = titles.get(entry.file());
        return title == null ? entry.name() : title.text();
    }

    /** @return what the run in a file is called, to be told in a sentence that may be read in another language, too */
    public Sentence told(Path file) {
        Title title = titles.get(file);
        return title == null ? Called.as(file.getFileName().toString()) : title.sentence();
    }

    public Sentence told(Entry entry) {
        Title title = titles.get(entry.file());
        return title == null ? Called.as(entry.name()) : title.sentence();
    }

    /** @return whether it is among the runs of the library, as far as these have been listed */
    public boolean knows(Entry entry) {
        return titles.containsKey(entry.file());
    }

    /** @return what each of some runs is called, with its file's name where a person gave others of them that name */
    public List<String> of(List<Entry> runs) {
        Map<String, Long> same = runs.stream().collect(Collectors.groupingBy(this::of, Collectors.counting()));
        return runs.stream()
                .map(each -> same.get(of(each)) == 1
                        ? of(each)
                        : of(each) + " (" + each.file().getFileName() + ")")
                .toList();
    }

    /** @return whether what a run is called says one of its settings already */
    public boolean says(Entry entry, Setting<?> setting) {
        Title title = titles.get(entry.file());
        return title != null
                && entry.nameless()
                && (title.differences().contains(setting.name())
                        || title.text().contains(entry.name())
                                && entry.saidInName().contains(setting));
    }
}

package latentlab.view.library;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import latentlab.comparison.RunNames;
import latentlab.comparison.RunNames.Called;
import latentlab.engine.settings.Setting;
import latentlab.library.Entry;
import latentlab.view.Texts;
import latentlab.view.words.DifferenceWords;

/** What the runs of the library are called: as a person named them, else by what tells them from the others. */
final class RunTitles {
    private final Texts texts;
    /** Read by changes that are under way, too. */
    private volatile Map<Path, Called> titles = Map.of();

    RunTitles(Texts texts) {
        this.texts = texts;
    }

    /** @param all runs of the library, found or not */
    void know(List<Entry> all) {
        List<Entry> nameless = all.stream().filter(Entry::nameless).toList();
        List<Called> names = RunNames.of(
                nameless.stream()
                        .map(each -> new RunNames.Nameless(
                                each.name(),
                                each.run().config(),
                                texts.get(each.run().dataName())))
                        .toList(),
                (name, value) -> DifferenceWords.of(texts, name, value));
        Map<Path, Called> now = new HashMap<>();
        all.forEach(each -> now.put(each.file(), new Called(each.name(), Set.of())));
        for (int i = 0; i < names.size(); i++) {
            now.put(nameless.get(i).file(), names.get(i));
        }
        titles = now;
    }

    /** @return what the run in a file is called; the file's name where none is known */
    String of(Path file) {
        Called called = titles.get(file);
        return called == null ? file.getFileName().toString() : called.name();
    }

    String of(Entry entry) {
        Called called = titles.get(entry.file());
        return called == null ? entry.name() : called.name();
    }

    /** @return whether what a run is called says one of its settings already */
    boolean says(Entry entry, Setting<?> setting) {
        Called called = titles.get(entry.file());
        return called != null
                && entry.nameless()
                && (called.differences().contains(setting.name())
                        || called.name().contains(entry.name())
                                && entry.saidInName().contains(setting));
    }
}

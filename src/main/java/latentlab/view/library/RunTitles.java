package latentlab.view.library;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latentlab.comparison.RunNames;
import latentlab.library.Entry;
import latentlab.view.Texts;
import latentlab.view.words.DifferenceWords;

/** What the runs of the library are called: as a person named them, else by what tells them from the others. */
final class RunTitles {
    private final Texts texts;
    private Map<Path, String> titles = Map.of();

    RunTitles(Texts texts) {
        this.texts = texts;
    }

    /** @param all runs of the library, found or not */
    void know(List<Entry> all) {
        List<Entry> nameless = all.stream().filter(Entry::nameless).toList();
        List<String> names = RunNames.of(
                nameless.stream()
                        .map(each -> new RunNames.Nameless(
                                each.name(),
                                each.run().config(),
                                texts.get(each.run().dataName())))
                        .toList(),
                (name, value) -> DifferenceWords.of(texts, name, value));
        Map<Path, String> now = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            now.put(nameless.get(i).file(), names.get(i));
        }
        titles = now;
    }

    String of(Entry entry) {
        return titles.getOrDefault(entry.file(), entry.name());
    }
}

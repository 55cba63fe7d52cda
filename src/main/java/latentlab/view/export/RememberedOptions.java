package latentlab.view.export;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import latentlab.export.Export;
import latentlab.export.ExportOption;
import latentlab.preferences.GridLook;
import latentlab.preferences.Preferences;
import latentlab.session.EpochComparison.Pinned;
import latentlab.view.ViewContext;

/**
 * What was saved last and with which options, from one session to the next. The speed of playback is the time of a
 * frame too, until another is chosen for an export; whichever was chosen last counts. How the grid looks is not
 * remembered: a picture of it begins as the grid is seen.
 */
final class RememberedOptions {
    private final Preferences preferences;
    private final List<Export> exports;
    private final ReadOnlyObjectProperty<Pinned> pinned;

    RememberedOptions(ViewContext context, List<Export> exports) {
        preferences = context.preferences();
        pinned = context.comparison().pinnedProperty();
        this.exports = exports;
        preferences
                .frameMillisProperty()
                .addListener(_ -> change((export, options) -> options.remove(key(export, ExportOption.FRAME))));
    }

    /** @return what was saved last; before that the first there is */
    Export last() {
        String id = preferences.exportProperty().get();
        return exports.stream()
                .filter(export -> export.id().equals(id))
                .findFirst()
                .orElse(exports.getFirst());
    }

    Map<ExportOption, Integer> of(Export export) {
        SortedMap<String, Integer> saved = preferences.exportOptionsProperty().get();
        Map<ExportOption, Integer> options = new HashMap<>();
        for (ExportOption option : export.options()) {
            int start = start(option);
            int value = option.ofGrid() ? start : saved.getOrDefault(key(export, option), start);
            options.put(option, value < option.least() || value > option.most() ? start : value);
        }
        return options;
    }

    private int start(ExportOption option) {
        GridLook look = preferences.gridLookProperty().get();
        Map<ExportOption, Integer> seen = Map.of(
                ExportOption.FRAME, preferences.frameMillisProperty().get(),
                ExportOption.SIGNED, look.signedError() ? 1 : 0,
                ExportOption.SMOOTH, look.smooth() ? 1 : 0,
                ExportOption.COLOURS, look.mapped() ? 1 : 0,
                ExportOption.WIPE, look.wipe() ? 1 : 0,
                ExportOption.AGAINST, pinned.get() == null ? -1 : pinned.get().epoch());
        return seen.getOrDefault(option, option.normal());
    }

    void keep(ExportRequest request) {
        preferences.exportProperty().set(request.export().id());
        change((export, options) -> {
            if (export.equals(request.export())) {
                request.options().forEach((option, value) -> {
                    if (!option.ofGrid()) {
                        options.put(key(export, option), value);
                    }
                });
            }
        });
    }

    private void change(BiConsumer<Export, Map<String, Integer>> change) {
        SortedMap<String, Integer> options =
                new TreeMap<>(preferences.exportOptionsProperty().get());
        exports.forEach(export -> change.accept(export, options));
        preferences.exportOptionsProperty().set(Collections.unmodifiableSortedMap(options));
    }

    private static String key(Export export, ExportOption option) {
        return export.id() + "." + option.id();
    }
}

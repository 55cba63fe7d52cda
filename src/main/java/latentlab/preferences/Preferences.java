package latentlab.preferences;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import latentlab.text.Messages;

/**
 * What stays as the user left it from one session to the next. Changes are saved a moment later by
 * {@link SettingsFile}. Use only on the user interface's thread.
 */
public final class Preferences implements AutoCloseable {
    /** Time each epoch is shown during playback and in exports, in milliseconds; as in the notebook's animation. */
    public static final int DEFAULT_FRAME_MILLIS = 150;

    /** How many folders and files opened last are kept. */
    public static final int MOST_RECENT = 5;

    private static final String EXPORT_OPTION = "exported.";
    private static final String RECENT = "recentData.";

    private final SettingsFile file;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>();
    private final ObjectProperty<Locale> language = new SimpleObjectProperty<>();
    /** The language saved for the next session. */
    private Locale keptLanguage;

    private final ObjectProperty<LossOptions> lossOptions = new SimpleObjectProperty<>(LossOptions.DEFAULT);
    private final ObjectProperty<GridLook> gridLook = new SimpleObjectProperty<>(GridLook.DEFAULT);
    private final ObjectProperty<MapLayout> mapLayout = new SimpleObjectProperty<>(MapLayout.BESIDE);
    private final ObjectProperty<Boolean> advancedShown = new SimpleObjectProperty<>(false);
    private final ObjectProperty<Boolean> welcomed = new SimpleObjectProperty<>(false);
    private final ObjectProperty<Boolean> runsKept = new SimpleObjectProperty<>(true);
    private final ObjectProperty<Announced> announced = new SimpleObjectProperty<>(Announced.END);
    private final ObjectProperty<Boolean> tone = new SimpleObjectProperty<>(false);
    private final ObjectProperty<Integer> frameMillis = new SimpleObjectProperty<>(DEFAULT_FRAME_MILLIS);
    private final ObjectProperty<Repeat> repeat = new SimpleObjectProperty<>(Repeat.ONCE);
    private final ObjectProperty<Integer> textSize = new SimpleObjectProperty<>(TextSizes.NORMAL);
    private final ObjectProperty<Dividers> dividers = new SimpleObjectProperty<>(Dividers.AUTOMATIC);
    private final ObjectProperty<Boolean> settingsFolded = new SimpleObjectProperty<>(false);
    private final ObjectProperty<WindowPlace> window = new SimpleObjectProperty<>();
    private final ObjectProperty<Path> folder = new SimpleObjectProperty<>();
    private final ObjectProperty<List<Path>> recentData = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<String> lossShown = new SimpleObjectProperty<>("");
    private final ObjectProperty<String> export = new SimpleObjectProperty<>("");
    private final ObjectProperty<SortedMap<String, Integer>> exportOptions =
            new SimpleObjectProperty<>(Collections.emptySortedMap());

    /**
     * Reads the saved settings. Missing values get their defaults; so do invalid ones, which are logged.
     *
     * @param systemTheme theme of the first start
     * @param systemLanguage language of the first start, if the app has it
     */
    public Preferences(Path path, Theme systemTheme, Locale systemLanguage) {
        file = new SettingsFile(path);
        SavedValues saved = new SavedValues(file.read());
        theme.set(saved.oneOf(Theme.class, "theme", systemTheme));
        language.set(saved.language("language", systemLanguage));
        lossOptions.set(new LossOptions(
                saved.flag("loss.logarithmic"),
                saved.number("loss.smoothing", 0, 0.95, 0),
                saved.flag("loss.threePanels"),
                saved.flag("loss.accuracy"),
                saved.flag("loss.untrained")));
        lossShown.set(saved.word("loss.shown"));
        gridLook.set(new GridLook(
                saved.flag("grid.signedError"),
                saved.flag("grid.smooth"),
                saved.flag("grid.mapped"),
                saved.flag("grid.wipe")));
        mapLayout.set(saved.oneOf(MapLayout.class, "mapLayout", MapLayout.BESIDE));
        advancedShown.set(saved.flag("advancedShown"));
        welcomed.set(saved.flag("welcomed"));
        runsKept.set(!saved.flag("runsDropped"));
        announced.set(saved.oneOf(Announced.class, "announced", Announced.END));
        tone.set(saved.flag("tone"));
        repeat.set(saved.oneOf(Repeat.class, "repeat", Repeat.ONCE));
        frameMillis.set(saved.whole("frameMillis", FrameTime.SHORTEST, FrameTime.LONGEST, DEFAULT_FRAME_MILLIS));
        textSize.set(saved.whole("textSize", TextSizes.LEAST, TextSizes.MOST, TextSizes.NORMAL));
        dividers.set(new Dividers(
                saved.number("divider.settings", 0, 1, Double.NaN),
                saved.number("divider.charts", 0, 1, Double.NaN),
                saved.number("divider.rows", 0, 1, Double.NaN)));
        settingsFolded.set(saved.flag("settingsFolded"));
        double width = saved.number("window.width", 100, 100_000, 0);
        double height = saved.number("window.height", 100, 100_000, 0);
        if (width > 0 && height > 0) {
            window.set(new WindowPlace(
                    saved.number("window.x", -100_000, 100_000, 0),
                    saved.number("window.y", -100_000, 100_000, 0),
                    width,
                    height,
                    saved.flag("window.maximized")));
        }
        folder.set(saved.path("folder"));
        recentData.set(IntStream.range(0, MOST_RECENT)
                .mapToObj(i -> saved.path(RECENT + i))
                .filter(Objects::nonNull)
                .toList());
        export.set(saved.word("export"));
        exportOptions.set(saved.wholes(EXPORT_OPTION));
        saved.logSenseless(path);
        keptLanguage = language.get();
        language.addListener((_, _, chosen) -> keptLanguage = chosen);
        for (ObjectProperty<?> property : new ObjectProperty<?>[] {
            theme,
            language,
            lossOptions,
            lossShown,
            gridLook,
            mapLayout,
            advancedShown,
            welcomed,
            runsKept,
            announced,
            tone,
            frameMillis,
            repeat,
            textSize,
            dividers,
            settingsFolded,
            window,
            folder,
            recentData,
            export,
            exportOptions
        }) {
            property.addListener(_ -> file.save(values()));
        }
    }

    private Properties values() {
        Properties values = new Properties();
        values.setProperty("theme", theme.get().name());
        values.setProperty("language", keptLanguage.toLanguageTag());
        values.setProperty(
                "loss.logarithmic", Boolean.toString(lossOptions.get().logarithmic()));
        values.setProperty("loss.smoothing", Double.toString(lossOptions.get().smoothing()));
        values.setProperty(
                "loss.threePanels", Boolean.toString(lossOptions.get().threePanels()));
        values.setProperty("grid.signedError", Boolean.toString(gridLook.get().signedError()));
        values.setProperty("grid.smooth", Boolean.toString(gridLook.get().smooth()));
        values.setProperty("grid.mapped", Boolean.toString(gridLook.get().mapped()));
        values.setProperty("grid.wipe", Boolean.toString(gridLook.get().wipe()));
        values.setProperty("mapLayout", mapLayout.get().name());
        values.setProperty("loss.accuracy", Boolean.toString(lossOptions.get().accuracy()));
        values.setProperty("loss.untrained", Boolean.toString(lossOptions.get().untrained()));
        values.setProperty("advancedShown", Boolean.toString(advancedShown.get()));
        values.setProperty("welcomed", Boolean.toString(welcomed.get()));
        values.setProperty("runsDropped", Boolean.toString(!runsKept.get()));
        values.setProperty("announced", announced.get().name());
        values.setProperty("tone", Boolean.toString(tone.get()));
        values.setProperty("frameMillis", Integer.toString(frameMillis.get()));
        values.setProperty("repeat", repeat.get().name());
        values.setProperty("textSize", Integer.toString(textSize.get()));
        setIfKnown(values, "divider.settings", dividers.get().settings());
        setIfKnown(values, "divider.charts", dividers.get().charts());
        setIfKnown(values, "divider.rows", dividers.get().rows());
        values.setProperty("settingsFolded", Boolean.toString(settingsFolded.get()));
        WindowPlace place = window.get();
        if (place != null) {
            values.setProperty("window.x", Double.toString(place.x()));
            values.setProperty("window.y", Double.toString(place.y()));
            values.setProperty("window.width", Double.toString(place.width()));
            values.setProperty("window.height", Double.toString(place.height()));
            values.setProperty("window.maximized", Boolean.toString(place.maximized()));
        }
        if (folder.get() != null) {
            values.setProperty("folder", folder.get().toString());
        }
        for (int i = 0; i < recentData.get().size(); i++) {
            values.setProperty(RECENT + i, recentData.get().get(i).toString());
        }
        if (!lossShown.get().isEmpty()) {
            values.setProperty("loss.shown", lossShown.get());
        }
        if (!export.get().isEmpty()) {
            values.setProperty("export", export.get());
        }
        exportOptions.get().forEach((name, value) -> values.setProperty(EXPORT_OPTION + name, Integer.toString(value)));
        return values;
    }

    private static void setIfKnown(Properties values, String key, double value) {
        if (!Double.isNaN(value)) {
            values.setProperty(key, Double.toString(value));
        }
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** The language shown, one of {@link Messages#LANGUAGES}. */
    public ObjectProperty<Locale> languageProperty() {
        return language;
    }

    /** Shows a language until the user chooses another, without saving it for the next session. */
    public void speakForNow(Locale asked) {
        Locale kept = keptLanguage;
        language.set(asked);
        keptLanguage = kept;
        file.save(values());
    }

    public ObjectProperty<LossOptions> lossOptionsProperty() {
        return lossOptions;
    }

    /** How the grid shows images. */
    public ObjectProperty<GridLook> gridLookProperty() {
        return gridLook;
    }

    /** Number and width of the latent maps. */
    public ObjectProperty<MapLayout> mapLayoutProperty() {
        return mapLayout;
    }

    /** Whether something has been trained already, or nobody wants to be shown how. */
    public ObjectProperty<Boolean> welcomedProperty() {
        return welcomed;
    }

    /** Whether the advanced settings, which can be folded away, are shown. */
    public ObjectProperty<Boolean> advancedShownProperty() {
        return advancedShown;
    }

    /** Whether each run that is trained is kept in a file. */
    public ObjectProperty<Boolean> runsKeptProperty() {
        return runsKept;
    }

    /** Which epochs are announced to screen readers during training. */
    public ObjectProperty<Announced> announcedProperty() {
        return announced;
    }

    /** Whether each epoch that is trained is heard as a tone. */
    public ObjectProperty<Boolean> toneProperty() {
        return tone;
    }

    /** Shows the other theme. */
    public void switchTheme() {
        theme.set(theme.get().other());
    }

    /** Shows the next language. */
    public void switchLanguage() {
        int now = Messages.LANGUAGES.indexOf(language.get());
        language.set(Messages.LANGUAGES.get((now + 1) % Messages.LANGUAGES.size()));
    }

    /** Time each epoch is shown during playback and in exports, in milliseconds. */
    public ObjectProperty<Integer> frameMillisProperty() {
        return frameMillis;
    }

    /** What playback does at its end. */
    public ObjectProperty<Repeat> repeatProperty() {
        return repeat;
    }

    /** Size of everything in the window, in per cent of its own, see {@link TextSizes}. */
    public ObjectProperty<Integer> textSizeProperty() {
        return textSize;
    }

    /** Where the user has moved the window's dividers to. */
    public ObjectProperty<Dividers> dividersProperty() {
        return dividers;
    }

    /** Whether the settings are folded away, so that the views have the window's width. */
    public ObjectProperty<Boolean> settingsFoldedProperty() {
        return settingsFolded;
    }

    /** Where the window was; null until it has been shown once. */
    public ObjectProperty<WindowPlace> windowProperty() {
        return window;
    }

    /** The folder of the last file opened or saved; null before the first. */
    public ObjectProperty<Path> folderProperty() {
        return folder;
    }

    /** The folders and files whose images were opened last, newest first; {@link #MOST_RECENT} at most. */
    public ObjectProperty<List<Path>> recentDataProperty() {
        return recentData;
    }

    /** What has been exported last, by its id; empty before the first. */
    public ObjectProperty<String> exportProperty() {
        return export;
    }

    /** What the loss chart is of, by its name; empty for the losses, and as long as nobody has chosen. */
    public ObjectProperty<String> lossShownProperty() {
        return lossShown;
    }

    /** Options of exports that have been chosen, by {@code EXPORT.OPTION}: of each export those of its last time. */
    public ObjectProperty<SortedMap<String, Integer>> exportOptionsProperty() {
        return exportOptions;
    }

    /** @param action run the first time the settings cannot be saved, on a thread of its own */
    public void onUnsaved(Runnable action) {
        file.onUnsaved(action);
    }

    /** Saves changes that are not saved yet. */
    @Override
    public void close() {
        file.close();
    }
}

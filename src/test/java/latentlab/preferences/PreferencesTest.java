package latentlab.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferencesTest {
    @TempDir
    private Path folder;

    private Preferences open() {
        return new Preferences(folder.resolve("settings.properties"), Theme.DARK, Locale.JAPANESE);
    }

    @Test
    void theFirstStartFollowsTheSystem() {
        try (Preferences preferences = open()) {
            assertThat(preferences.themeProperty().get()).isEqualTo(Theme.DARK);
            assertThat(preferences.languageProperty().get()).isEqualTo(Locale.JAPANESE);
            assertThat(preferences.windowProperty().get()).isNull();
            assertThat(preferences.advancedShownProperty().get()).isFalse();
            assertThat(preferences.lossOptionsProperty().get()).isEqualTo(LossOptions.DEFAULT);
        }
    }

    @Test
    void whatWasChosenIsThereTheNextTime() {
        WindowPlace place = new WindowPlace(10, 20, 1300, 810, false);
        try (Preferences preferences = open()) {
            preferences.themeProperty().set(Theme.LIGHT);
            preferences.languageProperty().set(Locale.ENGLISH);
            preferences.windowProperty().set(place);
            preferences.folderProperty().set(folder);
            preferences.recentDataProperty().set(List.of(folder.resolve("new"), folder));
            preferences.advancedShownProperty().set(true);
            preferences.lossOptionsProperty().set(new LossOptions(true, 0.25, false, true, true));
            preferences.gridLookProperty().set(new GridLook(true, false, true, false));
            preferences.lossShownProperty().set("PSNR");
            preferences.exportProperty().set("gifMap");
            preferences.exportOptionsProperty().set(new TreeMap<>(Map.of("gifMap.frame", 300, "png.view", 2)));
        }
        try (Preferences preferences = open()) {
            assertThat(preferences.themeProperty().get()).isEqualTo(Theme.LIGHT);
            assertThat(preferences.languageProperty().get()).isEqualTo(Locale.ENGLISH);
            assertThat(preferences.windowProperty().get()).isEqualTo(place);
            assertThat(preferences.folderProperty().get()).isEqualTo(folder);
            assertThat(preferences.recentDataProperty().get()).containsExactly(folder.resolve("new"), folder);
            assertThat(preferences.advancedShownProperty().get()).isTrue();
            assertThat(preferences.lossOptionsProperty().get())
                    .isEqualTo(new LossOptions(true, 0.25, false, true, true));
            assertThat(preferences.gridLookProperty().get()).isEqualTo(new GridLook(true, false, true, false));
            assertThat(preferences.lossShownProperty().get()).isEqualTo("PSNR");
            assertThat(preferences.exportProperty().get()).isEqualTo("gifMap");
            assertThat(preferences.exportOptionsProperty().get()).isEqualTo(Map.of("gifMap.frame", 300, "png.view", 2));
        }
    }

    @Test
    void aLanguageForNowIsNotKept() {
        try (Preferences preferences = open()) {
            preferences.speakForNow(Locale.ENGLISH);
            assertThat(preferences.languageProperty().get()).isEqualTo(Locale.ENGLISH);
            preferences.themeProperty().set(Theme.LIGHT);
        }
        try (Preferences preferences = open()) {
            assertThat(preferences.languageProperty().get()).isEqualTo(Locale.JAPANESE);
        }
    }

    @Test
    void whatMakesNoSenseIsAsAtTheFirstStart() throws Exception {
        Files.writeString(
                folder.resolve("settings.properties"),
                "theme=PINK\nfolder=a\\u0000b\nframeMillis=fast\nwindow.width=-3\nloss.smoothing=7\n");
        try (Preferences preferences = open()) {
            assertThat(preferences.themeProperty().get()).isEqualTo(Theme.DARK);
            assertThat(preferences.folderProperty().get()).isNull();
            assertThat(preferences.frameMillisProperty().get()).isEqualTo(Preferences.DEFAULT_FRAME_MILLIS);
            assertThat(preferences.windowProperty().get()).isNull();
            assertThat(preferences.lossOptionsProperty().get().smoothing()).isZero();
        }
    }

    /** Names and what stands for them in the file, none of which means anything. */
    @ParameterizedTest
    @CsvSource({
        "theme, dark",
        "theme, ''",
        "language, fr",
        "language, -",
        "mapLayout, 1",
        "loss.logarithmic, yes",
        "loss.threePanels, TRUE",
        "loss.accuracy, 1",
        "advancedShown, ''",
        "loss.smoothing, NaN",
        "loss.smoothing, 0.5f",
        "loss.smoothing, ０.５",
        "loss.smoothing, 0x1p-1",
        "loss.smoothing, 0.96",
        "frameMillis, 150.7",
        "frameMillis, 1e3",
        "frameMillis, ١٠٠",
        "frameMillis, 18446744073709551716",
        "folder, ' '"
    })
    void eachDamagedValueIsAsAtTheFirstStartAndLoggedOnce(String name, String value) throws Exception {
        Files.writeString(file(), "theme=LIGHT\nloss.accuracy=true\nframeMillis=300\n%s=%s\n".formatted(name, value));
        List<String> log = logged(() -> {
            try (Preferences preferences = open()) {
                assertThat(preferences.themeProperty().get())
                        .isEqualTo(name.equals("theme") ? Theme.DARK : Theme.LIGHT);
                assertThat(preferences.languageProperty().get()).isEqualTo(Locale.JAPANESE);
                assertThat(preferences.mapLayoutProperty().get()).isEqualTo(MapLayout.BESIDE);
                assertThat(preferences.lossOptionsProperty().get())
                        .isEqualTo(LossOptions.DEFAULT.withAccuracy(!name.equals("loss.accuracy")));
                assertThat(preferences.advancedShownProperty().get()).isFalse();
                assertThat(preferences.frameMillisProperty().get())
                        .isEqualTo(name.equals("frameMillis") ? Preferences.DEFAULT_FRAME_MILLIS : 300);
                assertThat(preferences.folderProperty().get()).isNull();
            }
        });
        assertThat(log).singleElement().asString().contains(file().toString(), "[" + name + "]");
    }

    @Test
    void aFileThatIsNoneIsLoggedAndAllIsAsAtTheFirstStart() throws Exception {
        byte[][] contents = {
            "theme=LIGHT\n".getBytes(StandardCharsets.UTF_16),
            {'t', 'h', 'e', 'm', 'e', '=', (byte) 0xff, '\n'},
            "theme=LIGHT\nfolder=\\u12".getBytes(StandardCharsets.UTF_8),
            ("theme=LIGHT\n#" + "x".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8)
        };
        for (byte[] content : contents) {
            Files.write(file(), content);
            assertAsAtTheFirstStart();
        }
        Files.delete(file());
        Files.createDirectory(file());
        assertAsAtTheFirstStart();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no pipes with names of files")
    void aPipeInItsPlaceIsNotWaitedFor() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", file().toString()).start().waitFor())
                .isZero();
        assertAsAtTheFirstStart();
    }

    private void assertAsAtTheFirstStart() {
        List<String> log = logged(() -> {
            try (Preferences preferences = open()) {
                assertThat(preferences.themeProperty().get()).isEqualTo(Theme.DARK);
                assertThat(preferences.folderProperty().get()).isNull();
            }
        });
        assertThat(log).singleElement().asString().contains(file().toString());
    }

    private Path file() {
        return folder.resolve("settings.properties");
    }

    /** What the log gets meanwhile. */
    private static List<String> logged(Runnable action) {
        List<String> lines = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger(Preferences.class.getPackageName());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(new SimpleFormatter().formatMessage(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            action.run();
        } finally {
            logger.removeHandler(handler);
        }
        return lines;
    }
}

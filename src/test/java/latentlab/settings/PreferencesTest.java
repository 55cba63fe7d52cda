package latentlab.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import latentlab.data.SpecialFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

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
            preferences.advancedShownProperty().set(true);
            preferences.lossOptionsProperty().set(new LossOptions(true, 0.25, false, true));
        }
        try (Preferences preferences = open()) {
            assertThat(preferences.themeProperty().get()).isEqualTo(Theme.LIGHT);
            assertThat(preferences.languageProperty().get()).isEqualTo(Locale.ENGLISH);
            assertThat(preferences.windowProperty().get()).isEqualTo(place);
            assertThat(preferences.folderProperty().get()).isEqualTo(folder);
            assertThat(preferences.advancedShownProperty().get()).isTrue();
            assertThat(preferences.lossOptionsProperty().get()).isEqualTo(new LossOptions(true, 0.25, false, true));
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

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no pipes in folders")
    void aPipeInItsPlaceIsNotWaitedForAndThreeGigabytesAreNotRead() throws Exception {
        SpecialFiles.pipe(folder.resolve("settings.properties"));
        try (Preferences preferences = open()) {
            assertThat(preferences.themeProperty().get()).isEqualTo(Theme.DARK);
        }
        Files.delete(folder.resolve("settings.properties"));
        SpecialFiles.sparse(folder.resolve("settings.properties"), "theme=LIGHT\n".getBytes(UTF_8), 3L << 30);
        try (Preferences preferences = open()) {
            assertThat(preferences.themeProperty().get()).isEqualTo(Theme.DARK);
        }
    }
}

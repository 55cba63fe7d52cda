package latentlab.view.hearing;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javax.sound.sampled.LineUnavailableException;
import latentlab.preferences.Preferences;
import latentlab.preferences.Theme;
import latentlab.session.TrainingModel;
import latentlab.view.Notices;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** The switch of the tone on machines with and without a device that plays it. */
class ToneSwitchTest {
    @TempDir
    private Path folder;

    private final Notices notices = new Notices();
    private Preferences preferences;
    private HearingView view;

    @BeforeEach
    void begin() throws Exception {
        FxToolkit.registerPrimaryStage();
        preferences = new Preferences(folder.resolve("settings.properties"), Theme.LIGHT, Locale.ENGLISH);
    }

    private void switchOn(Speaker.Line line) {
        onFx(() -> {
            Texts texts = new Texts();
            TrainingModel model = new TrainingModel(Platform::runLater);
            ViewContext context = new ViewContext(
                    model,
                    null,
                    null,
                    null,
                    null,
                    null,
                    texts,
                    null,
                    preferences,
                    null,
                    notices,
                    null,
                    null,
                    null,
                    Platform::runLater,
                    new ArrayList<>(),
                    null);
            view = new HearingView(texts);
            new HearingController(view, context, line);
            view.tone.setSelected(true);
        });
    }

    @Test
    void goesBackAndSaysSoWhereNoDevicePlaysTheTone() {
        switchOn(_ -> {
            throw new LineUnavailableException("none");
        });
        until("told", () -> notices.currentProperty().get() != null);
        onFx(() -> {
            assertThat(notices.currentProperty().get().text().key()).isEqualTo("view.hearing.noDevice");
            assertThat(preferences.toneProperty().get()).isFalse();
            assertThat(view.tone.isSelected()).isFalse();
        });
    }

    @Test
    void staysOnAndIsHeardAtOnceWhereADevicePlaysIt() throws Exception {
        CountDownLatch played = new CountDownLatch(1);
        switchOn(samples -> {
            assertThat(samples).isEqualTo(LossTone.samples(LossTone.START));
            played.countDown();
        });
        assertThat(played.await(60, TimeUnit.SECONDS)).isTrue();
        onFx(() -> {
            assertThat(preferences.toneProperty().get()).isTrue();
            assertThat(notices.currentProperty().get()).isNull();
        });
    }
}

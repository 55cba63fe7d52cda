package latentlab.app;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A window that was told to open what is not there: it has nothing to train until other data come. */
class NoDataInWindowTest {
    private static final String NOWHERE = Path.of("no", "such folder").toString();

    private final CountDownLatch digitsMayCome = new CountDownLatch(1);

    @RegisterExtension
    private final WindowFixture fixture =
            new WindowFixture(990, 720).loading(this::load).from(NOWHERE);

    /** Looks for the path at once, and takes its time for everything else. */
    private Dataset load(DataRequest request, Progress progress) throws Problem {
        while (!request.origin().equals(NOWHERE) && digitsMayCome.getCount() > 0) {
            progress.report(0.5, Sentence.of("view.data.loading", "digits"));
            Thread.onSpinWait();
        }
        return new Datasets().load(request, progress);
    }

    @AfterEach
    void stop() throws Exception {
        digitsMayCome.countDown();
    }

    @Test
    void saysThatThePathIsMissingAndOpensTheBuiltInDigits() {
        NotificationPane notices = fixture.find("#notices");
        until("a notice", notices::isShowing);
        assertThat(notices.getText()).contains(NOWHERE).doesNotContain("Exception");
        assertThat(notices.getActions())
                .extracting(action -> action.getText())
                .containsExactly("Open a folder of images…");
        assertThat(fixture.<StatusBar>find("#status").getText()).startsWith("Waiting for data");
        assertThat(fixture.<Button>find("#train").isDisabled()).isTrue();

        digitsMayCome.countDown();
        until("ready", () -> fixture.<StatusBar>find("#status").getText().startsWith("Ready"));
        assertThat(fixture.window.model().datasetProperty().get().origin()).isEqualTo("digits");
        onFx(() -> fixture.<Button>find("#epoch").fire());
        until("an epoch", () -> fixture.window.model().history().size() == 2);
    }
}

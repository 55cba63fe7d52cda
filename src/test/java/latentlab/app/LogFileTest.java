package latentlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Logger;
import latentlab.text.Sentence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private final Logger root = Logger.getLogger("");
    private final Handler[] handlers = root.getHandlers();
    private final java.util.logging.Level level = root.getLevel();

    @TempDir
    Path folder;

    private final List<Sentence> complaints = new ArrayList<>();
    private Path file;

    @BeforeEach
    void install() {
        file = folder.resolve("made later", "latent-lab.log");
        LogFile.install(file, complaints::add);
    }

    @AfterEach
    void restore() {
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        for (Handler handler : handlers) {
            root.addHandler(handler);
        }
        root.setLevel(level);
    }

    @Test
    void keepsTheTraceOfWhatWentWrong() throws Exception {
        System.getLogger("test").log(Level.ERROR, "it broke", new IllegalStateException("because"));

        assertThat(Files.readString(file)).contains("it broke", "IllegalStateException: because", "LogFileTest");
    }

    @Test
    void isNotMadeForTalk() {
        System.getLogger("test").log(Level.INFO, "all is well");

        assertThat(file).doesNotExist();
    }

    @Test
    void leavesOutWhatJavaFxSaysAtEachStartAndNothingElseOfIt() throws Exception {
        System.Logger javafx = System.getLogger("javafx");
        javafx.log(
                Level.WARNING, "Unsupported JavaFX configuration: classes were loaded from 'unnamed module @1d8d30f7'");
        assertThat(file).doesNotExist();

        javafx.log(Level.WARNING, "CSS Error parsing file");
        assertThat(Files.readString(file)).contains("CSS Error").doesNotContain("Unsupported");
    }

    @Test
    void beginsAnewWhenItIsLarge() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x".repeat(2 << 20));

        System.getLogger("test").log(Level.WARNING, "one more");

        assertThat(Files.size(file)).isLessThan(1000);
    }

    @Test
    void saysOnceThatItCannotBeKept() throws Exception {
        Files.writeString(file.getParent(), "no folder");

        System.getLogger("test").log(Level.WARNING, "one");
        System.getLogger("test").log(Level.WARNING, "two");

        assertThat(complaints).containsExactly(Sentence.of("cli.log", file.toString()));
    }
}

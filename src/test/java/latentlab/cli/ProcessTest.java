package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import latentlab.engine.training.ComputeBackend;
import latentlab.run.file.RunFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: signals, class loading, the working folder. */
class ProcessTest {
    /** As opposed to a log entry: there is no log file here. */
    private static final Pattern SENTENCE = Pattern.compile("^(There is|The animation|Saved) ");

    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
    @DisabledIf(value = "interruptsAreIgnored", disabledReason = "started with interrupts ignored")
    void ctrlCEndsTheTrainingAndStillWritesWhatItHas() throws Exception {
        Process process = start(List.of(), "train", "--epochs", "100000", "--csv", "a.csv", "--gif", "a.gif");
        List<String> out = new ArrayList<>();
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                out.add(line);
                if (line.matches(" +3( +\\d+\\.\\d{4}){3}")) { // three epochs
                    interrupt(process);
                }
            }
        }

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        long epochs = out.stream()
                .filter(line -> line.matches(" +\\d+( +\\d+\\.\\d{4}){3}"))
                .count();
        assertThat(epochs).isBetween(3L, 99_999L);
        assertThat(out).contains("Autoencoder(");
        assertThat(Files.readAllLines(folder.resolve("a.csv"))).hasSize(1 + 1 + (int) epochs);
        assertThat(files(folder)).containsExactlyInAnyOrder("a.csv", "a.gif");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
    @DisabledIf(value = "interruptsAreIgnored", disabledReason = "started with interrupts ignored")
    void ctrlCEndsTheBenchmarkAndStillWritesWhatItHas() throws Exception {
        Process process = start(List.of(), "bench", "--only", "simple,heap", "--json", "a.json");
        List<String> out = new ArrayList<>();
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                out.add(line);
                if (out.size() == 2) { // the machine and a figure
                    interrupt(process);
                }
            }
        }

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(out).element(1).asString().contains("784-20-784");
        assertThat(Files.readString(folder.resolve("a.json")))
                .contains("\"simple.seconds\"")
                .doesNotContain("heap.1000");
        assertThat(files(folder)).containsExactly("a.json");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
    @DisabledIf(value = "interruptsAreIgnored", disabledReason = "started with interrupts ignored")
    void ctrlCEndsTheOptimisationAndStillWritesTheMap() throws Exception {
        Process process = start(List.of(), "embed", "--perplexity=5", "--iterations=1000000", "--csv=a.csv");
        List<String> out = new ArrayList<>();
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                out.add(line);
                if (line.startsWith("method")) { // the optimisation begins
                    interrupt(process);
                }
            }
        }

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(out).anyMatch(line -> line.matches("iterations: \\d{1,6}"));
        assertThat(out.getLast()).startsWith("time");
        assertThat(Files.readAllLines(folder.resolve("a.csv"))).hasSize(21);
    }

    /** The machine of this test has no display, no font and no JavaFX that would start. */
    @Test
    void withoutADisplayItTrainsTheDefaultRunIntoAFolder() throws Exception {
        Path classes = folder.resolve("classes.log");
        Path noFonts = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
        List<String> options = List.of("-Xlog:class+load:file=" + classes, "-Duser.home=" + folder);

        Process process = start(options, noFonts);
        List<String> out;
        try (BufferedReader reader = process.inputReader()) {
            out = reader.lines().toList();
        }

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(out.getFirst()).contains("no display", "latent-lab-out");
        Path results = folder.resolve("latent-lab-out");
        assertThat(files(results)).containsExactlyInAnyOrder("animation.gif", "epochs.csv", "loss.png", "model.txt");
        assertThat(Files.readAllLines(results.resolve("epochs.csv"))).hasSize(1 + 51);
        assertThat(Files.readString(results.resolve("model.txt")))
                .startsWith("Autoencoder(")
                .contains("32,164");
        assertThat(ImageIO.read(results.resolve("loss.png").toFile())).isNotNull();
        try (Stream<String> loaded = Files.lines(classes)) {
            assertThat(loaded.filter(line -> line.contains(" javafx.") || line.contains(" com.sun.javafx.")))
                    .isEmpty();
        }
    }

    /** Animations and the plot can do without text; a picture for print says what it lacks. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "others have fonts of their own")
    void withoutFontsPicturesSayWhatToInstall() throws Exception {
        Path noFonts = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");

        ProcessBuilder builder = Program.of(
                        SmallMain.class,
                        folder,
                        List.of("-Duser.home=" + folder),
                        "train",
                        "--epochs=1",
                        "--svg=a.svg",
                        "--pdf=a.pdf",
                        "--png=a.png")
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("FONTCONFIG_FILE", noFonts.toString());

        Process process = builder.start();
        List<String> said = Program.errors(process).stream()
                .filter(line -> line.contains("no fonts, so that"))
                .toList();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(said).hasSize(3).allSatisfy(line -> assertThat(line).contains("fonts-dejavu"));
        assertThat(files(folder)).doesNotContain("a.svg", "a.pdf", "a.png");
    }

    /** Of 787 KB each, five epochs fit into a file of 4 MB: here the disk is full. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no ulimit")
    void withoutRoomForAllEpochsItGoesOnWithFewerAndSaysSo() throws Exception {
        ComputeBackend.load(); // a process that may write small files only could not unpack it

        Process process = start(List.of(), 4096, "train", "--latent=128", "--epochs=12", "--csv=a.csv", "--gif=a.gif");
        List<String> said;
        try (BufferedReader reader = process.errorReader()) {
            said = reader.lines().toList();
        }

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as("%s", said).isZero();
        List<String> err = said.stream().filter(SENTENCE.asPredicate()).toList();
        assertThat(err.getFirst()).contains("no room for epoch 5", "one epoch in 2");
        assertThat(err).anyMatch(line -> line.matches("The animation shows \\d of the 13 epochs.*"));
        assertThat(Files.readAllLines(folder.resolve("a.csv"))).hasSize(1 + 13);
        assertThat(files(folder)).containsExactlyInAnyOrder("a.csv", "a.gif");
    }

    /** Of some 90 KB each, forty epochs and the trainer's state fit into a file of 4 MB. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no ulimit")
    void withoutRoomForItsFileASavedRunEndsWithWhatIsInThere() throws Exception {
        ComputeBackend.load();

        Process process = start(List.of(), 4096, "train", "--epochs=400", "--save=a.run");
        List<String> said;
        try (BufferedReader reader = process.errorReader()) {
            said = reader.lines().toList();
        }

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as("%s", said).isEqualTo(1);
        assertThat(said).anyMatch(line -> line.contains("a.run"));
        try (RunFile file = RunFile.open(folder.resolve("a.run"))) {
            int last = file.history().size() - 1;
            assertThat(last).isBetween(5, 399);
            assertThat(file.parameters(last)).isNotEmpty();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no ulimit")
    void withoutRoomForASecondEpochItEndsWithWhatItHasAndFails() throws Exception {
        ComputeBackend.load();

        Process process = start(List.of(), 1024, "train", "--latent=128", "--epochs=12", "--csv=a.csv");
        List<String> err;
        try (BufferedReader reader = process.errorReader()) {
            err = reader.lines().filter(SENTENCE.asPredicate()).toList();
        }

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(CommandLineInterface.FAILED);
        assertThat(err).containsExactly(err.getFirst(), "Saved a.csv.");
        assertThat(err.getFirst()).contains("no room for epoch 1", "training ends here");
        assertThat(Files.readAllLines(folder.resolve("a.csv"))).hasSize(1 + 1);
    }

    /** No library has been built for this one. */
    @Test
    void onASystemWithoutLibrariesItNamesTheSystem() throws Exception {
        List<String> options = List.of("-Dorg.bytedeco.javacpp.platform=plan9-mips");
        Process process = Program.of(SmallMain.class, folder, options, "train", "--epochs=1")
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();
        List<String> err;
        try (BufferedReader reader = process.errorReader()) {
            err = reader.lines()
                    .filter(line -> line.startsWith("There are no native libraries "))
                    .toList();
        }

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(CommandLineInterface.FAILED);
        assertThat(err).hasSize(1);
        assertThat(err.getFirst()).contains("this system, plan9-mips");
    }

    /** As whatever a script starts in the background is, and all that it starts in turn. */
    static boolean interruptsAreIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .anyMatch(signals -> (signals & 1 << 2 - 1) != 0);
        }
    }

    private static void interrupt(Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private Process start(List<String> options, String... arguments) throws IOException {
        return start(options, null, arguments);
    }

    /** @param fileBlocks largest file it may write, in units of 1024 bytes */
    private Process start(List<String> options, int fileBlocks, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("bash", "-c", "ulimit -f \"$1\"; shift; exec \"$@\"", "run", String.valueOf(fileBlocks)));
        command.addAll(Program.of(SmallMain.class, folder, options, arguments).command());
        return new ProcessBuilder(command).directory(folder.toFile()).start();
    }

    private Process start(List<String> options, Path fonts, String... arguments) throws IOException {
        ProcessBuilder builder = Program.of(SmallMain.class, folder, options, arguments);
        if (fonts != null) {
            builder.environment().put("FONTCONFIG_FILE", fonts.toString());
        }
        return builder.start();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}

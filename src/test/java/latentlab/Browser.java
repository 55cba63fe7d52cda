package latentlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A Chromium of this machine, without a window; tests are skipped by name where there is none. */
public final class Browser {
    private final String program;

    private Browser(String program) {
        this.program = program;
    }

    public static Browser find() {
        String found = Stream.of("chromium", "chromium-browser", "google-chrome")
                .filter(Browser::runs)
                .findFirst()
                .orElse(null);
        assumeTrue(found != null, "there is no Chromium");
        return new Browser(found);
    }

    private static boolean runs(String program) {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    /** @return a PDF of what the browser would print of a page; @param folder as of {@link #open} */
    public Path print(Path page, Path folder) throws IOException, InterruptedException {
        Path pdf = folder.resolve("printed.pdf");
        Process process = new ProcessBuilder(
                        program,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--user-data-dir=" + folder.resolve("browser"),
                        "--no-pdf-header-footer",
                        "--print-to-pdf=" + pdf,
                        page.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printing.log").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        return pdf;
    }

    /**
     * Opens a page from disk and lets it run. Its time is a virtual one, which stands still while there is work to do.
     *
     * @param folder for the browser's own files and for what it logs
     * @param millis of the page's own time
     * @return what has become of the page; fails if it wrote anything to the console
     */
    public String open(Path page, Path folder, int millis) throws IOException, InterruptedException {
        Path log = folder.resolve("browser.log");
        Process process = new ProcessBuilder(List.of(
                        program,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--user-data-dir=" + folder.resolve("browser"),
                        "--enable-logging=stderr",
                        "--window-size=1280,900",
                        "--virtual-time-budget=" + millis,
                        "--dump-dom",
                        page.toUri().toString()))
                .redirectError(log.toFile())
                .start();
        String became = String.join(
                "\n", process.inputReader(StandardCharsets.UTF_8).lines().toList());
        assertThat(process.waitFor()).isZero();
        assertThat(log).content().doesNotContain("CONSOLE");
        return became;
    }
}

package latentlab.export.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import latentlab.Browser;
import latentlab.data.SmallDatasets;
import latentlab.engine.model.Reconstructions;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.EpochRange;
import latentlab.export.Export;
import latentlab.export.TrainedRun;
import latentlab.text.Messages;
import latentlab.text.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real browser opens the page from disk, and has its controls pressed by a script of ours within. */
class PlayerInBrowserTest {
    private static final int EPOCHS = 12;
    private static final Pattern SAID = Pattern.compile("<li class=\"said\">(.*?)</li>", Pattern.DOTALL);

    private static final String TOOLS = """
            const get = id => document.getElementById(id);
            const say = text => document.body.insertAdjacentHTML("beforeend", "<li class='said'>" + text + "</li>");
            const sayEpoch = () => say(get("epoch").value + " of " + get("seek").value);
            const press = (key, on) => (on || document.body).dispatchEvent(
                new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
            const choose = (id, value) => get(id).value = value;
            const after = millis => new Promise(done => setTimeout(done, millis));
            const enter = (id, value, event) => {
                get(id).value = value;
                get(id).dispatchEvent(new Event(event, {bubbles: true}));
            };
            """;

    @TempDir
    static Path scratch;

    private static TrainedRun trained;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws InterruptedException {
        TrainingConfig config =
                TrainingConfig.DEFAULT.withLatent(4).withBatch(20).withEpochs(EPOCHS);
        trained = TrainedRun.of(SmallDatasets.of(200, 30, 28, 28), config, scratch);
    }

    @AfterAll
    static void close() {
        trained.close();
    }

    private Path write(EpochRange range, Locale language) throws Exception {
        Path file = folder.resolve("player.html");
        Export.Subject subject = new Export.Subject(trained.run(), trained.history(), List.of(), Map.of(), range);
        HtmlPlayer.write(file, subject, new Messages(language), Progress.NONE);
        return file;
    }

    /** @param script that says something, one after the other */
    private List<String> said(Path page, String script) throws Exception {
        Browser browser = Browser.find();
        Files.writeString(
                page,
                Files.readString(page)
                        + "<script>addEventListener('load', async () => {" + TOOLS + script
                        + "say('end')})</script>");
        List<String> said = SAID.matcher(browser.open(page, folder, 60_000))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(said).endsWith("end");
        return said.subList(0, said.size() - 1);
    }

    @Test
    void opensAtTheLastEpochAndStepsByButtonsAndKeys() throws Exception {
        assertThat(said(write(EpochRange.ALL, Locale.ENGLISH), """
                sayEpoch();
                get("previous").click(); sayEpoch();
                press("ArrowLeft"); sayEpoch();
                press("ArrowRight"); sayEpoch();
                press("Home"); sayEpoch();
                press("ArrowLeft"); sayEpoch();
                press("PageDown"); sayEpoch();
                press("End"); sayEpoch();
                get("first").click(); sayEpoch();
                get("next").click(); sayEpoch();
                get("last").click(); sayEpoch();
                """))
                .containsExactly(
                        "12 of 12",
                        "11 of 11",
                        "10 of 10",
                        "11 of 11",
                        "0 of 0",
                        "0 of 0",
                        "10 of 10",
                        "12 of 12",
                        "0 of 0",
                        "1 of 1",
                        "12 of 12");
    }

    @Test
    void seeksByTheBarTheNumberAndTheCurve() throws Exception {
        assertThat(said(write(EpochRange.ALL, Locale.ENGLISH), """
                enter("seek", 5, "input"); sayEpoch();
                enter("epoch", 7, "change"); sayEpoch();
                const box = get("curve").getBoundingClientRect();
                get("curve").dispatchEvent(new PointerEvent("pointerdown", {clientX: box.left + box.width / 4}));
                sayEpoch();
                say(get("marker").getAttribute("x1"));
                say(get("seek").getAttribute("aria-valuetext").split(",")[0]);
                """))
                .containsExactly("5 of 5", "7 of 7", "3 of 3", "250", "Epoch 3 / 12");
    }

    @Test
    void playsOnceRoundAndBackAndForthForwardsAndBackwards() throws Exception {
        assertThat(said(write(EpochRange.ALL, Locale.ENGLISH), """
                choose("speed", 100);
                choose("loop", "once");
                press(" "); say(get("play").getAttribute("aria-label") + get("now").getAttribute("aria-live"));
                sayEpoch();
                await after(350); sayEpoch();
                press(" "); say(get("play").getAttribute("aria-label") + get("now").getAttribute("aria-live"));
                await after(500); sayEpoch();
                press(" "); await after(2000); sayEpoch(); say(get("play").getAttribute("aria-label"));
                press("o"); say(get("loop").value);
                press("r"); say(get("reverse").getAttribute("aria-pressed"));
                get("play").click(); await after(250); sayEpoch(); get("play").click();
                press("r"); choose("loop", "loop");
                press("End"); press("ArrowLeft"); press(" "); await after(250); sayEpoch(); press(" ");
                choose("loop", "bounce");
                press("End"); press("ArrowLeft"); press(" "); await after(250); sayEpoch();
                say(get("reverse").getAttribute("aria-pressed"));
                """))
                .containsExactly(
                        "Pauseoff",
                        "0 of 0",
                        "3 of 3",
                        "Playpolite",
                        "3 of 3",
                        "12 of 12",
                        "Play",
                        "loop",
                        "true",
                        "10 of 10",
                        "0 of 0",
                        "11 of 11",
                        "true");
    }

    @Test
    void keysGoToTheControlThatHasFocusFirst() throws Exception {
        assertThat(said(write(EpochRange.ALL, Locale.ENGLISH), """
                press("ArrowLeft", get("speed")); sayEpoch();
                press("Home", get("epoch")); sayEpoch();
                press("ArrowLeft", get("seek")); sayEpoch();
                choose("speed", 150); press("+"); say(get("speed").value);
                press("-"); press("-"); say(get("speed").value);
                """))
                .containsExactly("12 of 12", "12 of 12", "11 of 11", "100", "200");
    }

    @Test
    void changesBetweenLightAndDark() throws Exception {
        assertThat(said(write(EpochRange.ALL, Locale.ENGLISH), """
                const ground = () => getComputedStyle(document.body).backgroundColor;
                say(ground()); press("t"); say(ground()); get("theme").click(); say(ground());
                """))
                .containsExactly("rgb(255, 255, 255)", "rgb(22, 24, 28)", "rgb(255, 255, 255)");
    }

    @Test
    void showsThePixelsAndTheErrorsOfEachEpoch() throws Exception {
        int[] samples = trained.run().samples();
        List<String> said = said(write(EpochRange.ALL, Locale.ENGLISH), """
                const pixels = canvas => Array.from(canvas.getContext("2d").getImageData(0, 0, 28, 28).data)
                    .filter((_, i) => i % 4 === 0).join(" ");
                press("Home"); press("ArrowRight");
                document.querySelectorAll("figure").forEach(figure => {
                    figure.querySelectorAll("canvas").forEach(canvas => say(pixels(canvas)));
                    say(figure.querySelector("figcaption").textContent);
                });
                """);
        Reconstructions made = trained.run().reconstruct(1, samples);
        for (int i = 0; i < samples.length; i++) {
            assertThat(said.get(3 * i))
                    .isEqualTo(numbers(trained.run().dataset().test().pixelsOf(samples[i])));
            assertThat(said.get(3 * i + 1)).isEqualTo(numbers(made.image(i)));
            assertThat(Double.parseDouble(said.get(3 * i + 2))).isCloseTo(made.errors()[i], within(0.00006));
        }
    }

    private static String numbers(byte[] pixels) {
        StringBuilder numbers = new StringBuilder();
        for (byte pixel : pixels) {
            numbers.append(numbers.isEmpty() ? "" : " ").append(pixel & 0xFF);
        }
        return numbers.toString();
    }

    @Test
    void ofSomeEpochsItGoesToTheNearestAndSaysHowManyThereAre() throws Exception {
        assertThat(said(write(EpochRange.parse("2::4"), Locale.JAPANESE), """
                say(document.documentElement.lang); say(get("shown").textContent); say(get("nowEpoch").textContent);
                press("ArrowLeft"); sayEpoch();
                enter("seek", 3, "input"); sayEpoch();
                enter("epoch", 100, "change"); sayEpoch();
                """))
                .containsExactly(
                        "ja",
                        "このファイルには 13 エポック中 3 エポックがあります (保存され、選ばれたもの)",
                        "エポック 10 / 12",
                        "6 of 6",
                        "2 of 2",
                        "10 of 10");
    }
}

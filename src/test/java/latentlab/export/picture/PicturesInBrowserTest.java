package latentlab.export.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import latentlab.Browser;
import latentlab.data.SmallDatasets;
import latentlab.export.ExportCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real browser draws the SVGs, and says what it sees; a word on its console fails the test. */
class PicturesInBrowserTest {
    private static final Pattern SAID = Pattern.compile("<li class=\"said\">(.*?)</li>", Pattern.DOTALL);

    /** The picture twice: in the page, to be asked for its text, and as an image, to be asked for its pixels. */
    private static final String PAGE = """
            <!DOCTYPE html><meta charset="utf-8"><body>PICTURE<script>addEventListener("load", async () => {
            const say = text => document.body.insertAdjacentHTML("beforeend", "<li class='said'>" + text + "</li>");
            const svg = document.querySelector("svg");
            const around = svg.getBoundingClientRect();
            const texts = [...svg.querySelectorAll("text")];
            const inside = text => {
                const box = text.getBoundingClientRect();
                return box.width > 0 && box.left >= around.left - 1 && box.right <= around.right + 1
                    && box.top >= around.top - 1 && box.bottom <= around.bottom + 1;
            };
            say(texts.length > 0 && texts.every(inside) ? "words inside" : "words outside");
            const image = new Image();
            // Loading holds the browser's virtual time; decoding would not.
            await new Promise(loaded => {
                image.onload = loaded;
                image.src = "data:image/svg+xml;base64,BASE64";
            });
            const canvas = document.createElement("canvas");
            canvas.width = image.width;
            canvas.height = image.height;
            const context = canvas.getContext("2d");
            context.drawImage(image, 0, 0);
            const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
            let inked = 0;
            for (let i = 0; i < pixels.length; i += 4) {
                if (pixels[i] + pixels[i + 1] + pixels[i + 2] < 3 * 255 && pixels[i + 3] > 0) inked++;
            }
            say(canvas.width + " wide");
            say(inked > pixels.length / 4 / 1000 ? "drawn" : "empty");
            })</script>""";

    @TempDir
    static Path scratch;

    private static Pictures pictures;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws Exception {
        pictures = Pictures.of(SmallDatasets.of(100, 60, 8, 8), 4, scratch);
    }

    @AfterAll
    static void close() {
        pictures.close();
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void drawsThemWithTheirWords(View view) throws Exception {
        Browser browser = Browser.find();
        String svg = Files.readString(pictures.write(ExportCatalogue.SVG, view));
        Path page = folder.resolve("page.html");
        Files.writeString(
                page,
                PAGE.replace("BASE64", Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8)))
                        .replace("PICTURE", svg.substring(svg.indexOf("<svg"))));

        List<String> said = SAID.matcher(browser.open(page, folder, 10_000))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(said).containsExactly("words inside", "960 wide", "drawn");
    }
}

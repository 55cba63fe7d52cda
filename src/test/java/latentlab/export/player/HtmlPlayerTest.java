package latentlab.export.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.data.SmallDatasets;
import latentlab.engine.model.Reconstructions;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.EpochRange;
import latentlab.export.Export;
import latentlab.export.TrainedRun;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlPlayerTest {
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(4).withBatch(20).withEpochs(6);

    @TempDir
    Path folder;

    private String write(TrainedRun trained, EpochRange range, Messages messages, Progress progress) throws Exception {
        Path file = folder.resolve("player.html");
        Export.Subject subject = new Export.Subject(trained.run(), trained.history(), List.of(), Map.of(), range);
        HtmlPlayer.write(file, subject, messages, progress);
        return Files.readString(file);
    }

    private static JsonNode json(String page, String id) {
        return Pattern.compile("id=\"" + id + "\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map((MatchResult found) -> JsonMapper.shared().readTree(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void holdsAllItNeedsAndNoPlaceIsLeftUnfilled() throws Exception {
        try (TrainedRun trained = TrainedRun.of(SmallDatasets.of(200, 30, 28, 28), CONFIG, folder)) {
            for (Locale language : Messages.LANGUAGES) {
                String page = write(trained, EpochRange.ALL, new Messages(language), Progress.NONE);

                assertThat(page)
                        .contains("lang=\"" + language.getLanguage() + "\"")
                        .doesNotContain("{{");
                String withoutData = page.replaceAll("base64,[^\"]*", "").replace("www.w3.org", "");
                assertThat(withoutData).doesNotContainIgnoringCase("http").doesNotContain("//");
            }
        }
    }

    @Test
    void saysWhichRunItComesFrom() throws Exception {
        try (TrainedRun trained = TrainedRun.of(SmallDatasets.of(200, 30, 28, 28), CONFIG, folder)) {
            JsonNode origin = json(write(trained, EpochRange.ALL, ENGLISH, Progress.NONE), "origin");

            assertThat(origin.get("run").asString()).isEqualTo(trained.run().id());
            assertThat(origin.get("settings").get("latent").asString()).isEqualTo("4");
        }
    }

    @Test
    void ofARunThatHasBeenThinnedItHasTheEpochsThatAreKeptAndAllLosses() throws Exception {
        try (TrainedRun thinned = TrainedRun.of(SmallDatasets.of(200, 30, 28, 28), CONFIG, folder)) {
            assertThat(thinned.run().epochs().thin()).isTrue();
            int kept = thinned.run().kept(thinned.history()).size();

            String page = write(thinned, EpochRange.ALL, ENGLISH, Progress.NONE);

            JsonNode data = json(page, "data");
            assertThat(kept).isLessThan(7);
            assertThat(data.get("epochs").size()).isEqualTo(kept);
            assertThat(data.get("errors").size()).isEqualTo(kept);
            assertThat(data.get("history").size()).isEqualTo(7);
            assertThat(page).contains(kept + " of 7 epochs are in this file");
        }
    }

    @Test
    void hasColourImagesInTheirColoursAndInAsManySpritesAsTheyNeed() throws Exception {
        Dataset tall = MadeUpImages.inColour(40, 1200, 4);
        try (TrainedRun trained = TrainedRun.of(tall, CONFIG.withEpochs(3), folder)) {
            JsonNode data = json(write(trained, EpochRange.ALL, ENGLISH, Progress.NONE), "data");

            List<BufferedImage> sprites = new ArrayList<>();
            for (JsonNode sprite : data.get("sprites")) {
                byte[] png = Base64.getDecoder().decode(sprite.asString().replaceFirst(".*,", ""));
                sprites.add(ImageIO.read(new ByteArrayInputStream(png)));
            }
            int rowsEach = data.get("rowsEach").asInt();
            assertThat(rowsEach).isEqualTo(3);
            assertThat(sprites).hasSize(2);
            int[] samples = trained.run().samples();
            for (int epoch = 0; epoch <= 3; epoch++) {
                Reconstructions made = trained.run().reconstruct(epoch, samples);
                int row = 1 + epoch;
                for (int i = 0; i < samples.length; i++) {
                    for (int pixel = 0; pixel < tall.shape().pixels(); pixel++) {
                        assertThat(sprites.get(row / rowsEach)
                                                .getRGB(i * 4 + pixel % 4, row % rowsEach * 1200 + pixel / 4)
                                        & 0xFFFFFF)
                                .isEqualTo(tall.shape().rgb(made.pixels(), i * made.size(), pixel));
                    }
                }
            }
        }
    }

    @Test
    void withoutEpochsOrCancelledItLeavesNothingBehind() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        try (TrainedRun trained = TrainedRun.of(SmallDatasets.of(200, 30, 28, 28), CONFIG, folder)) {
            Export.Subject none =
                    new Export.Subject(trained.run(), trained.history(), List.of(), Map.of(), EpochRange.parse("100:"));
            Export.Subject all = new Export.Subject(trained.run(), trained.history(), List.of(), Map.of());
            Progress impatient = (fraction, what) -> {
                if (fraction > 0.5) {
                    throw new CancellationException();
                }
            };

            assertThatThrownBy(() -> HtmlPlayer.write(empty.resolve("a.html"), none, ENGLISH, Progress.NONE))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> HtmlPlayer.write(empty.resolve("a.html"), all, ENGLISH, impatient))
                    .isInstanceOf(CancellationException.class);
        }
        try (Stream<Path> left = Files.list(empty)) {
            assertThat(left).isEmpty();
        }
    }
}

package latentlab.view.data;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javax.imageio.ImageIO;
import latentlab.app.WindowFixture;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.ImageShape;
import latentlab.data.SmallDatasets;
import latentlab.data.idx.IdxSamples;
import latentlab.data.npy.NpzWriter;
import latentlab.session.TrainingModel;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Data as people have them, one kind after the other, opened by hand and trained. */
class FormatsInWindowTest {
    private static final ImageShape DIGITS = ImageShape.grey(28, 28);

    @RegisterExtension
    private final WindowFixture fixture =
            new WindowFixture(990, 720).loading((request, progress) -> new Datasets().load(request, progress));

    /** What is made of a file or folder. */
    private record Expected(ImageShape shape, int train, int test, String firstClass) {}

    @Test
    void areOpenedAndTrained() throws Exception {
        Map<Path, Expected> kinds = new LinkedHashMap<>();
        kinds.put(mnist("mnist"), new Expected(DIGITS, 30, 12, "0"));
        kinds.put(colourFolder("birds"), new Expected(ImageShape.colour(16, 16), 20, 4, "jay"));
        kinds.put(npz("mnist.npz"), new Expected(DIGITS, 60, 20, "0"));
        kinds.put(kaggle("train.csv"), new Expected(DIGITS, 50, 10, "0"));
        kinds.put(emnist("emnist"), new Expected(DIGITS, 30, 12, "A"));
        kinds.put(qmnist("qmnist"), new Expected(DIGITS, 30, 12, "0"));
        TrainingModel model = fixture.window.model();
        until("ready", () -> model.history().size() == 1);
        for (Map.Entry<Path, Expected> each : kinds.entrySet()) {
            Path path = each.getKey();
            Expected expected = each.getValue();
            fixture.answers.add(path);
            onFx(() -> fire(Files.isDirectory(path) ? "data-open" : "data-open-file"));
            until("opened " + path, () -> model.datasetProperty().get().origin().equals(path.toString()));
            Dataset dataset = model.datasetProperty().get();
            assertThat(dataset.shape()).as("%s", path).isEqualTo(expected.shape);
            assertThat(dataset.className(0)).as("%s", path).isEqualTo(expected.firstClass);
            assertThat(fixture.<Button>find("#data-counts").getText())
                    .as("%s", path)
                    .isEqualTo(expected.train + " / " + expected.test);
            onFx(() -> {
                model.startOver(model.settingsProperty().get().withEpochs(2));
                model.train();
            });
            until(
                    "trained " + path,
                    () -> model.history().size() == 3
                            && model.runProperty().get().dataset() == dataset);
            assertThat(model.history()).as("%s", path).allMatch(epoch -> Double.isFinite(epoch.validLoss()));
        }
    }

    private void fire(String id) {
        fixture.<MenuButton>find("#data-choice").getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire();
    }

    private Path make(String name) throws IOException {
        return Files.createDirectory(fixture.folder.resolve(name));
    }

    private Path mnist(String name) throws IOException {
        Path folder = make(name);
        IdxSamples.writeFour(folder);
        return folder;
    }

    private Path colourFolder(String name) throws IOException {
        Path folder = make(name);
        for (String bird : new String[] {"jay", "robin"}) {
            Path of = Files.createDirectory(folder.resolve(bird));
            for (int i = 0; i < 12; i++) {
                BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
                Graphics2D graphics = image.createGraphics();
                graphics.setColor(bird.equals("jay") ? Color.BLUE : Color.RED);
                graphics.fillOval(i % 8, 8 - i % 8, 8, 8);
                graphics.dispose();
                ImageIO.write(image, "png", of.resolve(i + ".png").toFile());
            }
        }
        return folder;
    }

    private Path npz(String name) throws IOException {
        Path file = fixture.folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            NpzWriter.write(out, SmallDatasets.of(60, 20, 28, 28), Progress.NONE);
        }
        return file;
    }

    private Path kaggle(String name) throws IOException {
        StringJoiner lines = new StringJoiner("\n");
        for (int row = -1; row < 60; row++) {
            StringJoiner line = new StringJoiner(",").add(row < 0 ? "label" : String.valueOf(row % 10));
            for (int pixel = 0; pixel < 784; pixel++) {
                line.add(row < 0 ? "pixel" + pixel : String.valueOf((pixel * 7 + row * 31) % 256));
            }
            lines.add(line.toString());
        }
        return Files.writeString(make("digit recognizer").resolve(name), lines + "\n");
    }

    private Path emnist(String name) throws IOException {
        Path folder = make(name);
        StringJoiner mapping = new StringJoiner("\n");
        for (int i = 0; i < 10; i++) {
            mapping.add(i + " " + ('A' + i));
        }
        Files.writeString(folder.resolve("emnist-balanced-mapping.txt"), mapping.toString());
        for (String part : new String[] {"train", "test"}) {
            int count = part.equals("train") ? 30 : 12;
            String start = "emnist-balanced-" + part;
            Files.write(
                    folder.resolve(start + "-images-idx3-ubyte.gz"), IdxSamples.gzip(IdxSamples.images(count, 28, 28)));
            Files.write(folder.resolve(start + "-labels-idx1-ubyte.gz"), IdxSamples.gzip(IdxSamples.labels(count, 10)));
        }
        return folder;
    }

    private Path qmnist(String name) throws IOException {
        Path folder = make(name);
        for (String part : new String[] {"train", "test"}) {
            int count = part.equals("train") ? 30 : 12;
            ByteBuffer labels = ByteBuffer.allocate(count * 8 * Integer.BYTES);
            for (int i = 0; i < 8 * count; i++) {
                labels.putInt(i % 8 == 0 ? i / 8 % 10 : 1_000 + i);
            }
            Files.write(folder.resolve("qmnist-" + part + "-images-idx3-ubyte"), IdxSamples.images(count, 28, 28));
            Files.write(
                    folder.resolve("qmnist-" + part + "-labels-idx2-int"),
                    IdxSamples.idx(0x0C, new int[] {count, 8}, labels.array()));
        }
        return folder;
    }
}

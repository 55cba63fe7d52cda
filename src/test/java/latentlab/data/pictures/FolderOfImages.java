package latentlab.data.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.junit.jupiter.api.io.TempDir;

/** A folder that tests draw images into. */
public abstract class FolderOfImages {
    @TempDir
    Path folder;

    Dataset open() throws Problem {
        return datasets().load(folder.toString(), Progress.NONE);
    }

    static Datasets datasets() {
        return new Datasets();
    }

    Path writePng(String name, BufferedImage image) throws IOException {
        Path file = folder.resolve(name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    /** @param name with slashes, in any script, whatever the locale the tests run in */
    Path place(String name) {
        StringBuilder address = new StringBuilder(folder.toUri().toString());
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            address.append(each == '/' ? "/" : "%" + HexFormat.of().toHexDigits(each));
        }
        return Path.of(URI.create(address.toString()));
    }

    /** Small pictures in a place: {@code 0.png}, {@code 1.png}, … */
    void writePngs(String place, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Path file = place(place + "/" + i + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, encoded(grey(4, 4, 10 + i)));
        }
    }

    static byte[] encoded(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    public static BufferedImage grey(int height, int width, int value) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        int[] samples = new int[height * width];
        Arrays.fill(samples, value);
        image.getRaster().setPixels(0, 0, width, height, samples);
        return image;
    }

    /** A disc half as wide as the image. */
    static BufferedImage disc(int height, int width, Color ground, Color ink) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        draw(image, graphics -> {
            graphics.setColor(ground);
            graphics.fillRect(0, 0, width, height);
            graphics.setColor(ink);
            graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
        });
        return image;
    }

    static void draw(BufferedImage image, Consumer<Graphics2D> drawing) {
        Graphics2D graphics = image.createGraphics();
        drawing.accept(graphics);
        graphics.dispose();
    }
}

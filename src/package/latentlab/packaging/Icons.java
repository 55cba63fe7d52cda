package latentlab.packaging;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * The program's icon in all sizes that systems ask for: five units, a code of two, five units.
 *
 * @param program in the form that jpackage takes on this system
 * @param file of files that the program opens
 * @param desktop folder of Linux' pictures, each named after its size; null elsewhere
 */
record Icons(Path program, Path file, Path desktop) {
    /** As the drawing is described, in points: a square of this many. */
    private static final double SIDE = 256;

    private static final int[] WINDOWS = {16, 24, 32, 48, 64, 128, 256};
    /** Sizes in an ICNS with their names there: Apple Icon Image format. From ic11 on, and ic10, for dense screens. */
    private static final Object[][] APPLE = {
        {"icp4", 16},
        {"icp5", 32},
        {"ic07", 128},
        {"ic08", 256},
        {"ic09", 512},
        {"ic10", 1024},
        {"ic11", 32},
        {"ic12", 64},
        {"ic13", 256},
        {"ic14", 512}
    };

    /** Of the theme that all desktops fall back on. */
    static final List<Integer> LINUX = List.of(16, 22, 24, 32, 48, 64, 128, 256, 512);
    /** The largest that jpackage gives files; it calls a larger one by this size. */
    private static final int FILE = 128;

    private static final int[] OUTER = {60, 94, 128, 162, 196};
    private static final int[] CODE = {104, 152};

    static Icons write(Path folder, Platform platform) throws IOException {
        Files.createDirectories(folder);
        if (platform == Platform.WINDOWS) {
            return whole(Files.write(folder.resolve("latent-lab.ico"), ico()));
        }
        if (platform == Platform.MAC) {
            return whole(Files.write(folder.resolve("latent-lab.icns"), icns()));
        }
        Path desktop = Files.createDirectories(folder.resolve("desktop"));
        for (int size : LINUX) {
            Files.write(desktop.resolve(size + ".png"), png(size));
        }
        return new Icons(
                Files.write(folder.resolve("latent-lab.png"), png(LINUX.getLast())),
                Files.write(folder.resolve("file.png"), png(FILE)),
                desktop);
    }

    private static Icons whole(Path file) {
        return new Icons(file, file, null);
    }

    /** An icon of Windows: a directory of pictures, each a PNG. */
    private static byte[] ico() throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        int bytes = 6 + 16 * WINDOWS.length;
        for (int size : WINDOWS) {
            pictures.add(png(size));
            bytes += pictures.getLast().length;
        }
        ByteBuffer out = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.length);
        int at = 6 + 16 * WINDOWS.length;
        for (int i = 0; i < WINDOWS.length; i++) {
            // A side of 256 is written as 0.
            out.put((byte) WINDOWS[i]).put((byte) WINDOWS[i]).put((byte) 0).put((byte) 0);
            out.putShort((short) 1).putShort((short) 32).putInt(pictures.get(i).length).putInt(at);
            at += pictures.get(i).length;
        }
        pictures.forEach(out::put);
        return out.array();
    }

    private static byte[] icns() throws IOException {
        ByteArrayOutputStream inside = new ByteArrayOutputStream();
        DataOutputStream entries = new DataOutputStream(inside);
        for (Object[] entry : APPLE) {
            byte[] picture = png((int) entry[1]);
            entries.write(((String) entry[0]).getBytes(StandardCharsets.US_ASCII));
            entries.writeInt(picture.length + 8);
            entries.write(picture);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream whole = new DataOutputStream(out);
        whole.write("icns".getBytes(StandardCharsets.US_ASCII));
        whole.writeInt(inside.size() + 8);
        inside.writeTo(whole);
        return out.toByteArray();
    }

    private static byte[] png(int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(size / SIDE, size / SIDE);
        draw(graphics);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static void draw(Graphics2D graphics) {
        graphics.setColor(new Color(0x0F1B2A));
        graphics.fill(new RoundRectangle2D.Double(8, 8, 240, 240, 56, 56));
        graphics.setStroke(new BasicStroke(2.5f));
        graphics.setColor(new Color(255, 255, 255, 80));
        for (int outer : OUTER) {
            for (int code : CODE) {
                graphics.draw(new Line2D.Double(58, outer, 128, code));
                graphics.draw(new Line2D.Double(128, code, 198, outer));
            }
        }
        for (int outer : OUTER) {
            dot(graphics, new Color(0x56B4E9), 58, outer, 11);
            dot(graphics, new Color(0xE69F00), 198, outer, 11);
        }
        for (int code : CODE) {
            dot(graphics, Color.WHITE, 128, code, 15);
        }
    }

    private static void dot(Graphics2D graphics, Color colour, double x, double y, double radius) {
        graphics.setColor(colour);
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }
}

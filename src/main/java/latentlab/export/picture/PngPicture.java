package latentlab.export.picture;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import latentlab.export.Export.Subject;
import latentlab.export.ExportOption;
import latentlab.export.Lettering;
import latentlab.export.OutputFile;
import latentlab.export.PngEncoder;
import latentlab.text.AppVersion;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;

/** A view as a PNG. */
public final class PngPicture {
    /** Keeps within an array, and well within the memory that the program has. */
    private static final double MOST_PIXELS = 100e6;

    private PngPicture() {}

    /**
     * @param messages language of the words; English where the fonts of this machine lack its letters
     * @throws Problem when the file cannot be written, there is nothing to show, or it would be too large
     */
    public static void write(Path file, Subject subject, Messages messages, Progress progress) throws Problem {
        Layout layout = Layout.of(subject, Lettering.of(messages, "export.plot.valid"), progress);
        Sheet sheet = layout.sheet();
        int scale = subject.get(ExportOption.SCALE);
        int width = subject.get(ExportOption.WIDTH);
        double height = Math.ceil(sheet.height() * layout.scale());
        if (width * height * scale * scale > MOST_PIXELS) {
            throw Problem.of("export.picture.tooLarge", (long) width * scale, (long) height * scale);
        }
        BufferedImage image = PngEncoder.painted(width, (int) height, scale, graphics -> {
            graphics.scale(layout.scale(), layout.scale());
            sheet.draw(graphics, layout.lettering());
        });
        OutputFile.write(file, out -> PngEncoder.encode(image, scale, said(layout.origin(subject)), out));
    }

    /**
     * A picture made small enough for somewhere.
     *
     * @param width of the whole picture in points, as is the height
     */
    public record Sized(BufferedImage image, int width, int height) {}

    /**
     * @param messages language of the words; English where the fonts of this machine lack its letters
     * @param roomWidth in pixels, as is the height
     * @return what is written, in fewer pixels
     * @throws Problem if there is nothing to show
     */
    public static Sized small(Subject subject, Messages messages, int roomWidth, int roomHeight, Progress progress)
            throws Problem {
        Layout layout = Layout.of(subject, Lettering.of(messages, "export.plot.valid"), progress);
        Sheet sheet = layout.sheet();
        int width = subject.get(ExportOption.WIDTH);
        int height = (int) Math.ceil(sheet.height() * layout.scale());
        double fitting = Math.min(roomWidth / sheet.width(), roomHeight / sheet.height());
        BufferedImage image = PngEncoder.painted(
                Math.max(1, (int) (sheet.width() * fitting)),
                Math.max(1, (int) (sheet.height() * fitting)),
                1,
                graphics -> {
                    graphics.scale(fitting, fitting);
                    sheet.draw(graphics, layout.lettering());
                });
        return new Sized(image, width, height);
    }

    /** @return what a PNG says of where it comes from */
    public static Map<String, String> said(String origin) {
        return Map.of("Software", "Latent Lab " + AppVersion.text(), "Comment", origin);
    }
}

package latentlab.export.preview;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import latentlab.data.npy.NpzContents;
import latentlab.engine.model.ModelSummary;
import latentlab.export.Export;
import latentlab.export.Export.Subject;
import latentlab.export.ExportOption;
import latentlab.export.animation.AnimationStills;
import latentlab.export.picture.PngPicture;
import latentlab.export.preview.Preview.Content;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** Shows what an export comes to before anybody saves it: by writing it, into a temporary file. */
public final class Previews {
    /** Pictures of an animation that are held in memory to play it. */
    private static final int PLAYED = 40;

    private static final int LINES = 60;
    private static final int LETTERS = 6_000;

    private final Export export;
    private final Subject subject;
    private final Messages messages;
    private final int roomWidth;
    private final int roomHeight;
    private final Progress progress;

    Previews(Export export, Subject subject, Messages messages, int roomWidth, int roomHeight, Progress progress) {
        this.export = export;
        this.subject = subject;
        this.messages = messages;
        this.roomWidth = roomWidth;
        this.roomHeight = roomHeight;
        this.progress = progress;
    }

    /**
     * Takes its time: not for the user interface's thread.
     *
     * @param subject nothing more is trained of its run meanwhile, or it is held
     * @param shown epoch that an animation shows until it is played
     * @param roomWidth in pixels: pictures are made smaller to go in, as is the height
     * @throws Problem when it could not be saved
     * @throws java.util.concurrent.CancellationException when cancelled through progress; nothing is left behind
     */
    public static Preview of(
            Export export,
            Subject subject,
            Messages messages,
            int shown,
            int roomWidth,
            int roomHeight,
            Progress progress)
            throws Problem {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return new Previews(export, subject, messages, roomWidth, roomHeight, progress).make(shown, temporary);
    }

    /** @param temporary folder for what is written meanwhile */
    Preview make(int shown, Path temporary) throws Problem {
        try {
            Path folder = Files.createTempDirectory(temporary, "latent-lab-preview");
            Path file = folder.resolve(export.fileName());
            try {
                long bytes = new FileSize(file, export, messages, progress).of(subject);
                return make(file, bytes, shown);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new Problem(Sentence.of("export.preview.failed", String.valueOf(e.getMessage())), e);
        }
    }

    private Preview make(Path file, long bytes, int shown) throws Problem, IOException {
        if (export.options().contains(ExportOption.FRAME)) {
            return animation(bytes, shown);
        }
        if (export.options().contains(ExportOption.VIEW)) {
            PngPicture.Sized picture = PngPicture.small(subject, messages, roomWidth, roomHeight, progress);
            int scale = export.options().contains(ExportOption.SCALE) ? subject.get(ExportOption.SCALE) : 1;
            return new Preview(pictures(picture.image()), bytes, 0, picture.width() * scale, picture.height() * scale);
        }
        return switch (export.extension()) {
            case "png" -> {
                BufferedImage image = ImageIO.read(file.toFile());
                // Of very many epochs, the file has the first ones only.
                boolean whole = Files.size(file) == bytes;
                yield new Preview(
                        pictures(image), bytes, 0, whole ? image.getWidth() : 0, whole ? image.getHeight() : 0);
            }
            case "csv", "json", "py", "txt" -> new Preview(new Preview.Text(beginning(file)), bytes, 0, 0, 0);
            case "npz" -> new Preview(new Preview.Text(arrays(file)), bytes, 0, 0, 0);
            case "safetensors", "onnx" ->
                new Preview(
                        new Preview.Text(
                                ModelContents.text(export, subject.run().model())),
                        bytes,
                        0,
                        0,
                        0);
            case "zip" ->
                new Preview(new Preview.Text(ModelSummary.text(subject.run().model())), bytes, 0, 0, 0);
            default -> new Preview(new Preview.Nothing(), bytes, 0, 0, 0);
        };
    }

    private Preview animation(long bytes, int shown) throws Problem, IOException {
        // The second way to ask for a map is an export of its own.
        Subject seen = export.id().equals("gifMap") ? subject.with(ExportOption.MAP, 1) : subject;
        AnimationStills stills = AnimationStills.of(
                seen,
                shown,
                PLAYED,
                messages,
                progress,
                (width, height, rgb) -> Raster.within(width, height, rgb, roomWidth, roomHeight));
        boolean page = export.extension().equals("html");
        return new Preview(
                new Preview.Pictures(stills.pictures(), stills.first()),
                bytes,
                stills.frames(),
                page ? 0 : stills.width(),
                page ? 0 : stills.height());
    }

    private Content pictures(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
        return new Preview.Pictures(List.of(Raster.within(width, height, rgb, roomWidth, roomHeight)), 0);
    }

    private static String beginning(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            char[] letters = new char[LETTERS];
            int read = 0;
            while (read < LETTERS) {
                int more = in.read(letters, read, LETTERS - read);
                if (more < 0) {
                    break;
                }
                read += more;
            }
            new String(letters, 0, read)
                    .lines()
                    .limit(LINES)
                    .forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    private static String arrays(Path file) throws Problem, IOException {
        StringBuilder text = new StringBuilder();
        for (NpzContents.Named array : NpzContents.of(file)) {
            if (!array.text()) {
                text.append(ModelContents.line(array.name(), array.kind(), array.shape()));
            }
        }
        return text.toString();
    }
}

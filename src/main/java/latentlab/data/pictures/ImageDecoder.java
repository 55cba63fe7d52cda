package latentlab.data.pictures;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import javax.imageio.stream.ImageInputStream;
import latentlab.data.DataProblems;
import latentlab.data.ImageOptions;
import latentlab.data.download.GiveUp;
import latentlab.data.pictures.coding.PictureCoding;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** Reads a picture about as small as it will be; the first one of an animation. Safe to use from several threads. */
final class ImageDecoder {
    private final ImageOptions options;
    private final PictureMemory memory;

    /**
     * @param options what becomes of it
     * @param memory what is decoded in
     */
    ImageDecoder(ImageOptions options, PictureMemory memory) {
        this.options = options;
        this.memory = memory;
    }

    /**
     * @param wanted asked now and then; once it is false, the picture is given up
     * @throws Problem if it is not an image, broken, too large or of a kind that is not read
     * @throws CancellationException if it was given up
     */
    Picture read(PictureSource file, BooleanSupplier wanted) throws Problem, InterruptedException {
        try (ImageInputStream in = open(file, wanted);
                PictureRows rows = new PictureRows(file, options, memory, wanted)) {
            PictureCoding.read(in, file.place(), new GiveUp(wanted), rows);
            return rows.picture();
        } catch (OutOfMemoryError e) {
            throw DataProblems.outOfMemory(file.place(), e);
        } catch (IOException | RuntimeException e) {
            if (!wanted.getAsBoolean()) {
                throw new CancellationException();
            }
            // ImageIO's readers throw about every exception there is at a broken file.
            throw new Problem(Sentence.of("data.images.broken", file.place()), e);
        }
    }

    private static ImageInputStream open(PictureSource file, BooleanSupplier wanted) throws Problem {
        try {
            return file.open(wanted);
        } catch (IOException e) {
            throw DataProblems.unreadable(file.place(), e);
        }
    }
}

package latentlab.data.download;

import java.util.function.BooleanSupplier;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Stops a reader within a few rows once nobody wants its picture any more. It then returns what it has got so far. */
public record GiveUp(BooleanSupplier wanted) implements IIOReadProgressListener {
    @Override
    public void imageProgress(ImageReader reader, float percentage) {
        if (!wanted.getAsBoolean()) {
            reader.abort();
        }
    }

    @Override
    public void imageStarted(ImageReader reader, int index) {}

    @Override
    public void imageComplete(ImageReader reader) {}

    @Override
    public void readAborted(ImageReader reader) {}

    @Override
    public void sequenceStarted(ImageReader reader, int first) {}

    @Override
    public void sequenceComplete(ImageReader reader) {}

    @Override
    public void thumbnailStarted(ImageReader reader, int image, int thumbnail) {}

    @Override
    public void thumbnailProgress(ImageReader reader, float percentage) {}

    @Override
    public void thumbnailComplete(ImageReader reader) {}
}

package latentlab.data.pictures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import javax.imageio.stream.ImageInputStream;
import latentlab.files.OrdinaryFile;
import latentlab.text.Problem;

/**
 * A picture in a file of its own.
 *
 * @param looked what was seen of it before; null if it is to be looked at when it is opened
 */
record PictureFile(String name, Path path, OrdinaryFile looked) implements PictureSource {
    PictureFile(String name, Path path) {
        this(name, path, null);
    }

    @Override
    public String place() {
        return path.toString();
    }

    @Override
    public ImageInputStream open(BooleanSupplier wanted) throws IOException, Problem {
        return new PictureInput(looked == null ? OrdinaryFile.of(path) : looked, wanted);
    }
}

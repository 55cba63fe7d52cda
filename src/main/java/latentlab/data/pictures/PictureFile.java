package latentlab.data.pictures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import javax.imageio.stream.ImageInputStream;
import latentlab.files.OrdinaryFile;
import latentlab.text.Problem;

/** A picture in a file of its own. */
record PictureFile(String name, Path path) implements PictureSource {
    @Override
    public String place() {
        return path.toString();
    }

    @Override
    public ImageInputStream open(BooleanSupplier wanted) throws IOException, Problem {
        return new PictureInput(OrdinaryFile.of(path), wanted);
    }
}

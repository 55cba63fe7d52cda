package latentlab.data.pictures;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import javax.imageio.stream.ImageInputStream;
import latentlab.text.Problem;

/** The bytes of one picture: a file of its own, or a part of an archive. */
public interface PictureSource {
    /** Its path within what was opened, with slashes, the same on every system: for sorting, and for people. */
    String name();

    /** Its path in full, for sentences. */
    String place();

    /**
     * @param wanted asked before each access to the disk; once it is false, reading ends in a CancellationException
     * @return its bytes, whose length is known
     * @throws Problem if it is no ordinary file
     */
    ImageInputStream open(BooleanSupplier wanted) throws IOException, Problem;
}

package latentlab.data;

import java.nio.file.Path;
import java.util.Optional;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** One kind of data: what it looks like, and how it becomes a dataset. {@link Datasets} asks its formats in turn. */
public interface DatasetFormat {
    /** How sure a format is that something is of its kind. */
    enum Fit {
        /** It can be read so, but may be meant otherwise: a folder of images may be a part of something larger. */
        LIKELY,
        /** Nothing else looks like that: no other format need be asked. */
        SURE
    }

    /**
     * What a format has recognised.
     *
     * @param read reads all of it; what its problems say is one sentence that names the file and what to do
     */
    record Match(Fit fit, Datasets.Source read) {}

    /** @return the word that stands for its data instead of a path, if there is one */
    default Optional<String> word() {
        return Optional.empty();
    }

    /** Its files, for a sentence; null of data under a word. */
    default Sentence kind() {
        return null;
    }

    /**
     * Looks at what the user has named, as little as tells whether it is of this kind.
     *
     * @param request what the user asks for
     * @param path its origin as an absolute path; null where there is no such file or folder
     * @return null if it is of another kind
     * @throws Problem if it is of this kind and cannot be read: one sentence that names it and says what to do
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    Match match(DataRequest request, Path path, Progress progress) throws Problem;

    /** @return a path's own name, by which its dataset goes; a whole disk has none */
    static String name(Path path) {
        return path.getFileName() == null ? path.toString() : path.getFileName().toString();
    }
}

package latentlab.data.pictures;

import java.nio.file.Files;
import java.nio.file.Path;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.DatasetFormat;
import latentlab.data.archive.Archive;
import latentlab.data.archive.Limits;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * A folder of images, or a ZIP or tar archive of them, in subfolders that are their classes or not: see {@link
 * ImageFolder}.
 */
public final class PicturesFormat implements DatasetFormat {
    private final PictureMemory memory = PictureMemory.ofHeap();

    @Override
    public Sentence kind() {
        return Sentence.of("data.kind.pictures");
    }

    @Override
    public Match match(DataRequest request, Path path, Progress progress) throws Problem {
        if (path == null) {
            return null;
        }
        if (Files.isDirectory(path)) {
            ImageFolder images = ImageFolder.find(path, progress);
            return images == null ? null : new Match(Fit.LIKELY, reading -> read(images, request, path, reading));
        }
        if (Archive.unknown(path)) {
            throw Problem.of("data.archive.kind", path.toString());
        }
        Archive archive = Archive.of(path, Limits.ofHeap());
        if (archive == null) {
            return null;
        }
        ImageFolder images = ImageFolder.find(archive, progress);
        if (images == null) {
            throw Problem.of("data.archive.noImages", path.toString());
        }
        return new Match(Fit.LIKELY, reading -> read(images, request, path, reading));
    }

    private Dataset read(ImageFolder folder, DataRequest request, Path path, Progress progress) throws Problem {
        ImageFolder.Images images = folder.read(request.images(), memory, progress);
        Sentence name = Sentence.of("data.name", DatasetFormat.name(path));
        return new Dataset(
                name,
                path.toString(),
                images.split().train(),
                images.split().test(),
                images.classNames(),
                images.account());
    }
}

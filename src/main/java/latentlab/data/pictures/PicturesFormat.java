package latentlab.data.pictures;

import java.nio.file.Files;
import java.nio.file.Path;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.DatasetFormat;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** A folder of images, in subfolders that are their classes or not: see {@link ImageFolder}. */
public final class PicturesFormat implements DatasetFormat {
    private final PictureMemory memory = PictureMemory.ofHeap();

    @Override
    public Match match(DataRequest request, Path path, Progress progress) throws Problem {
        if (path == null || !Files.isDirectory(path)) {
            return null;
        }
        ImageFolder images = ImageFolder.find(path, progress);
        return images == null ? null : new Match(Fit.LIKELY, reading -> read(images, request, path, reading));
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

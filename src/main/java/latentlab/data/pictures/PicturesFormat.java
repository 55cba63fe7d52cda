package latentlab.data.pictures;

import java.nio.file.Files;
import java.nio.file.Path;
import latentlab.data.Account;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.DatasetFormat;
import latentlab.data.Split;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** A folder of PNG or JPEG images, in subfolders that are their classes or not: see {@link ImageFolder}. */
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

    private Dataset read(ImageFolder images, DataRequest request, Path path, Progress progress) throws Problem {
        ImageFolder.Loaded loaded = images.read(request.images(), memory, progress);
        Sentence name = Sentence.of("data.name", DatasetFormat.name(path));
        Account account = Account.NONE.withChanged(loaded.changed().toArray(Sentence[]::new));
        Split split = loaded.split();
        return new Dataset(name, path.toString(), split.train(), split.test(), images.classNames(), account);
    }
}

package latentlab.data.idx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.DatasetFormat;
import latentlab.data.Split;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * A folder of IDX files under their usual names, or one of these, which stands for those beside it: see {@link
 * IdxFiles}.
 */
public final class IdxFormat implements DatasetFormat {
    @Override
    public Match match(DataRequest request, Path path, Progress progress) throws Problem {
        IdxFiles files = null;
        if (path != null && Files.isDirectory(path)) {
            files = IdxFiles.find(path, null, progress);
        } else if (path != null && IdxFiles.named(path)) {
            files = IdxFiles.find(path.getParent(), path, progress);
        }
        IdxFiles found = files;
        return found == null ? null : new Match(Fit.SURE, reading -> read(found, path, reading));
    }

    private static Dataset read(IdxFiles files, Path origin, Progress progress) throws Problem {
        Split split = files.read(progress);
        int classes = Math.max(split.train().classes(), split.test().classes());
        List<String> names =
                IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        Sentence name = Sentence.of("data.name", DatasetFormat.name(files.folder()));
        return new Dataset(name, origin.toString(), split.train(), split.test(), names);
    }
}

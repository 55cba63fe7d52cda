package latentlab.data.idx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import latentlab.data.Account;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.DatasetFormat;
import latentlab.data.arrays.ArrayDataset;
import latentlab.data.arrays.LabelNames;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * A folder of IDX files under their usual names, or one of these, which stands for those beside it: see {@link
 * IdxFiles}.
 */
public final class IdxFormat implements DatasetFormat {
    @Override
    public Sentence kind() {
        return Sentence.of("data.kind.idx");
    }

    @Override
    public Match match(DataRequest request, Path path, Progress progress) throws Problem {
        IdxFiles files = null;
        if (path != null && Files.isDirectory(path)) {
            files = IdxFiles.find(path, null, progress);
        } else if (path != null && IdxFiles.named(path)) {
            files = IdxFiles.find(path.getParent(), path, progress);
        }
        IdxFiles found = files;
        return found == null ? null : new Match(Fit.SURE, reading -> read(found, request, path, reading));
    }

    private static Dataset read(IdxFiles files, DataRequest request, Path origin, Progress progress) throws Problem {
        IdxFiles.Content content = files.read(progress.part(0, 0.8));
        List<Sentence> warnings = new ArrayList<>();
        List<LabelNames> names =
                LabelNames.beside(files.folder(), files.set() + "mapping.txt", warnings, progress.part(0.8, 0.8));
        List<String> others = IdxNames.others(files.folder(), progress.part(0.8, 0.8));
        Account account = Account.NONE
                .withLeftOut(Sentence.of("data.idx.others"), others)
                .withWarnings(warnings.toArray(Sentence[]::new));
        if (files.transposed()) {
            account = account.withChanged(Sentence.of("data.idx.upright"));
        }
        return new ArrayDataset(
                        files.folder(), name(files.folder()), origin.toString(), request.images(), names, account)
                .of(content.train(), content.test(), progress.part(0.8, 1));
    }

    /** A library's folder for what it has downloaded says nothing, but the one it is in does. */
    private static Sentence name(Path folder) {
        boolean within = folder.endsWith("raw") && folder.getParent() != null;
        return Sentence.of("data.name", DatasetFormat.name(within ? folder.getParent() : folder));
    }
}

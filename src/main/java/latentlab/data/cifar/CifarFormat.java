package latentlab.data.cifar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import latentlab.data.Account;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.DatasetFormat;
import latentlab.data.arrays.ArrayDataset;
import latentlab.data.arrays.ArrayImages;
import latentlab.data.arrays.LabelNames;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * CIFAR-10 or CIFAR-100 in its binary version: the folder, the one that has it, or one of its files, which stands for
 * those beside it. See {@link CifarFiles}.
 */
public final class CifarFormat implements DatasetFormat {
    @Override
    public Sentence kind() {
        return Sentence.of("data.kind.cifar");
    }

    @Override
    public Match match(DataRequest request, Path path, Progress progress) throws Problem {
        if (path == null || !Files.isDirectory(path) && !CifarFiles.named(path)) {
            return null;
        }
        Path folder = Files.isDirectory(path) ? path : path.getParent();
        CifarFiles files = CifarFiles.find(folder);
        if (files == null && CifarFiles.pickled(folder)) {
            throw Problem.of("data.cifar.pickled", folder.toString());
        }
        return files == null ? null : new Match(Fit.SURE, reading -> read(files, request, path, reading));
    }

    private static Dataset read(CifarFiles files, DataRequest request, Path path, Progress progress) throws Problem {
        ArrayImages train = files.read(files.train(), progress.part(0, 0.6));
        ArrayImages test = files.test() == null ? null : files.read(List.of(files.test()), progress.part(0.6, 0.7));
        List<Sentence> warnings = new ArrayList<>();
        List<LabelNames> names = new ArrayList<>();
        if (Files.exists(files.names())) {
            try {
                names.add(LabelNames.read(files.names(), progress.part(0.7, 0.7)));
            } catch (IOException | Problem unreadable) {
                warnings.add(Sentence.of("data.names.unreadable", files.names().toString()));
            }
        }
        names.addAll(LabelNames.beside(files.folder(), null, warnings, progress.part(0.7, 0.7)));
        if (!files.missing().isEmpty()) {
            warnings.add(
                    Sentence.of("data.cifar.missing", files.folder().toString(), String.join(", ", files.missing())));
        }
        Account account = Account.NONE.withWarnings(warnings.toArray(Sentence[]::new));
        Sentence name = Sentence.of("data.name", DatasetFormat.name(files.folder()));
        return new ArrayDataset(files.folder(), name, path.toString(), request.images(), names, account)
                .of(train, test, progress.part(0.7, 1));
    }
}

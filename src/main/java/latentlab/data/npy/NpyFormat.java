package latentlab.data.npy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import latentlab.data.Account;
import latentlab.data.DataProblems;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.DatasetFormat;
import latentlab.data.ForeignFiles;
import latentlab.data.arrays.ArrayDataset;
import latentlab.data.arrays.ArrayImages;
import latentlab.data.arrays.ImageLayout;
import latentlab.data.arrays.LabelNames;
import latentlab.data.arrays.Labels;
import latentlab.data.arrays.LoneFiles;
import latentlab.data.arrays.NumberArray;
import latentlab.data.pictures.Listing;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * NumPy's files: an NPZ archive of arrays ({@code x_train}, {@code y_train}, {@code x_test}, {@code y_test} or other
 * names that people use, see {@link NpyRoles}), or NPY files beside one another; or a folder with one archive, or with
 * files of such names. What an array is pickled in is never read.
 */
public final class NpyFormat implements DatasetFormat {
    @Override
    public Sentence kind() {
        return Sentence.of("data.kind.npy");
    }

    @Override
    public Match match(DataRequest request, Path path, Progress progress) throws Problem {
        if (path == null) {
            return null;
        }
        List<Path> files;
        if (Files.isDirectory(path)) {
            files = inFolder(path, progress);
        } else {
            files = array(path) ? besideOne(path, progress) : List.of();
        }
        return files.isEmpty() ? null : new Match(Fit.SURE, reading -> read(files, request, path, reading));
    }

    private static boolean array(Path file) {
        String name = NpyFiles.lower(file);
        return !ForeignFiles.file(name) && (name.endsWith(NpyFiles.ARRAY) || name.endsWith(NpyFiles.ARCHIVE));
    }

    /** @return files whose names say that they hold a dataset, or the only one of a folder with nothing below it */
    private static List<Path> inFolder(Path folder, Progress progress) throws Problem {
        List<Path> files = Listing.of(folder, NpyFormat::array, progress);
        boolean alone = !files.isEmpty() && LoneFiles.in(folder, progress);
        for (Path file : files) {
            if (NpyRoles.trains(NpyFiles.stem(file), alone)) {
                return besideOne(file, progress);
            }
        }
        if (alone && files.size() > 1) {
            List<String> names =
                    files.stream().map(file -> file.getFileName().toString()).toList();
            throw Problem.of("data.npy.several", folder.toString(), String.join(", ", names));
        }
        return alone ? files : List.of();
    }

    /** @return a file, and those beside it that are named as parts of the same set */
    private static List<Path> besideOne(Path file, Progress progress) throws Problem {
        String set = NpyRoles.set(NpyFiles.stem(file));
        if (set == null || file.getParent() == null) {
            return List.of(file);
        }
        String ending = NpyFiles.lower(file).substring(NpyFiles.stem(file).length());
        List<Path> all = Listing.of(
                file.getParent(),
                other -> array(other)
                        && NpyFiles.lower(other).endsWith(ending)
                        && Objects.equals(set, NpyRoles.set(NpyFiles.stem(other))),
                progress);
        return all.size() > 1 && all.stream().anyMatch(other -> NpyRoles.trains(NpyFiles.stem(other), true))
                ? all
                : List.of(file);
    }

    private static Dataset read(List<Path> files, DataRequest request, Path path, Progress progress) throws Problem {
        try (NpyFiles opened = NpyFiles.open(files, progress.part(0, 0))) {
            NpyRoles roles = NpyRoles.of(path.toString(), opened.arrays());
            Path folder = files.getFirst().getParent();
            List<Sentence> warnings = new ArrayList<>();
            List<LabelNames> names = new ArrayList<>();
            if (roles.classNames() != null) {
                String[] texts = roles.classNames().texts(progress.part(0, 0));
                names.add(LabelNames.of(roles.classNames().place(), Arrays.asList(texts)));
            }
            names.addAll(LabelNames.beside(folder, null, warnings, progress.part(0, 0)));
            Account account = Account.NONE
                    .withWarnings(warnings.toArray(Sentence[]::new))
                    .withLeftOut(Sentence.of("data.npy.unused"), roles.unused(opened.arrays()));
            checkMemory(roles, path);
            ArrayImages train = images(roles.images(), roles.labels(), progress.part(0, 0.5));
            if (roles.validationImages() != null) {
                ArrayImages more = images(roles.validationImages(), roles.validationLabels(), progress.part(0.5, 0.6));
                ArrayImages both = train.and(more, path);
                account = both == null
                        ? account.withLeftOut(
                                Sentence.of("data.npy.unlike"),
                                List.of(roles.validationImages().described()))
                        : account.withParts(Sentence.of(
                                "data.npy.validation",
                                more.numbers().count(),
                                more.numbers().place()));
                train = both == null ? train : both;
            }
            ArrayImages test = roles.testImages() == null
                    ? null
                    : images(roles.testImages(), roles.testLabels(), progress.part(0.6, 0.7));
            return new ArrayDataset(path, name(path), path.toString(), request.images(), names, account)
                    .of(train, test, roles.standsIn(), progress.part(0.7, 1));
        }
    }

    private static Sentence name(Path path) {
        return Sentence.of("data.name", DatasetFormat.name(path));
    }

    private static void checkMemory(NpyRoles roles, Path path) throws Problem {
        long bytes = 0;
        for (NpyArray array : new NpyArray[] {roles.images(), roles.validationImages(), roles.testImages()}) {
            bytes += array == null ? 0 : array.header().bytes(array.place());
        }
        DataProblems.checkMemory(path, bytes);
    }

    private static ImageLayout layout(NpyArray array) throws Problem {
        if (array.header().type() == null) {
            array.header().width(array.place());
        }
        int[] shape = array.header().shape();
        if (shape.length < 2) {
            throw Problem.of("data.array.dimensions", array.place(), NumberArray.written(shape));
        }
        if (shape[0] == 0) {
            throw Problem.of("data.idx.none", array.place());
        }
        return ImageLayout.of(array.place(), shape);
    }

    private static ArrayImages images(NpyArray array, NpyArray labels, Progress progress) throws Problem {
        ImageLayout layout = layout(array);
        Labels read = labels == null ? null : labels.labels(progress.part(0, 0.1));
        return ArrayImages.of(array.numbers(progress.part(0.1, 1)), layout, read);
    }
}

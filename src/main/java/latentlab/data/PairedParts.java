package latentlab.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** Two datasets made into one: all images of the one to train on, all of the other to test with. */
public final class PairedParts {
    private static final Pattern TEST =
            Pattern.compile("(test|t10k|val|dev|eval|テスト|検証|評価)[^/\\\\]*$", Pattern.CASE_INSENSITIVE);

    private PairedParts() {}

    /** Whether the name of a file or folder says that its images are to test with. */
    public static boolean saysTest(String path) {
        return TEST.matcher(path).find();
    }

    /**
     * Classes are the same where their names are. Two files of one dataset, each of which opens all of it, are its
     * parts as they are.
     *
     * @param request names both
     * @throws Problem if their images have other sizes or channels
     */
    static Dataset of(DataRequest request, Dataset train, Dataset test) throws Problem {
        boolean neighbours = neighbours(request);
        if (neighbours && same(train.train(), test.train()) && same(train.test(), test.test())) {
            return parts(request, train);
        }
        if (!train.shape().equals(test.shape())) {
            throw Problem.of(
                    "data.pair.shape", request.origin(), words(train.shape()), request.test(), words(test.shape()));
        }
        Set<String> names = new LinkedHashSet<>(train.classNames());
        names.addAll(test.classNames());
        // Both were sorted already; only where one adds names must they be sorted anew.
        List<String> all = names.size() == train.classNames().size()
                ? train.classNames()
                : names.stream().sorted(new ClassOrder()).toList();
        Map<String, Integer> labels = new HashMap<>();
        all.forEach(name -> labels.put(name, labels.size()));
        Account account = train.account()
                .without("data.array.unlabelledTest")
                .withoutParts()
                .and(test.account().withoutParts())
                .withParts(Sentence.of("data.pair.parts", request.origin(), request.test()));
        return new Dataset(
                train.name(),
                train.origin(),
                joined(train, neighbours ? own(train, test) : all(train), labels),
                joined(test, neighbours ? own(test, train) : all(test), labels),
                all,
                account);
    }

    /** Whether both are files in one folder, where opening one may bring the other with it. */
    private static boolean neighbours(DataRequest request) {
        try {
            Path one = Path.of(request.origin()).toAbsolutePath().normalize();
            Path other = Path.of(request.test()).toAbsolutePath().normalize();
            return Files.isRegularFile(one)
                    && Files.isRegularFile(other)
                    && !one.equals(other)
                    && one.getParent().equals(other.getParent());
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static List<ImageSet> all(Dataset dataset) {
        return List.of(dataset.train(), dataset.test());
    }

    private static boolean same(ImageSet a, ImageSet b) {
        return a.shape().equals(b.shape())
                && Arrays.equals(a.pixels(), b.pixels())
                && Arrays.equals(a.labels(), b.labels());
    }

    private static Dataset parts(DataRequest request, Dataset both) throws Problem {
        boolean reversed = saysTest(request.origin()) && !saysTest(request.test());
        Split split = reversed
                ? Split.of(both.test(), both.train(), Path.of(request.origin()))
                : new Split(both.train(), both.test());
        Sentence said = Sentence.of(
                "data.pair.one",
                request.origin(),
                request.test(),
                split.train().count(),
                split.test().count());
        return new Dataset(
                both.name(),
                both.origin(),
                split.train(),
                split.test(),
                both.classNames(),
                both.account().withoutParts().withParts(said));
    }

    private static Sentence words(ImageShape shape) {
        return Sentence.of(shape.grey() ? "data.pair.grey" : "data.pair.colour", shape.width(), shape.height());
    }

    /** @return the parts that a file has not brought from the other one */
    private static List<ImageSet> own(Dataset dataset, Dataset other) {
        ImageSet train = dataset.train();
        ImageSet test = dataset.test();
        List<ImageSet> others = all(other);
        if (alike(List.of(test), others)) {
            return List.of(train);
        }
        return alike(List.of(train), others) && test.count() > 0 ? List.of(test) : all(dataset);
    }

    /** Whether these are the same images, in whatever order. */
    private static boolean alike(List<ImageSet> some, List<ImageSet> others) {
        return count(some) == count(others) && sum(some) == sum(others);
    }

    private static int count(List<ImageSet> parts) {
        return parts.stream().mapToInt(ImageSet::count).sum();
    }

    private static long sum(List<ImageSet> parts) {
        long sum = 0;
        for (ImageSet part : parts) {
            for (int i = 0; i < part.count(); i++) {
                CRC32C image = new CRC32C();
                image.update(part.pixels(), i * part.size(), part.size());
                // Odd, so that nothing is lost; spread, so that two sums of many images differ.
                sum += (image.getValue() + 1) * 0x9E3779B97F4A7C15L;
            }
        }
        return sum;
    }

    /**
     * Parts of a dataset in one, in their order.
     *
     * @throws Problem if there is no room for them
     */
    private static ImageSet joined(Dataset dataset, List<ImageSet> parts, Map<String, Integer> labels) throws Problem {
        long bytes = parts.stream().mapToLong(part -> part.pixels().length).sum();
        DataProblems.checkMemory(Path.of(dataset.origin()), bytes);
        byte[] pixels = new byte[(int) bytes];
        int at = 0;
        for (ImageSet part : parts) {
            System.arraycopy(part.pixels(), 0, pixels, at, part.pixels().length);
            at += part.pixels().length;
        }
        boolean labelled = parts.stream().allMatch(part -> part.labelled() || part.count() == 0);
        int[] all = labelled
                ? parts.stream()
                        .flatMapToInt(part -> IntStream.range(0, part.count()).map(part::label))
                        .map(label -> labels.get(dataset.className(label)))
                        .toArray()
                : null;
        return new ImageSet(count(parts), dataset.shape(), pixels, all);
    }
}

package latentlab.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** Two datasets made into one: all images of the one to train on, all of the other to test with. */
final class PairedParts {
    private PairedParts() {}

    /**
     * Classes are the same where their names are.
     *
     * @param request names both
     * @throws Problem if their images have other sizes or channels
     */
    static Dataset of(DataRequest request, Dataset train, Dataset test) throws Problem {
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
                .withoutParts()
                .and(test.account().withoutParts())
                .withParts(Sentence.of("data.pair.parts", request.origin(), request.test()));
        return new Dataset(train.name(), train.origin(), whole(train, labels), whole(test, labels), all, account);
    }

    private static Sentence words(ImageShape shape) {
        return Sentence.of(shape.grey() ? "data.pair.grey" : "data.pair.colour", shape.width(), shape.height());
    }

    /**
     * Both parts of a dataset in one, the training images first.
     *
     * @throws Problem if there is no room for them
     */
    private static ImageSet whole(Dataset dataset, Map<String, Integer> labels) throws Problem {
        ImageSet train = dataset.train();
        ImageSet test = dataset.test();
        DataProblems.checkMemory(Path.of(dataset.origin()), (long) train.pixels().length + test.pixels().length);
        byte[] pixels = Arrays.copyOf(train.pixels(), train.pixels().length + test.pixels().length);
        System.arraycopy(test.pixels(), 0, pixels, train.pixels().length, test.pixels().length);
        boolean labelled = train.labelled() && (test.labelled() || test.count() == 0);
        int[] all = labelled
                ? Stream.of(train, test)
                        .flatMapToInt(part -> IntStream.range(0, part.count()).map(part::label))
                        .map(label -> labels.get(dataset.className(label)))
                        .toArray()
                : null;
        return new ImageSet(train.count() + test.count(), train.shape(), pixels, all);
    }
}

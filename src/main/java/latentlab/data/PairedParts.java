package latentlab.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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

    /** Both parts of a dataset in one, the training images first. */
    private static ImageSet whole(Dataset dataset, Map<String, Integer> labels) {
        ImageSet train = dataset.train();
        ImageSet test = dataset.test();
        int size = train.size();
        byte[] pixels = new byte[Math.multiplyExact(train.count() + test.count(), size)];
        System.arraycopy(train.pixels(), 0, pixels, 0, train.count() * size);
        System.arraycopy(test.pixels(), 0, pixels, train.count() * size, test.count() * size);
        int[] all = null;
        if (train.labelled() && (test.labelled() || test.count() == 0)) {
            List<Integer> joined = new ArrayList<>();
            for (ImageSet part : List.of(train, test)) {
                IntStream.range(0, part.count()).forEach(i -> joined.add(labels.get(dataset.className(part.label(i)))));
            }
            all = joined.stream().mapToInt(Integer::intValue).toArray();
        }
        return new ImageSet(train.count() + test.count(), train.shape(), pixels, all);
    }
}

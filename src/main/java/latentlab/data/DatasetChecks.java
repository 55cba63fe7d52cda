package latentlab.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import latentlab.text.Sentence;

/**
 * Looks for what is likely to be a mistake in data that can be read without fault: training on the wrong thing shows
 * only much later, if ever.
 */
final class DatasetChecks {
    /** Of all images, what a few may be without a word. */
    private static final double FEW = 0.01;
    /** Below it even the lightest pixel can hardly be seen; 0 to 255. */
    private static final int DARK = 32;
    /** Names in a sentence. */
    private static final int NAMED = 5;

    private final Dataset dataset;
    private final Runnable watch;
    private final List<Sentence> warnings = new ArrayList<>();

    private DatasetChecks(Dataset dataset, Runnable watch) {
        this.dataset = dataset;
        this.watch = watch;
    }

    /**
     * @param watch run again and again; whatever it throws ends the work
     * @return what a person should look at before training, one sentence each
     */
    static List<Sentence> of(Dataset dataset, Runnable watch) {
        DatasetChecks checks = new DatasetChecks(dataset, watch);
        checks.classes();
        checks.unlabelled();
        if (!checks.alike()) {
            checks.blank();
            checks.dark();
            checks.copies();
            checks.labels();
        }
        return checks.warnings;
    }

    private void warn(String what, Object... values) {
        warnings.add(Sentence.of("data.check." + what, values));
    }

    private void classes() {
        BitSet trained = present(dataset.train());
        BitSet tested = present(dataset.test());
        BitSet all = (BitSet) trained.clone();
        all.or(tested);
        if (all.cardinality() == 1) {
            warn("oneClass", dataset.className(all.nextSetBit(0)));
        }
        if (dataset.train().labelled() && dataset.test().labelled()) {
            missing("trainOnly", trained, tested);
            missing("testOnly", tested, trained);
        }
        BitSet named = new BitSet();
        named.set(0, dataset.classNames().size());
        if (!all.isEmpty()) {
            missing("noImages", named, all);
        }
    }

    /** A part without labels beside one that has them: of no class, whatever it shows. */
    private void unlabelled() {
        boolean trained = dataset.train().labelled();
        if (dataset.test().count() > 0 && trained != dataset.test().labelled()) {
            warn(trained ? "unlabelledTest" : "unlabelledTrain");
        }
    }

    private static BitSet present(ImageSet images) {
        BitSet present = new BitSet();
        for (int i = 0; images.labelled() && i < images.count(); i++) {
            present.set(images.label(i));
        }
        return present;
    }

    /** Warns of the classes of one that another lacks. */
    private void missing(String what, BitSet of, BitSet in) {
        int[] classes = of.stream().filter(label -> !in.get(label)).toArray();
        if (classes.length > 0) {
            List<String> names = Arrays.stream(classes)
                    .limit(NAMED)
                    .mapToObj(dataset::className)
                    .toList();
            String more = classes.length > NAMED ? ", …" : "";
            warn(what, classes.length, String.join(", ", names) + more);
        }
    }

    private boolean alike() {
        ImageSet train = dataset.train();
        boolean alike = train.count() > 1
                && all(train, i -> train.same(0, train, i))
                && all(dataset.test(), i -> train.same(0, dataset.test(), i));
        if (alike) {
            warn("alike", train.count() + dataset.test().count());
        }
        return alike;
    }

    private boolean all(ImageSet images, IntPredicate holds) {
        return IntStream.range(0, images.count()).peek(_ -> watch.run()).allMatch(holds);
    }

    /** Images in which nothing is to be seen. */
    private void blank() {
        long blank = 0;
        for (ImageSet images : List.of(dataset.train(), dataset.test())) {
            for (int i = 0; i < images.count(); i++) {
                watch.run();
                blank += isBlank(images, i) ? 1 : 0;
            }
        }
        if (blank > FEW * (dataset.train().count() + dataset.test().count())) {
            warn("blank", blank);
        }
    }

    /** Numbers of a range that a byte is too large for, such as 0 to 15, come out nearly black. */
    private void dark() {
        int lightest = 0;
        for (ImageSet images : List.of(dataset.train(), dataset.test())) {
            for (int i = 0; i < images.count(); i++) {
                watch.run();
                for (int at = i * images.size(); at < (i + 1) * images.size(); at++) {
                    lightest = Math.max(lightest, images.pixels()[at] & 0xFF);
                }
            }
        }
        if (lightest > 0 && lightest < DARK) {
            warn("dark", lightest);
        }
    }

    private static boolean isBlank(ImageSet images, int index) {
        int from = index * images.size();
        byte first = images.pixels()[from];
        for (int at = from + 1; at < from + images.size(); at++) {
            if (images.pixels()[at] != first) {
                return false;
            }
        }
        return true;
    }

    /** Images that come several times, and those that are in both parts, so that testing them says nothing. */
    private void copies() {
        Map<Long, int[]> seen = new HashMap<>();
        int copies = 0;
        int shared = 0;
        ImageSet train = dataset.train();
        for (int i = 0; i < train.count(); i++) {
            watch.run();
            copies += isSeen(seen, train, i) ? 1 : 0;
        }
        for (int i = 0; i < dataset.test().count(); i++) {
            watch.run();
            for (int same : seen.getOrDefault(sum(dataset.test(), i), new int[0])) {
                if (train.same(same, dataset.test(), i)) {
                    shared++;
                    break;
                }
            }
        }
        if (copies > FEW * train.count()) {
            warn("copies", copies, train.count());
        }
        if (shared > FEW * dataset.test().count()) {
            warn("shared", shared, dataset.test().count());
        }
    }

    /** Whether the same image came before; if not, it is remembered. */
    private static boolean isSeen(Map<Long, int[]> seen, ImageSet images, int index) {
        long sum = sum(images, index);
        int[] before = seen.getOrDefault(sum, new int[0]);
        for (int same : before) {
            if (images.same(same, images, index)) {
                return true;
            }
        }
        int[] now = Arrays.copyOf(before, before.length + 1);
        now[before.length] = index;
        seen.put(sum, now);
        return false;
    }

    private static long sum(ImageSet images, int index) {
        CRC32C sum = new CRC32C();
        sum.update(images.pixels(), index * images.size(), images.size());
        return sum.getValue();
    }

    private void labels() {
        LabelCheck check = new LabelCheck(dataset, watch);
        if (!check.fitWithinTraining()) {
            warn("labels");
        } else if (!check.fitAcrossParts()) {
            warn("parts");
        }
    }
}

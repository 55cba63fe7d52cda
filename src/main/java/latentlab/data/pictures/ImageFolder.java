package latentlab.data.pictures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.data.Account;
import latentlab.data.ClassOrder;
import latentlab.data.DataProblems;
import latentlab.data.HeldBack;
import latentlab.data.ImageOptions;
import latentlab.data.ImageSet;
import latentlab.data.Split;
import latentlab.data.archive.Archive;
import latentlab.data.layout.Layout;
import latentlab.data.layout.Part;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * A folder of images, or an archive of them, as a dataset.
 *
 * <ul>
 *   <li>Which images are for training and which for testing, and what their classes are, follows from the folders they
 *       lie in: see {@link Layout}. Classes are sorted by their names, with numbers by value.
 *   <li>Without test images, a sixth of each class is held back for them. The order is drawn at random with a fixed
 *       seed, so that neither the batches nor the test set follow the classes, and it is the same every time.
 *   <li>A picture that links lead to counts once.
 *   <li>What cannot be read is left out: see {@link PictureReading}.
 *   <li>Their size is what is asked for, see {@link InkImages}, and their tones are what {@link Tones} says. </ul>
 */
public final class ImageFolder {
    private static final int MIN_IMAGES = 3;
    private static final long SEED = 0;

    private final PictureStore store;
    private final List<String> names;
    private final Layout layout;

    /**
     * What was read.
     *
     * @param classNames empty when there are no labels
     */
    public record Images(Split split, List<String> classNames, Account account) {}

    private ImageFolder(PictureStore store) throws Problem {
        this.store = store;
        names = store.names();
        layout = Layout.of(names, store.path().toString());
    }

    /**
     * @return null if there are no images in it
     * @throws Problem if it cannot be told what the images are meant to be
     */
    public static ImageFolder find(Path folder, Progress progress) throws Problem {
        PictureFolder store = PictureFolder.look(folder, progress);
        return store.names().isEmpty() ? null : new ImageFolder(store);
    }

    /**
     * @return null if there are no images in it
     * @throws Problem if it cannot be told what the images are meant to be, or none can be got out of it
     */
    public static ImageFolder find(Archive archive, Progress progress) throws Problem {
        PictureArchive store = PictureArchive.look(archive, progress);
        if (store.names().isEmpty()) {
            new PictureReading(store, List.of()).check();
            return null;
        }
        return new ImageFolder(store);
    }

    /** A part's pictures as they were read. */
    private record Labelled(List<Integer> images, List<String> classes) {
        boolean labelled() {
            return !classes.isEmpty() || images.isEmpty();
        }
    }

    /**
     * @param options what becomes of the images
     * @param memory what they are decoded in
     * @throws Problem if too many images are damaged, or there are too few or too many of them
     */
    public Images read(ImageOptions options, PictureMemory memory, Progress progress) throws Problem {
        List<String> again = new ArrayList<>();
        BitSet left = withoutRepeats(again);
        List<Part> parts =
                Stream.concat(layout.train().stream(), layout.test().stream()).toList();
        int[] wanted = parts.stream()
                .flatMapToInt(part -> Arrays.stream(part.pictures()))
                .filter(left::get)
                .toArray();
        PictureReading reading = new PictureReading(store, names, wanted);
        reading.read(new ImageDecoder(options, memory), progress);
        List<Picture> images = new ArrayList<>();
        int[] places = new int[names.size()];
        Arrays.fill(places, -1);
        for (int i = 0; i < wanted.length; i++) {
            if (reading.images().get(i) != null) {
                places[wanted[i]] = images.size();
                images.add(reading.images().get(i));
            }
        }
        if (layout.test().isEmpty() && images.size() < MIN_IMAGES) {
            throw DataProblems.tooFew(store.path(), images.size(), MIN_IMAGES);
        }
        Labelled train = labelled(layout.train(), places);
        Labelled test = labelled(layout.test(), places);
        // Bringing a million images to one size takes a while too.
        Sentence done = Sentence.of("data.progress.images", images.size(), images.size());
        InkImages ink = new InkImages(images, options, () -> progress.report(1, done));
        DataProblems.checkMemory(store.path(), ink.bytes());
        Account account = store.account()
                .withLeftOut(Sentence.of("data.left.linkedImage"), again)
                .and(layout.account())
                .and(reading.account())
                .withChanged(ink.changes().toArray(Sentence[]::new));
        return split(ink, train, test, account);
    }

    private Images split(InkImages ink, Labelled train, Labelled test, Account account) throws Problem {
        List<String> classNames = Stream.concat(train.classes.stream(), test.classes.stream())
                .distinct()
                .sorted(new ClassOrder())
                .toList();
        int[] order = order(train.images.size());
        if (!test.images.isEmpty()) {
            Split split = Split.of(
                    set(ink, train, order, classNames),
                    set(ink, test, order(test.images.size()), classNames),
                    store.path());
            return new Images(split, classNames, said(split).and(account));
        }
        List<String> drawn = Arrays.stream(order)
                .mapToObj(i -> train.labelled() ? train.classes.get(i) : "")
                .toList();
        BitSet heldBack = HeldBack.of(drawn);
        int[] kept = IntStream.range(0, order.length)
                .filter(i -> !heldBack.get(i))
                .map(i -> order[i])
                .toArray();
        int[] last = heldBack.stream().map(i -> order[i]).toArray();
        Split split = Split.of(set(ink, train, kept, classNames), set(ink, train, last, classNames), store.path());
        return new Images(
                split, classNames, Account.NONE.withParts(split.heldBack()).and(account));
    }

    /** How many images came from where. */
    private Account said(Split split) {
        return Account.NONE.withParts(Sentence.of(
                "data.parts.given",
                split.train().count(),
                listed(layout.train()),
                split.test().count(),
                listed(layout.test())));
    }

    private static String listed(List<Part> parts) {
        return String.join(", ", parts.stream().map(Part::name).distinct().toList());
    }

    private static Labelled labelled(List<Part> parts, int[] places) {
        Labelled all = new Labelled(new ArrayList<>(), new ArrayList<>());
        for (Part part : parts) {
            for (int i = 0; i < part.pictures().length; i++) {
                int place = places[part.pictures()[i]];
                if (place >= 0) {
                    all.images.add(place);
                    if (part.labelled()) {
                        all.classes.add(part.classes().get(i));
                    }
                }
            }
        }
        return all;
    }

    /** @param again where the names of pictures go that are there already */
    private BitSet withoutRepeats(List<String> again) {
        int[] all = Stream.concat(layout.train().stream(), layout.test().stream())
                .flatMapToInt(part -> Arrays.stream(part.pictures()))
                .toArray();
        BitSet left = new BitSet();
        Arrays.stream(all).forEach(left::set);
        if (store.linked()) {
            Set<Object> known = new HashSet<>();
            Arrays.stream(all)
                    .filter(picture -> !store.linked(picture))
                    .forEach(picture -> known.add(store.identity(picture)));
            Arrays.stream(all)
                    .filter(picture -> store.linked(picture) && !known.add(store.identity(picture)))
                    .forEach(picture -> {
                        left.clear(picture);
                        again.add(names.get(picture));
                    });
        }
        return left;
    }

    private static ImageSet set(InkImages ink, Labelled part, int[] order, List<String> classNames) {
        int[] indices = Arrays.stream(order).map(part.images::get).toArray();
        if (!part.labelled()) {
            return ink.set(indices, null);
        }
        Map<String, Integer> labels = new HashMap<>();
        for (String name : classNames) {
            labels.put(name, labels.size());
        }
        return ink.set(
                indices,
                Arrays.stream(order).map(i -> labels.get(part.classes.get(i))).toArray());
    }

    private static int[] order(int count) {
        int[] order = IntStream.range(0, count).toArray();
        RandomGenerator random = new SplittableRandom(SEED);
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }
}

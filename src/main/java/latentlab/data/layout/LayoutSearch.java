package latentlab.data.layout;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latentlab.data.Account;
import latentlab.data.ClassOrder;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** Finds the {@link Layout} of some pictures. */
final class LayoutSearch {
    /** Names that say nothing of what the pictures in a folder show. */
    private static final Set<String> NO_CLASS = Set.of(
            "images",
            "image",
            "imgs",
            "img",
            "pictures",
            "photos",
            "data",
            "dataset",
            "all",
            "jpg",
            "jpeg",
            "png",
            "jpegimages",
            "files",
            "unknown",
            "unlabeled",
            "unlabelled",
            "画像",
            "写真",
            "データ",
            "データセット");
    /** So few pictures beside the classes are no class: one in so many. */
    private static final int STRAYS = 10;
    /** How many names a sentence gives of many. */
    private static final int NAMED = 10;

    private final List<String> names;
    private final String place;
    private final Branch root = Branch.root();
    private Account account = Account.NONE;
    /** Pictures that are in a part, or of which it has been said why not. */
    private final boolean[] settled;
    /** Folders that are classes and have several in them. */
    private final Set<String> gathered = new HashSet<>();

    LayoutSearch(List<String> names, String place) {
        this.names = names;
        this.place = place;
        settled = new boolean[names.size()];
        for (int i = 0; i < names.size(); i++) {
            root.add(i, names.get(i));
        }
    }

    Layout layout() throws Problem {
        Branch base = root;
        Parts parts = Parts.of(base);
        boolean partsInClasses = partsInClasses(base);
        for (Branch inner = base; parts == null && !partsInClasses && inner != null; ) {
            inner = inside(base);
            if (inner != null) {
                base = inner;
                parts = Parts.of(base);
                partsInClasses = partsInClasses(base);
            }
        }
        if (base != root) {
            account = account.withParts(Sentence.of("data.parts.inside", base.path()));
        }
        Layout layout = parts != null ? ofParts(parts) : partsInClasses ? ofClasses(base) : ofOnePart(base);
        layout = named(layout);
        List<String> beside = new ArrayList<>();
        for (int i = 0; i < settled.length; i++) {
            if (!settled[i]) {
                beside.add(names.get(i));
            }
        }
        account = account.withLeftOut(Sentence.of("data.left.beside"), beside);
        return new Layout(layout.train(), layout.test(), account);
    }

    /** @return the folder of a folder that is meant; null if it is the folder itself */
    private static Branch inside(Branch folder) {
        Branch only = folder.only();
        if (only != null) {
            return wraps(only) ? only : null;
        }
        return folder.branches().stream()
                .filter(branch -> 2 * branch.count() >= folder.count() && hasParts(branch))
                .findFirst()
                .orElse(null);
    }

    private static boolean wraps(Branch branch) {
        String name = Normalizer.normalize(branch.name(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return !branch.hasOwn() || NO_CLASS.contains(name);
    }

    private static boolean hasParts(Branch folder) {
        for (Branch branch = folder; branch != null; branch = branch.only()) {
            Parts parts = Parts.of(branch);
            if (parts != null) {
                return parts.several();
            }
        }
        return false;
    }

    private static boolean partsInClasses(Branch folder) {
        return !manyBeside(folder)
                && folder.branches().size() > 1
                && folder.branches().stream().allMatch(branch -> !branch.hasOwn() && hasOnlyParts(branch));
    }

    /** Whether a folder has more pictures beside its folders than may lie about there. */
    private static boolean manyBeside(Branch folder) {
        return folder.own().length * STRAYS > folder.count();
    }

    private static boolean hasOnlyParts(Branch folder) {
        Parts parts = Parts.of(folder);
        return parts != null
                && parts.several()
                && parts.all().size() == folder.branches().size();
    }

    private Layout ofOnePart(Branch folder) throws Problem {
        Part all = part(folder, Set.of());
        return new Layout(List.of(all), List.of(), account);
    }

    private Layout ofParts(Parts parts) throws Problem {
        List<Part> train = parts(parts.train(), parts);
        List<Part> validation = parts(parts.validation(), parts);
        List<Part> test = parts(parts.test(), parts);
        if (train.stream().allMatch(Part::labelled)) {
            validation = labelled(validation);
            test = labelled(test);
        }
        return joined(train, validation, test);
    }

    /** Of each class its own parts, which then are those of all. */
    private Layout ofClasses(Branch folder) throws Problem {
        account = account.withParts(Sentence.of("data.parts.inClasses"));
        List<Part> train = new ArrayList<>();
        List<Part> validation = new ArrayList<>();
        List<Part> test = new ArrayList<>();
        for (Branch branch : folder.branches()) {
            Parts parts = Parts.of(branch);
            train.addAll(ofOneClass(parts.train(), branch.name()));
            validation.addAll(ofOneClass(parts.validation(), branch.name()));
            test.addAll(ofOneClass(parts.test(), branch.name()));
        }
        return joined(train, validation, test);
    }

    private List<Part> ofOneClass(List<Branch> branches, String name) {
        List<Part> parts = new ArrayList<>();
        for (Branch branch : branches) {
            int[] all = ofClass(branch, name);
            parts.add(new Part(
                    branch.name(), all, Arrays.stream(all).mapToObj(_ -> name).toList()));
        }
        return parts;
    }

    private Layout joined(List<Part> train, List<Part> validation, List<Part> test) {
        boolean standsIn = test.isEmpty() && !validation.isEmpty();
        List<Part> training = standsIn
                ? train
                : Stream.concat(train.stream(), validation.stream()).toList();
        if (standsIn) {
            account = account.withParts(Sentence.of("data.parts.standsIn", listed(validation)));
        } else if (!validation.isEmpty()) {
            account = account.withParts(Sentence.of("data.parts.joins", listed(validation)));
        }
        if (training.stream().anyMatch(Part::labelled) && !training.stream().allMatch(Part::labelled)) {
            account = account.withChanged(Sentence.of("data.changed.unlabelled"));
            training = training.stream().map(Part::unlabelled).toList();
        }
        return new Layout(training, standsIn ? validation : test, account);
    }

    private static String listed(List<Part> parts) {
        return String.join(", ", parts.stream().map(Part::name).distinct().toList());
    }

    /** @return what has classes; the rest is left out with a word */
    private List<Part> labelled(List<Part> parts) {
        List<String> out = new ArrayList<>();
        for (Part part : parts) {
            if (!part.labelled()) {
                Arrays.stream(part.pictures()).mapToObj(names::get).forEach(out::add);
                account = account.withParts(Sentence.of("data.parts.unlabelled", part.name()));
            }
        }
        account = account.withLeftOut(Sentence.of("data.left.unlabelled"), out);
        return parts.stream().filter(Part::labelled).toList();
    }

    private List<Part> parts(List<Branch> branches, Parts all) throws Problem {
        List<Part> parts = new ArrayList<>();
        for (Branch branch : branches) {
            Set<String> others = new HashSet<>();
            all.all().stream().filter(other -> other != branch).forEach(other -> others.addAll(classKeys(other)));
            parts.add(part(branch, others));
        }
        return parts;
    }

    /** The classes of a part, where there are several: one alone may be a folder around them. */
    private static Set<String> classKeys(Branch part) {
        Collection<Branch> branches = inner(part, Set.of()).branches();
        Set<String> keys = new HashSet<>();
        if (branches.size() > 1) {
            branches.forEach(branch -> keys.add(LookAlikes.key(branch.name())));
        }
        return keys;
    }

    /** @param classes of other parts: a folder with such a name is no folder around classes */
    private static Branch inner(Branch part, Set<String> classes) {
        Branch inner = part;
        for (Branch only = part.only(); only != null; only = inner.only()) {
            boolean isClass = classes.contains(LookAlikes.key(only.name()));
            if (isClass || !wraps(only) && !only.name().equals(inner.name())) {
                break;
            }
            inner = only;
        }
        return inner;
    }

    private Part part(Branch branch, Set<String> others) throws Problem {
        Branch inner = inner(branch, others);
        int[] own = inner.own();
        if (inner.branches().isEmpty()) {
            settle(own);
            return new Part(branch.path(), own, List.of());
        }
        if (manyBeside(inner)) {
            throw Problem.of("data.images.mixed", inner == root ? place : place + "/" + inner.path());
        }
        settle(own);
        account = account.withLeftOut(
                Sentence.of("data.left.strays"),
                Arrays.stream(own).mapToObj(names::get).toList());
        List<String> classes = new ArrayList<>();
        int[] pictures = new int[inner.count() - own.length];
        int next = 0;
        for (Branch each : inner.branches()) {
            int[] all = ofClass(each, each.name());
            System.arraycopy(all, 0, pictures, next, all.length);
            next += all.length;
            Arrays.stream(all).forEach(_ -> classes.add(each.name()));
        }
        return new Part(branch.path(), pictures, classes);
    }

    /** @return what is in a folder at any depth, which is all of one class */
    private int[] ofClass(Branch branch, String name) {
        int[] all = branch.all();
        settle(all);
        if (branch.places() > 1) {
            gathered.add(name);
        }
        return all;
    }

    private void settle(int[] pictures) {
        Arrays.stream(pictures).forEach(picture -> settled[picture] = true);
    }

    /** Classes by their names, and not by how a file system spells them. */
    private Layout named(Layout layout) {
        Set<String> all = new TreeSet<>();
        Stream.concat(layout.train().stream(), layout.test().stream()).forEach(part -> all.addAll(part.classes()));
        LookAlikes classes = new LookAlikes(all);
        for (Map.Entry<String, List<String>> merged : classes.merged().entrySet()) {
            account = account.withChanged(Sentence.of(
                    "data.changed.merged", merged.getKey(), merged.getValue().size()));
        }
        List<String> several = all.stream()
                .filter(gathered::contains)
                .map(classes::of)
                .distinct()
                .sorted(new ClassOrder())
                .toList();
        if (!several.isEmpty()) {
            String some = several.stream().limit(NAMED).collect(Collectors.joining(", "));
            account = account.withChanged(
                    Sentence.of("data.changed.gathered", several.size(), several.size() > NAMED ? some + ", …" : some));
        }
        return new Layout(renamed(layout.train(), classes), renamed(layout.test(), classes), account);
    }

    private static List<Part> renamed(List<Part> parts, LookAlikes classes) {
        return parts.stream()
                .map(part -> new Part(
                        part.name(),
                        part.pictures(),
                        part.classes().stream().map(classes::of).toList()))
                .toList();
    }
}

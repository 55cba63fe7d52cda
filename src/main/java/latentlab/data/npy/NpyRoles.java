package latentlab.data.npy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latentlab.data.arrays.ImageLayout;
import latentlab.text.Problem;

/**
 * Which of some arrays holds what: told by names that people use, or else by shapes, where these leave no choice.
 *
 * @param images of the training part, not null
 * @param labels of the training part, or null, as all below
 * @param classNames names of the classes
 */
record NpyRoles(
        NpyArray images,
        NpyArray labels,
        NpyArray validationImages,
        NpyArray validationLabels,
        NpyArray testImages,
        NpyArray testLabels,
        NpyArray classNames) {
    private static final String KIND =
            "x|images?|imgs?|data|features|pixels|inputs?|samples" + "|y|labels?|lbls?|targets?|classes|class";
    private static final String PART = "train|training|tr|val|valid|validation|dev|test|testing|te|t10k";
    private static final Pattern NAME =
            Pattern.compile("(?<set>|.*?[-_. ])(?:(?<kind1>" + KIND + ")[-_. ]?(?<part1>" + PART + ")|(?<part2>" + PART
                    + ")[-_. ]?(?<kind2>" + KIND + ")|(?<kind3>" + KIND + ")|(?<part4>" + PART + "))");
    private static final Pattern CLASS_NAMES =
            Pattern.compile("(class|label|target)[-_]?names|names|classes|categories");
    private static final int LISTED = 12;

    private enum Part {
        ALL,
        TRAIN,
        VALIDATION,
        TEST
    }

    private record Role(Part part, boolean images) {}

    /** What a name says. */
    private record Named(String set, Role role) {
        static Named of(String name) {
            Matcher matcher = NAME.matcher(name.toLowerCase(Locale.ROOT));
            if (!matcher.matches()) {
                return null;
            }
            String kind = first(matcher, "kind1", "kind2", "kind3");
            String part = first(matcher, "part1", "part2", "part4");
            boolean images = kind.isEmpty() || Pattern.matches("x|im.*|data|features|pixels|inputs?|samples", kind);
            return new Named(matcher.group("set"), new Role(part(part), images));
        }

        private static String first(Matcher matcher, String... groups) {
            for (String group : groups) {
                if (matcher.group(group) != null) {
                    return matcher.group(group);
                }
            }
            return "";
        }

        private static Part part(String name) {
            return name.isEmpty()
                    ? Part.ALL
                    : name.startsWith("tr") ? Part.TRAIN : name.startsWith("t") ? Part.TEST : Part.VALIDATION;
        }
    }

    /** @return what the names of some files have before what they are for; null for a name that says nothing */
    static String set(String name) {
        Named named = Named.of(name);
        return named == null ? null : named.set();
    }

    /**
     * @param all whether images that no part is said of count, too
     * @return whether a name says that there are training images
     */
    static boolean trains(String name, boolean all) {
        Named named = Named.of(name);
        return named != null && training(named.role()) && (all || named.role().part() == Part.TRAIN);
    }

    /**
     * Arrays of a file whose name says which part they are, though their own say nothing of parts: x and y of
     * train.npz are x and y for training.
     *
     * @param file name of the file, without its ending
     * @return the same arrays by names that say it; as they are where the file's name says nothing, or theirs do
     */
    static List<NpyArray> ofPart(String file, List<NpyArray> arrays) {
        Named said = Named.of(file);
        boolean part = said != null && said.role().images() && said.role().part() != Part.ALL;
        NpyArray classNames = classNames(arrays);
        List<NpyArray> others =
                arrays.stream().filter(array -> !array.equals(classNames)).toList();
        boolean ofParts = others.stream()
                .map(array -> Named.of(array.name()))
                .anyMatch(named -> named != null && named.role().part() != Part.ALL);
        if (!part || ofParts) {
            return arrays;
        }
        NpyRoles roles;
        try {
            roles = of(file, arrays);
        } catch (Problem unclear) {
            return arrays;
        }
        return arrays.stream()
                .map(array -> array.equals(roles.images)
                        ? array.called(file + "_images")
                        : array.equals(roles.labels) ? array.called(file + "_labels") : array)
                .toList();
    }

    /**
     * @param place of all arrays, for sentences
     * @throws Problem if it cannot be told which array holds images, naming them all
     */
    static NpyRoles of(String place, List<NpyArray> arrays) throws Problem {
        NpyArray classNames = classNames(arrays);
        List<NpyArray> others = new ArrayList<>(arrays);
        others.remove(classNames);
        Map<String, Map<Role, NpyArray>> sets = new TreeMap<>();
        for (NpyArray array : others) {
            Named named = Named.of(array.name());
            if (named != null
                    && sets.computeIfAbsent(named.set(), set -> new HashMap<>()).put(named.role(), array) != null) {
                throw unclear(place, arrays);
            }
        }
        sets.values().removeIf(roles -> roles.keySet().stream().noneMatch(NpyRoles::training));
        if (sets.size() > 1) {
            throw unclear(place, arrays);
        }
        for (Map<Role, NpyArray> roles : sets.values()) {
            return named(roles, classNames);
        }
        return byShape(place, arrays, others, classNames);
    }

    private static boolean training(Role role) {
        return role.images() && (role.part() == Part.TRAIN || role.part() == Part.ALL);
    }

    private static NpyRoles named(Map<Role, NpyArray> roles, NpyArray classNames) {
        Part part = roles.containsKey(new Role(Part.TRAIN, true)) ? Part.TRAIN : Part.ALL;
        NpyRoles found = new NpyRoles(
                roles.get(new Role(part, true)),
                roles.get(new Role(part, false)),
                roles.get(new Role(Part.VALIDATION, true)),
                roles.get(new Role(Part.VALIDATION, false)),
                roles.get(new Role(Part.TEST, true)),
                roles.get(new Role(Part.TEST, false)),
                classNames);
        // Without a test part it is the validation part that is tested with.
        return found.testImages != null || found.validationImages == null
                ? found
                : new NpyRoles(
                        found.images,
                        found.labels,
                        null,
                        null,
                        found.validationImages,
                        found.validationLabels,
                        classNames);
    }

    private static NpyArray classNames(List<NpyArray> arrays) {
        for (NpyArray array : arrays) {
            boolean named =
                    CLASS_NAMES.matcher(array.name().toLowerCase(Locale.ROOT)).matches();
            boolean ofImages = arrays.stream()
                    .anyMatch(other -> !other.equals(array) && other.count() == array.count() && images(other));
            if (named && array.header().texts() && array.dimensions() == 1 && !ofImages) {
                return array;
            }
        }
        return null;
    }

    private static boolean images(NpyArray array) {
        try {
            boolean several = array.dimensions() > 2
                    || array.dimensions() == 2 && array.header().shape()[1] > 1;
            return several
                    && array.header().type() != null
                    && ImageLayout.of(array.place(), array.header().shape()) != null;
        } catch (Problem none) {
            return false;
        }
    }

    private static boolean labels(NpyArray array) {
        int[] shape = array.header().shape();
        boolean kind = array.header().type() != null || array.header().texts();
        return kind && (shape.length == 1 || shape.length == 2 && shape[1] == 1);
    }

    private static NpyRoles byShape(String place, List<NpyArray> all, List<NpyArray> arrays, NpyArray classNames)
            throws Problem {
        if (arrays.size() == 1) {
            return new NpyRoles(arrays.getFirst(), null, null, null, null, null, classNames);
        }
        List<NpyArray> images = arrays.stream().filter(NpyRoles::images).toList();
        List<NpyArray> labels = arrays.stream().filter(NpyRoles::labels).toList();
        if (images.size() == 1 && labels.size() <= 1) {
            boolean fit = !labels.isEmpty()
                    && labels.getFirst().count() == images.getFirst().count();
            return new NpyRoles(images.getFirst(), fit ? labels.getFirst() : null, null, null, null, null, classNames);
        }
        boolean pairs = images.size() == 2
                && labels.size() == 2
                && images.getFirst().count() == labels.getFirst().count()
                && images.getLast().count() == labels.getLast().count()
                && images.getFirst().count() > images.getLast().count();
        if (pairs) {
            return new NpyRoles(
                    images.getFirst(), labels.getFirst(), null, null, images.getLast(), labels.getLast(), classNames);
        }
        throw unclear(place, all);
    }

    private static Problem unclear(String place, List<NpyArray> arrays) {
        List<String> described =
                arrays.stream().limit(LISTED).map(NpyArray::described).toList();
        String list = String.join(", ", described) + (arrays.size() > LISTED ? ", …" : "");
        return Problem.of("data.npy.unclear", place, list);
    }

    /** Whether the test part is one for validation. */
    boolean standsIn() {
        return testImages != null
                && Named.of(testImages.name()) instanceof Named said
                && said.role().part() == Part.VALIDATION;
    }

    /** @return those of some arrays that are for nothing */
    List<String> unused(List<NpyArray> arrays) {
        List<NpyArray> used = new ArrayList<>();
        for (NpyArray array :
                new NpyArray[] {images, labels, validationImages, validationLabels, testImages, testLabels, classNames
                }) {
            if (array != null) {
                used.add(array);
            }
        }
        return arrays.stream()
                .filter(array -> !used.contains(array))
                .map(NpyArray::described)
                .toList();
    }
}

package latentlab.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latentlab.text.Problem;

/** Finds test images by what the user types. */
public enum ImageSearch {
    /** By index: {@code 137}, several separated by commas, or {@code 100-120}. */
    INDEX {
        @Override
        public int[] find(String typed, Dataset dataset) throws Problem {
            int last = dataset.test().count() - 1;
            if (typed.isBlank()) {
                throw Problem.of("data.search.noIndex", last);
            }
            IntStream.Builder found = IntStream.builder();
            for (String part : typed.strip().split(SEPARATOR)) {
                Matcher range = RANGE.matcher(part);
                if (!range.matches()) {
                    throw Problem.of("data.search.notIndex", part, last);
                }
                int from = index(range.group(1), last);
                int to = range.group(2) == null ? from : index(range.group(2), last);
                IntStream.rangeClosed(Math.min(from, to), Math.max(from, to)).forEach(found);
            }
            return found.build().distinct().toArray();
        }
    },
    /** By class: name or number, several separated by commas. */
    CLASS {
        @Override
        public int[] find(String typed, Dataset dataset) throws Problem {
            ImageSet test = dataset.test();
            BitSet wanted = new BitSet();
            for (String part : typed.strip().split(",|、|，")) {
                wanted.set(label(part.strip(), dataset));
            }
            return IntStream.range(0, test.count())
                    .filter(image -> wanted.get(test.label(image)))
                    .toArray();
        }
    };

    private static final String SEPARATOR = "[\\s,;、，]+";
    private static final Pattern RANGE = Pattern.compile("(\\p{Nd}+)(?:[-–~～](\\p{Nd}+))?");
    /** Most class names in a message. */
    private static final int TOLD = 12;

    /**
     * @return indices of test images, each once
     * @throws Problem if the input is not understood, or there is no such image
     */
    public abstract int[] find(String typed, Dataset dataset) throws Problem;

    private static int index(String digits, int last) throws Problem {
        try {
            int index = Integer.parseInt(digits);
            if (index <= last) {
                return index;
            }
        } catch (NumberFormatException _) {
            // More than fits into an int: far beyond the last index.
        }
        throw Problem.of("data.search.noSuchIndex", digits, last);
    }

    /**
     * @param typed indices and ranges of them
     * @return indices of test images, each once, in the order typed
     * @throws Problem if it is not understood, there is no such image, or there are more than there is room for
     */
    public static int[] few(String typed, int most, Dataset dataset) throws Problem {
        int[] found = INDEX.find(typed, dataset);
        if (found.length > most) {
            throw Problem.of("data.search.tooMany", most, found.length);
        }
        return found;
    }

    /**
     * @param name of a class, or its number
     * @throws Problem if no test image is of that class
     */
    public static int label(String name, Dataset dataset) throws Problem {
        if (!dataset.test().labelled()) {
            throw Problem.of("data.search.unlabelled");
        }
        int[] labels = IntStream.range(0, dataset.test().count())
                .map(dataset.test()::label)
                .distinct()
                .sorted()
                .toArray();
        for (int label : labels) {
            if (dataset.className(label).equalsIgnoreCase(name)) {
                return label;
            }
        }
        // Even if classes have names, their numbers are valid too, as in the files.
        for (int label : labels) {
            if (Integer.toString(label).equals(name)) {
                return label;
            }
        }
        String told =
                Arrays.stream(labels).limit(TOLD).mapToObj(dataset::className).collect(Collectors.joining(", "));
        throw Problem.of("data.search.noSuchClass", name, labels.length > TOLD ? told + ", …" : told);
    }
}

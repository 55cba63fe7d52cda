package latentlab.engine.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import latentlab.text.PlainNumber;
import latentlab.text.Sentence;

/** What a {@link Setting} takes, and how it is written in files, fields and on the command line. */
public sealed interface Domain<T> {
    /**
     * @param text as {@link #text} writes it
     * @throws IllegalArgumentException when it is none of these values
     */
    T parse(String text);

    String text(T value);

    boolean contains(T value);

    /** E.g. "a whole number from 1 to 128". */
    Sentence expected();

    /** A whole number within a range, its ends included. */
    record Whole(long low, long high) implements Domain<Long> {
        @Override
        public Long parse(String text) {
            return PlainNumber.whole(text.strip());
        }

        @Override
        public String text(Long value) {
            return value.toString();
        }

        @Override
        public boolean contains(Long value) {
            return value >= low && value <= high;
        }

        @Override
        public Sentence expected() {
            return low == Long.MIN_VALUE
                    ? Sentence.of("engine.expected.any")
                    : Sentence.of("engine.expected.whole", low, high);
        }
    }

    /** A number within a range, its ends included. */
    record Real(double low, double high) implements Domain<Double> {
        @Override
        public Double parse(String text) {
            return PlainNumber.real(text.strip());
        }

        @Override
        public String text(Double value) {
            // Whole numbers without ".0", as one writes them.
            return value == Math.rint(value) && Math.abs(value) < 1e9
                    ? Long.toString(value.longValue())
                    : value.toString();
        }

        @Override
        public boolean contains(Double value) {
            return value >= low && value <= high;
        }

        @Override
        public Sentence expected() {
            return Sentence.of("engine.expected.real", low, high);
        }
    }

    /** One of several words: the constants of an enum, in lower case with hyphens. */
    record Choice<E extends Enum<E>>(List<E> values) implements Domain<E> {
        @SafeVarargs
        @SuppressWarnings("varargs")
        public Choice(E... values) {
            this(List.of(values));
        }

        public List<String> words() {
            return values.stream().map(this::text).toList();
        }

        @Override
        public E parse(String text) {
            return values.stream()
                    .filter(value -> text(value).equals(text.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text));
        }

        @Override
        public String text(E value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public boolean contains(E value) {
            return values.contains(value);
        }

        @Override
        public Sentence expected() {
            return oneOf(words());
        }
    }

    /** Yes or no. */
    record Flag() implements Domain<Boolean> {
        @Override
        public Boolean parse(String text) {
            return switch (text.strip()) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException(text);
            };
        }

        @Override
        public String text(Boolean value) {
            return value.toString();
        }

        @Override
        public boolean contains(Boolean value) {
            return true;
        }

        @Override
        public Sentence expected() {
            return oneOf(List.of("true", "false"));
        }
    }

    /**
     * Hidden layers from the image side on, written 1000-500-250, or c16-c32-64 with convolutions; empty for none.
     *
     * @param widest units of a dense one at most
     */
    record Layers(int most, int widest) implements Domain<List<HiddenLayer>> {
        /** Characters that are read at most. */
        private static final int LONGEST = 200;

        @Override
        public List<HiddenLayer> parse(String text) {
            if (text.isBlank()) {
                return List.of();
            }
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("longer than all layers together");
            }
            return HiddenLayer.row(text);
        }

        @Override
        public String text(List<HiddenLayer> layers) {
            return String.join("-", layers.stream().map(HiddenLayer::text).toList());
        }

        @Override
        public boolean contains(List<HiddenLayer> layers) {
            return layers.size() <= most && layers.stream().allMatch(this::takes);
        }

        /** Whether it may be one of the layers. */
        boolean takes(HiddenLayer layer) {
            return switch (layer) {
                case HiddenLayer.Dense(int units) -> units >= 1 && units <= widest;
                default -> layer.usual();
            };
        }

        @Override
        public Sentence expected() {
            return Sentence.of("engine.expected.layers", most, widest);
        }
    }

    /** @return e.g. "one of mse, sse, bce, mae" */
    static Sentence oneOf(List<String> words) {
        return words.size() == 2
                ? Sentence.of("engine.expected.either", words.getFirst(), words.getLast())
                : Sentence.of("engine.expected.choice", String.join(", ", words));
    }

    /** @return the values of an enum, without some of them */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <E extends Enum<E>> Choice<E> choiceWithout(Class<E> type, E... left) {
        List<E> without = Arrays.asList(left);
        return new Choice<>(Arrays.stream(type.getEnumConstants())
                .filter(value -> !without.contains(value))
                .toList());
    }
}

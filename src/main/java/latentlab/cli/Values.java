package latentlab.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import latentlab.text.Sentence;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What an option takes, and how to say so to somebody who gave it something else. */
interface Values<T> extends ITypeConverter<T> {
    /** E.g. "a whole number from 1 to 128". */
    Sentence expected();

    /** @throws IllegalArgumentException when it is none of these values */
    T of(String text);

    @Override
    default T convert(String text) {
        try {
            return of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** A whole number within a range, its ends included. */
    record Whole(long low, long high) implements Values<Long> {
        @Override
        public Sentence expected() {
            return low == Long.MIN_VALUE ? Sentence.of("cli.value.any") : Sentence.of("cli.value.whole", low, high);
        }

        @Override
        public Long of(String text) {
            long value = Long.parseLong(text);
            if (value < low || value > high) {
                throw new IllegalArgumentException("out of range");
            }
            return value;
        }
    }

    /** A number within a range, its ends included. */
    record Real(double low, double high) implements Values<Double> {
        @Override
        public Sentence expected() {
            return Sentence.of("cli.value.real", low, high);
        }

        @Override
        public Double of(String text) {
            double value = Double.parseDouble(text);
            // Negated so that NaN is refused too.
            if (!(value >= low && value <= high)) {
                throw new IllegalArgumentException("out of range");
            }
            return value;
        }
    }

    /** One of two words. */
    record Choice(List<String> words) implements Values<String> {
        @Override
        public Sentence expected() {
            return Sentence.of("cli.value.choice", words.getFirst(), words.getLast());
        }

        @Override
        public String of(String text) {
            if (!words.contains(text)) {
                throw new IllegalArgumentException("not a choice");
            }
            return text;
        }
    }

    /** The name of a file that need not exist. */
    record File() implements Values<Path> {
        @Override
        public Sentence expected() {
            return Sentence.of("cli.value.file");
        }

        @Override
        public Path of(String text) {
            if (text.isBlank()) {
                throw new InvalidPathException(text, "empty");
            }
            return Path.of(text);
        }
    }

    /** Where data comes from: a word or a path. */
    record Origin() implements Values<String> {
        @Override
        public Sentence expected() {
            return Sentence.of("cli.value.data");
        }

        @Override
        public String of(String text) {
            if (text.isBlank()) {
                throw new IllegalArgumentException("empty");
            }
            return text;
        }
    }
}

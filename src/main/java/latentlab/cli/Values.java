package latentlab.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import latentlab.data.ImageOptions.Size;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Setting;
import latentlab.export.EpochRange;
import latentlab.text.PlainNumber;
import latentlab.text.Sentence;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The values an option accepts, and a sentence that describes them to a user who gave another. */
public interface Values<T> extends ITypeConverter<T> {
    /** What is accepted, e.g. "a whole number from 1 to 128". */
    Sentence expected();

    /** @throws IllegalArgumentException if the text is none of these values */
    T of(String text);

    @Override
    default T convert(String text) {
        try {
            return of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** A whole number within a range, including its ends. */
    record Whole(long low, long high) implements Values<Long> {
        @Override
        public Sentence expected() {
            return Sentence.of("engine.expected.whole", low, high);
        }

        @Override
        public Long of(String text) {
            long value = PlainNumber.whole(text);
            if (value < low || value > high) {
                throw new IllegalArgumentException("out of range");
            }
            return value;
        }
    }

    /** A number within a range, including its ends. */
    record Real(double low, double high) implements Values<Double> {
        @Override
        public Sentence expected() {
            return Sentence.of("engine.expected.real", low, high);
        }

        @Override
        public Double of(String text) {
            double value = PlainNumber.real(text);
            if (value < low || value > high) {
                throw new IllegalArgumentException("out of range");
            }
            return value;
        }
    }

    /** The values of a run's setting. */
    record OfSetting<T>(Setting<T> setting) implements Values<T> {
        @Override
        public Sentence expected() {
            return setting.domain().expected();
        }

        @Override
        public T of(String text) {
            T value = setting.domain().parse(text);
            if (!setting.domain().contains(value)) {
                throw new IllegalArgumentException("out of range");
            }
            return value;
        }
    }

    /** One of several words. */
    record Choice(List<String> words) implements Values<String> {
        @Override
        public Sentence expected() {
            return Domain.oneOf(words);
        }

        @Override
        public String of(String text) {
            if (!words.contains(text)) {
                throw new IllegalArgumentException("not a choice");
            }
            return text;
        }
    }

    /** One or more words, separated by commas. */
    record Several<E extends Enum<E>>(Domain.Choice<E> choice) implements Values<List<E>> {
        @Override
        public Sentence expected() {
            return Sentence.of("cli.value.several", String.join(", ", choice.words()));
        }

        @Override
        public List<E> of(String text) {
            return Arrays.stream(text.split(",", -1))
                    .map(choice::parse)
                    .distinct()
                    .toList();
        }
    }

    /** Some epochs of a run. */
    record Epochs() implements Values<EpochRange> {
        @Override
        public Sentence expected() {
            return Sentence.of("cli.value.epochs");
        }

        @Override
        public EpochRange of(String text) {
            return EpochRange.parse(text);
        }
    }

    /** Test images for the grid. */
    record Images() implements Values<AskedImages> {
        @Override
        public Sentence expected() {
            return Sentence.of("cli.value.images");
        }

        @Override
        public AskedImages of(String text) {
            return AskedImages.parse(text);
        }
    }

    /** A command of the system. */
    record Program() implements Values<String> {
        @Override
        public Sentence expected() {
            return Sentence.of("cli.value.command");
        }

        @Override
        public String of(String text) {
            if (text.isBlank()) {
                throw new IllegalArgumentException("empty");
            }
            return text;
        }
    }

    /** Any words. */
    record Text() implements Values<String> {
        @Override
        public Sentence expected() {
            return Sentence.of("cli.value.text");
        }

        @Override
        public String of(String text) {
            if (text.isBlank()) {
                throw new IllegalArgumentException("empty");
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

    /** A size of images: height x width, or one number for both. */
    record Side() implements Values<String> {
        @Override
        public Sentence expected() {
            return Sentence.of("cli.value.size", Size.MOST);
        }

        @Override
        public String of(String text) {
            return Size.of(text).text();
        }
    }

    /** The origin of data: a word or a path. */
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

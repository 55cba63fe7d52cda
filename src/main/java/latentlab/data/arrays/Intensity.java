package latentlab.data.arrays;

import java.util.List;
import latentlab.text.Sentence;

/**
 * How numbers of any range become intensities from 0 to 255.
 *
 * @param kind what range they were taken for
 * @param low the number that becomes 0
 * @param high the number that becomes 255
 */
public record Intensity(Kind kind, double low, double high) {
    /** Ranges that are told by their smallest and largest number. */
    enum Kind {
        /** 0 to 255, whole. */
        BYTES,
        /** 0 to 255, with fractions. */
        ROUNDED,
        /** 0 to 1. */
        UNIT,
        /** -1 to 1. */
        SIGNED,
        /** 0 to a largest number that leaves most intensities unused: 16 in a well-known set of digits. */
        DIM,
        /** Any other. */
        RANGE
    }

    /** Floats that were computed may be off by as much. */
    private static final double SLACK = 1e-3;
    /** Numbers whose largest is below this are not meant to be out of 255, unless their type says so. */
    private static final int DARK = 64;

    /** What the numbers of one or more arrays of a type are like. */
    static final class Survey {
        private final boolean bytes;
        private double smallest = Double.POSITIVE_INFINITY;
        private double largest = Double.NEGATIVE_INFINITY;
        private boolean fractions;
        private long broken;

        /** @param type of all of them */
        Survey(NumberType type) {
            bytes = type == NumberType.UINT8;
        }

        void add(double number) {
            if (!Double.isFinite(number)) {
                broken++;
                return;
            }
            smallest = Math.min(smallest, number);
            largest = Math.max(largest, number);
            fractions |= number != Math.rint(number);
        }

        /** Numbers that are infinite or none at all. */
        long broken() {
            return broken;
        }

        Intensity intensity() {
            if (smallest >= largest || smallest < -1 - SLACK || largest > 255) {
                return uneven();
            }
            if (largest <= 1 + SLACK) {
                return smallest >= 0 ? new Intensity(Kind.UNIT, 0, 1) : new Intensity(Kind.SIGNED, -1, 1);
            }
            if (smallest < 0) {
                return new Intensity(Kind.RANGE, smallest, largest);
            }
            if (largest < DARK && !bytes) {
                return new Intensity(Kind.DIM, 0, largest);
            }
            return new Intensity(fractions ? Kind.ROUNDED : Kind.BYTES, 0, 255);
        }

        /** Of all alike, or none, or out of every usual range. */
        private Intensity uneven() {
            boolean alike = smallest >= largest;
            if (alike && (largest < 0 || largest > 255)) {
                return new Intensity(Kind.RANGE, largest, largest + 1);
            }
            if (alike) {
                return largest == 1 || fractions && largest < 1
                        ? new Intensity(Kind.UNIT, 0, 1)
                        : new Intensity(Kind.BYTES, 0, 255);
            }
            return new Intensity(Kind.RANGE, smallest, largest);
        }
    }

    /** @return the intensity of a number, 0 to 255; 0 for what is none */
    byte of(double number) {
        // A number that is none becomes 0 by the cast.
        return (byte) Math.clamp(Math.round((number - low) * (255 / (high - low))), 0, 255);
    }

    /** Whether bytes stay as they are. */
    boolean same() {
        return kind == Kind.BYTES;
    }

    /**
     * @param place of the numbers
     * @return what is to be said of it, if anything
     */
    List<Sentence> said(String place) {
        return switch (kind) {
            case BYTES -> List.of();
            case ROUNDED -> List.of(Sentence.of("data.array.rounded", place));
            case UNIT -> List.of(Sentence.of("data.array.unit", place));
            case SIGNED -> List.of(Sentence.of("data.array.signed", place));
            case DIM -> List.of(Sentence.of("data.array.dim", place, high));
            case RANGE -> List.of(Sentence.of("data.array.range", place, low, high));
        };
    }
}

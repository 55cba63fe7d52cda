package latentlab.data.arrays;

import latentlab.data.Account;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** Turns numbers of arrays into pixels: alike in training and test images where both have numbers of one type. */
final class Pixels {
    /** Images looked at to tell in which order colours lie. */
    private static final int LOOKED_AT = 100;

    private final Intensity trainIntensity;
    private final Intensity testIntensity;
    private final ArrayImages test;
    private final boolean interleaved;
    private final Account account;

    private Pixels(
            Intensity trainIntensity, Intensity testIntensity, ArrayImages test, boolean interleaved, Account account) {
        this.trainIntensity = trainIntensity;
        this.testIntensity = testIntensity;
        this.test = test;
        this.interleaved = interleaved;
        this.account = account;
    }

    /** @param test null where there are none */
    static Pixels of(ArrayImages train, ArrayImages test, Progress progress) {
        NumberArray numbers = train.numbers();
        boolean alike = test != null && test.numbers().type() == numbers.type();
        Intensity.Survey survey = new Intensity.Survey(numbers.type());
        survey(survey, numbers, progress.part(0, alike ? 0.5 : 1));
        long broken = survey.broken();
        Account account = broken(numbers, broken);
        if (alike) {
            survey(survey, test.numbers(), progress.part(0.5, 1));
            account = account.and(broken(test.numbers(), survey.broken() - broken));
        }
        Intensity first = survey.intensity();
        Intensity second = first;
        account = account.withChanged(first.said(numbers.place()).toArray(Sentence[]::new));
        if (test != null && !alike) {
            Intensity.Survey other = new Intensity.Survey(test.numbers().type());
            survey(other, test.numbers(), progress.part(1, 1));
            second = other.intensity();
            account = account.withChanged(second.said(test.numbers().place()).toArray(Sentence[]::new))
                    .and(broken(test.numbers(), other.broken()));
        }
        boolean interleaved = false;
        if (train.layout().kind() == ImageLayout.Kind.FLAT_COLOUR) {
            interleaved = interleaved(train);
            String order = interleaved ? "data.array.interleaved" : "data.array.planar";
            account = account.withChanged(Sentence.of(order, numbers.place()));
        }
        if (train.layout().kind() == ImageLayout.Kind.WITH_OPACITY) {
            account = account.withChanged(Sentence.of("data.array.opacity", numbers.place()));
        }
        return new Pixels(first, second, test, interleaved, account);
    }

    private static Account broken(NumberArray numbers, long broken) {
        return broken == 0
                ? Account.NONE
                : Account.NONE.withWarnings(Sentence.of("data.array.broken", numbers.place(), broken));
    }

    private static void survey(Intensity.Survey survey, NumberArray numbers, Progress progress) {
        NumberArray.Reader reader = numbers.reader();
        int size = numbers.size();
        for (int i = 0; i < numbers.count(); i++) {
            report(progress, i, numbers);
            for (int at = i * size; at < (i + 1) * size; at++) {
                survey.add(reader.at(at));
            }
        }
    }

    private static void report(Progress progress, int done, NumberArray numbers) {
        progress.report((double) done / numbers.count(), Sentence.of("data.progress.images", done, numbers.count()));
    }

    /** What there is to say of numbers that have been changed. */
    Account account() {
        return account;
    }

    /** @return shape [count, channels, height, width], unsigned bytes */
    byte[] of(ArrayImages images, Progress progress) {
        NumberArray numbers = images.numbers();
        Intensity intensity = images == test ? testIntensity : trainIntensity;
        ImageLayout layout = interleaved ? images.layout().interleaved() : images.layout();
        if (intensity.same() && numbers.type().bytes() == 1 && layout.inOrder()) {
            return numbers.bytes();
        }
        ImageShape shape = layout.shape();
        NumberArray.Reader reader = numbers.reader();
        byte[] pixels = new byte[Math.multiplyExact(numbers.count(), shape.size())];
        int out = 0;
        for (int i = 0; i < numbers.count(); i++) {
            report(progress, i, numbers);
            int start = i * numbers.size();
            for (int channel = 0; channel < shape.channels(); channel++) {
                for (int y = 0; y < shape.height(); y++) {
                    for (int x = 0; x < shape.width(); x++) {
                        pixels[out++] = intensity.of(reader.at(start + layout.index(channel, y, x)));
                    }
                }
            }
        }
        return pixels;
    }

    /** Of both orders the right one has neighbours that are more alike. */
    private static boolean interleaved(ArrayImages images) {
        return roughness(images, images.layout().interleaved()) < roughness(images, images.layout());
    }

    private static double roughness(ArrayImages images, ImageLayout layout) {
        NumberArray.Reader reader = images.numbers().reader();
        ImageShape shape = layout.shape();
        double sum = 0;
        for (int i : ImageSet.spread(images.numbers().count(), LOOKED_AT)) {
            int start = i * images.numbers().size();
            for (int channel = 0; channel < shape.channels(); channel++) {
                for (int y = 1; y < shape.height(); y++) {
                    for (int x = 1; x < shape.width(); x++) {
                        double here = reader.at(start + layout.index(channel, y, x));
                        double left = here - reader.at(start + layout.index(channel, y, x - 1));
                        double above = here - reader.at(start + layout.index(channel, y - 1, x));
                        sum += Double.isFinite(left + above) ? Math.abs(left) + Math.abs(above) : 0;
                    }
                }
            }
        }
        return sum;
    }
}

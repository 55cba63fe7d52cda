package latentlab.cli;

import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import latentlab.data.Dataset;
import latentlab.data.ImageSearch;
import latentlab.run.Run;
import latentlab.run.images.ChosenImages;
import latentlab.run.images.ChosenImages.How;
import latentlab.run.images.ErrorRanking;
import latentlab.text.PlainNumber;
import latentlab.text.Problem;

/**
 * The images of the grid as the command line asks for them, before the data are there.
 *
 * @param how they are chosen
 * @param value indices, a seed or the name of a class
 */
public record AskedImages(How how, String value) {
    /** One of each class, as the notebook has them. */
    public static final AskedImages NOTEBOOK = new AskedImages(How.NOTEBOOK, "");

    private static final Pattern INDICES = Pattern.compile("[0-9][0-9, -]*");

    /**
     * @param text {@code 3,17,42-45}, {@code random:SEED}, {@code class:NAME}, {@code worst} or {@code best}
     * @throws IllegalArgumentException if it is none of these, whatever the data
     */
    static AskedImages parse(String text) {
        int colon = text.indexOf(':');
        String value = text.substring(colon + 1);
        switch (colon < 0 ? "" : text.substring(0, colon)) {
            case "random" -> {
                PlainNumber.whole(value);
                return new AskedImages(How.RANDOM, value);
            }
            case "class" -> {
                return new AskedImages(How.CLASS, value);
            }
            case "" -> {}
            default -> throw new IllegalArgumentException("no images");
        }
        if (value.equals("worst") || value.equals("best")) {
            return new AskedImages(value.equals("worst") ? How.WORST : How.BEST, "");
        }
        if (!INDICES.matcher(value).matches()) {
            throw new IllegalArgumentException("no images");
        }
        return new AskedImages(How.HAND, value);
    }

    /**
     * Finds out before anything is trained.
     *
     * @throws Problem if the data have no such images
     */
    public void check(Dataset dataset) throws Problem {
        switch (how) {
            case HAND -> ImageSearch.few(value, Dataset.SAMPLES, dataset);
            case CLASS -> ImageSearch.label(value, dataset);
            case NOTEBOOK, RANDOM, WORST, BEST, SELECTION -> {}
        }
    }

    /** Whether they are looked for at an epoch. */
    boolean ofEpoch() {
        return how == How.WORST || how == How.BEST;
    }

    /**
     * @param epoch at which the worst or best are looked for
     * @param wanted whether they are still asked for
     * @throws Problem if the data have no such images
     */
    ChosenImages of(Run run, int epoch, BooleanSupplier wanted) throws Problem {
        Dataset dataset = run.dataset();
        return switch (how) {
            case HAND -> ChosenImages.byHand(ImageSearch.few(value, Dataset.SAMPLES, dataset));
            case RANDOM -> ChosenImages.random(dataset, PlainNumber.whole(value));
            case CLASS -> ChosenImages.ofClass(dataset, ImageSearch.label(value, dataset));
            case WORST -> ChosenImages.ranked(ErrorRanking.WORST, run, epoch, wanted);
            case BEST -> ChosenImages.ranked(ErrorRanking.BEST, run, epoch, wanted);
            case NOTEBOOK, SELECTION -> ChosenImages.notebook(run);
        };
    }
}

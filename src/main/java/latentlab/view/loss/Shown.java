package latentlab.view.loss;

import java.util.stream.Stream;
import latentlab.glossary.Term;
import latentlab.view.Texts;

/** What the chart is of. */
enum Shown {
    LOSS,
    PSNR,
    RATE,
    GRADIENTS,
    WEIGHTS,
    ACTIVATIONS;

    /** @return what has this name; the losses where nothing has, as in the settings of another version */
    static Shown named(String name) {
        return Stream.of(values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(LOSS);
    }

    /** @return its name, which is the panel's title */
    String title(Texts texts) {
        return texts.get(
                switch (this) {
                    case LOSS -> "view.loss.title";
                    case PSNR -> "view.loss.shown.psnr";
                    case RATE -> "view.loss.shown.rate";
                    case GRADIENTS -> "view.loss.shown.gradients";
                    case WEIGHTS -> "view.loss.shown.weights";
                    case ACTIVATIONS -> "view.loss.shown.activations";
                });
    }

    /** What explains it. */
    Term term() {
        return switch (this) {
            case LOSS -> Term.LOSS;
            case PSNR -> Term.PSNR;
            case RATE -> Term.LEARNING_RATE;
            case GRADIENTS -> Term.GRADIENT;
            case WEIGHTS -> Term.WEIGHT;
            case ACTIVATIONS -> Term.ACTIVATION;
        };
    }

    /** @return what its numbers are, in a line */
    String measure(Texts texts) {
        return texts.get(
                switch (this) {
                    case LOSS -> "view.loss.title";
                    case PSNR -> "view.loss.shown.psnr.measure";
                    case RATE -> "view.loss.shown.rate.measure";
                    case GRADIENTS -> "view.loss.shown.gradients.measure";
                    case WEIGHTS -> "view.loss.shown.weights.measure";
                    case ACTIVATIONS -> "view.loss.shown.activations.measure";
                });
    }

    /** Whether it is curves over the epochs, as losses are; else histograms. */
    boolean curves() {
        return this != WEIGHTS && this != ACTIVATIONS;
    }

    /** Whether it has to be worked out of the epochs' parameters. */
    boolean workedOut() {
        return this != LOSS && this != RATE;
    }
}

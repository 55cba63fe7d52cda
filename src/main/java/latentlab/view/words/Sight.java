package latentlab.view.words;

import java.util.List;
import java.util.Locale;
import latentlab.engine.settings.Preset;
import latentlab.engine.training.EpochResult;

/** Something to see in a run, ticked by hand or, where it is certain from the losses, by itself. */
public enum Sight {
    /** The validation loss falls below half of what it was before training. */
    HALVED {
        @Override
        public boolean certain(List<EpochResult> history) {
            return history.size() > 1
                    && history.stream()
                            .anyMatch(each ->
                                    each.validLoss() < history.getFirst().validLoss() / 2);
        }
    },
    /** It hardly gets better any more: by less than a hundredth in the last five epochs. */
    SETTLED {
        @Override
        public boolean certain(List<EpochResult> history) {
            int last = history.size() - 1;
            return last > FEW && best(history, last) > (1 - LITTLE) * best(history, last - FEW);
        }
    },
    /** The squared error of an image is below 5, for runs whose loss that is. */
    BELOW_FIVE {
        @Override
        public boolean certain(List<EpochResult> history) {
            return history.stream().anyMatch(each -> each.validLoss() < 5);
        }
    },
    READABLE,
    GATHERED,
    STROKES,
    CORNERS,
    SHARED,
    APART,
    CLEANED,
    COLOURS,
    FINE,
    DRAWN,
    TELLING,
    WALKED,
    COLLAPSED,
    WARMED,
    ALONE;

    private static final int FEW = 5;
    private static final double LITTLE = 0.01;

    /** Whether it is certainly true of a run's epochs; never of what only a person can see. */
    public boolean certain(List<EpochResult> history) {
        return false;
    }

    private static double best(List<EpochResult> history, int until) {
        return history.stream()
                .limit(until + 1L)
                .mapToDouble(EpochResult::validLoss)
                .min()
                .orElse(Double.NaN);
    }

    /** In the keys of bundles and the ids of nodes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What there is to see in the run of a preset. */
    public static List<Sight> of(Preset preset) {
        return switch (preset) {
            case NOTEBOOK_SIMPLE -> List.of(HALVED, READABLE, GATHERED);
            case NOTEBOOK_TIED -> List.of(HALVED, READABLE, STROKES);
            case TWO_DIMENSIONS -> List.of(HALVED, CORNERS, SHARED);
            case TWO_DIMENSIONS_DEEP -> List.of(HALVED, APART, SETTLED);
            case DENOISING -> List.of(HALVED, CLEANED, STROKES);
            case COLOUR -> List.of(HALVED, COLOURS, SETTLED);
            case CONVOLUTIONAL -> List.of(HALVED, READABLE, FINE);
            case CONVOLUTIONAL_COLOUR -> List.of(HALVED, COLOURS, FINE);
            case HINTON_SALAKHUTDINOV -> List.of(HALVED, BELOW_FIVE, FINE);
            case VARIATIONAL -> List.of(HALVED, DRAWN, TELLING);
            case TWO_DIMENSIONS_VARIATIONAL -> List.of(HALVED, WALKED, GATHERED);
            case POSTERIOR_COLLAPSE -> List.of(HALVED, COLLAPSED, WARMED);
            case BETA -> List.of(TELLING, ALONE, SETTLED);
        };
    }
}

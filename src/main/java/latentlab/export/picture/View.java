package latentlab.export.picture;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a picture shows of a run. */
public enum View {
    /** Both losses in one panel. */
    LOSS,
    /** Both losses, and each in a panel of its own, as in the notebook. */
    PANELS,
    /** Originals over their reconstructions. */
    GRID,
    /** The latent space. */
    MAP,
    /** The pixels, a latent space of two units and one of more, as in the notebook. */
    MAPS,
    FILTERS,
    /** The model as an hourglass. */
    STACK;

    /** Whether it shows one epoch, and not all of them or the model. */
    public boolean ofOneEpoch() {
        return switch (this) {
            case LOSS, PANELS, STACK -> false;
            case GRID, MAP, MAPS, FILTERS -> true;
        };
    }

    /** @return what each is called on the command line */
    public static List<String> words() {
        return Stream.of(values())
                .map(view -> view.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}

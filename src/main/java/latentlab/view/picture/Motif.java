package latentlab.view.picture;

import java.util.Locale;
import latentlab.text.Sentence;

/** What a picture of a view shows. */
public enum Motif {
    LOSS(Of.RUN),
    MAP(Of.EPOCH),
    RECONSTRUCTION(Of.EPOCH),
    DECODE(Of.EPOCH),
    INTERPOLATE(Of.EPOCH),
    DRAW(Of.EPOCH),
    FILTERS(Of.EPOCH),
    PRIOR(Of.EPOCH),
    SELECTION(Of.EPOCH),
    STACK(Of.SETTINGS),
    COMPARISON(Of.SEVERAL),
    BESIDE(Of.SEVERAL);

    /** What is in a picture. */
    enum Of {
        /** The epoch that is selected. */
        EPOCH,
        /** All epochs of the run. */
        RUN,
        /** The model that is set, which may wait for a run. */
        SETTINGS,
        /** Runs of the library, so that there is no one run that it comes from. */
        SEVERAL
    }

    private final Of of;

    Motif(Of of) {
        this.of = of;
    }

    Of of() {
        return of;
    }

    /** In names of files and of controls. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Sentence title() {
        return Sentence.of("view.picture.name." + word());
    }
}

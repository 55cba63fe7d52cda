package latentlab.sweep;

import java.util.List;
import latentlab.engine.settings.Setting;

/** Questions worth a sweep. */
public enum SweepPreset {
    /** The notebook's "how small may k be?": loss and accuracy of ten nearest neighbours against the latent units. */
    HOW_SMALL(new Swept.Listed(Setting.LATENT, List.of("1", "2", "5", "10", "20", "50")), 1, true),
    /** Whether tying the weights costs anything that chance would not explain. */
    SIMPLE_OR_TIED(new Swept.Listed(Setting.MODEL, List.of("simple", "tied")), 5, false);

    private final Swept swept;
    private final int seeds;
    private final boolean accuracy;

    SweepPreset(Swept swept, int seeds, boolean accuracy) {
        this.swept = swept;
        this.seeds = seeds;
        this.accuracy = accuracy;
    }

    /** The setting that the question is about. */
    public Swept swept() {
        return swept;
    }

    public int seeds() {
        return seeds;
    }

    /** Whether the answer is in the {@link TrialAccuracy} as well. */
    public boolean accuracy() {
        return accuracy;
    }
}

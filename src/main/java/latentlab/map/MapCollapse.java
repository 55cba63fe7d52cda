package latentlab.map;

import latentlab.engine.model.StuckAdvice;
import latentlab.engine.model.StuckUnits;
import latentlab.map.MapPoints.Kind;
import latentlab.text.Sentence;

/**
 * Why a map shows nothing but one spot, in the same words wherever it is drawn.
 *
 * @param reason what has happened
 * @param advice what to try
 */
public record MapCollapse(Sentence reason, Sentence advice) {
    /** @return null where the map shows more than that */
    public static MapCollapse of(MapPoints points) {
        StuckUnits stuck = points.stuck();
        boolean dead = stuck != null && stuck.dead() == stuck.units();
        // A t-SNE or UMAP lays out even what is not there.
        if (!points.collapsed() && !(points.kind().laidOut() && dead)) {
            return null;
        }
        if (points.run().dataset().test().allSame()) {
            return new MapCollapse(Sentence.of("map.collapse.images"), Sentence.of("map.collapse.images.advice"));
        }
        if (dead) {
            return new MapCollapse(
                    Sentence.of("map.collapse.stuck", stuck.stuck(), stuck.units()),
                    StuckAdvice.of(stuck, points.run().config()).sentence());
        }
        return points.kind() == Kind.UNITS && points.run().model().latent() > 2
                ? new MapCollapse(Sentence.of("map.collapse.units"), Sentence.of("map.collapse.units.advice"))
                : new MapCollapse(Sentence.of("map.collapse.code"), Sentence.of("map.collapse.code.advice"));
    }

    /** Both. */
    public Sentence advised() {
        return Sentence.of("map.collapse.advised", reason, advice);
    }
}

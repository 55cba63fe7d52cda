package latentlab.map;

import latentlab.run.Run;

/**
 * The subject of a map: which run, which epoch, and what of them.
 *
 * @param source what is mapped
 * @param run an earlier run of this session; null for whichever run is being looked at
 * @param pinned whether the map has an epoch of its own instead of the selected one
 */
public record MapSubject(MapSource source, Run run, boolean pinned) {
    /** The codes of the run on screen, at the selected epoch. */
    public static final MapSubject CODES = new MapSubject(MapSource.LATENT, null, false);

    public static final MapSubject PIXELS = new MapSubject(MapSource.PIXELS, null, false);

    /** The codes of the run on screen, at another epoch. */
    public static final MapSubject OTHER_EPOCH = new MapSubject(MapSource.LATENT, null, true);

    /** The codes of an earlier run. */
    public static MapSubject of(Run run) {
        return new MapSubject(MapSource.LATENT, run, true);
    }
}

package latentlab.map;

import latentlab.run.Run;

/**
 * What a map is of: which run and epoch, and what of them.
 *
 * @param source what is laid out
 * @param run an earlier run of this sitting; null for the one being looked at, whichever that is
 * @param pinned whether the map has an epoch of its own instead of the selected one
 */
public record MapSubject(MapSource source, Run run, boolean pinned) {
    /** The codes of the run being looked at, at the selected epoch. */
    public static final MapSubject CODES = new MapSubject(MapSource.LATENT, null, false);

    public static final MapSubject PIXELS = new MapSubject(MapSource.PIXELS, null, false);

    /** The codes of the run being looked at, at another epoch. */
    public static final MapSubject OTHER_EPOCH = new MapSubject(MapSource.LATENT, null, true);

    /** The codes of an earlier run. */
    public static MapSubject of(Run run) {
        return new MapSubject(MapSource.LATENT, run, true);
    }
}

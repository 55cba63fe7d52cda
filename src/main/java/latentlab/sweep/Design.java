package latentlab.sweep;

/** How a sweep chooses its trials. */
public enum Design {
    /** Every value of a setting with every value of all others. */
    GRID,
    /** Each setting drawn by itself, from its values or its range (Bergstra &amp; Bengio 2012). */
    RANDOM,
    /** Likewise, but evenly: by a Sobol sequence, which leaves no large gap anywhere (Joe &amp; Kuo 2008). */
    LOW_DISCREPANCY
}

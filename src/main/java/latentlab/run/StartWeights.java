package latentlab.run;

/**
 * Parameters for a run to begin with, in place of random ones.
 *
 * @param parameters of the run's model; nobody writes to them
 */
public record StartWeights(From from, float[] parameters) {
    /**
     * Where they are from.
     *
     * @param file its name
     * @param hash SHA-256 of the file, in hexadecimal
     */
    public record From(String file, String hash) {}
}

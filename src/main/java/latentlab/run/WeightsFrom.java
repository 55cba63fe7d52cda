package latentlab.run;

/**
 * Where the parameters are from that a run began with.
 *
 * @param file its name
 * @param hash SHA-256 of the file, in hexadecimal
 */
public record WeightsFrom(String file, String hash) {}

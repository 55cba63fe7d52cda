package latentlab.cli;

import java.util.Locale;

/**
 * What the command line sets for the window.
 *
 * @param data digits, mnist, fashion, kmnist or a path; null if not given
 * @param language of the window; null if not given
 */
public record WindowArguments(String data, Locale language) {}

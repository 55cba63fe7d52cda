package latentlab.cli;

import java.util.Locale;

/**
 * What the command line asks of the window.
 *
 * @param data digits, mnist, fashion, kmnist or a path; null when none is named
 * @param language of the window; null when none is named
 */
public record WindowArguments(String data, Locale language) {}

package latentlab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import latentlab.data.DataRequest;

/**
 * What the command line sets for the window.
 *
 * @param data to open with; null if nothing is said of them
 * @param language of the window; null if not given
 * @param files to open, each of which is there
 */
public record WindowArguments(DataRequest data, Locale language, List<Path> files) {}

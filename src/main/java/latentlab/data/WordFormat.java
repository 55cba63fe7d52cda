package latentlab.data;

import java.nio.file.Path;
import java.util.Optional;
import latentlab.text.Progress;

/**
 * Data that come with the app, under a word of their own.
 *
 * @param named the word
 * @param source makes them
 */
public record WordFormat(String named, Datasets.Source source) implements DatasetFormat {
    @Override
    public Optional<String> word() {
        return Optional.of(named);
    }

    @Override
    public Match match(DataRequest request, Path path, Progress progress) {
        return request.origin().equals(named) ? new Match(Fit.SURE, source) : null;
    }
}

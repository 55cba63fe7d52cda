package latentlab.data.digits;

import java.nio.file.Path;
import java.util.Optional;
import latentlab.data.DataRequest;
import latentlab.data.DatasetFormat;
import latentlab.data.Datasets;
import latentlab.text.Progress;

/**
 * The digits that come with the app, under a word of their own.
 *
 * @param digits makes them
 */
public record DigitsFormat(Datasets.Source digits) implements DatasetFormat {
    @Override
    public Optional<String> word() {
        return Optional.of(BuiltInDigits.ORIGIN);
    }

    @Override
    public Match match(DataRequest request, Path path, Progress progress) {
        return request.origin().equals(BuiltInDigits.ORIGIN) ? new Match(Fit.SURE, digits) : null;
    }
}

package latentlab.data.download;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.DatasetFormat;
import latentlab.data.Split;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * A public dataset that is downloaded once, under a word of its own.
 *
 * @param cache keeps a folder for each that has been downloaded
 * @param patience how long a server may be silent
 */
public record DownloadFormat(PublicDataset<?> dataset, Path cache, Duration patience) implements DatasetFormat {
    @Override
    public Optional<String> word() {
        return Optional.of(dataset.origin());
    }

    @Override
    public Match match(DataRequest request, Path path, Progress progress) {
        return request.origin().equals(dataset.origin()) ? new Match(Fit.SURE, this::load) : null;
    }

    private Dataset load(Progress progress) throws Problem {
        Split split = new Download<>(dataset, cache.resolve(dataset.origin()), patience).load(progress);
        Sentence name = Sentence.of("data.name", dataset.brand());
        return new Dataset(name, dataset.origin(), split.train(), split.test(), dataset.classNames());
    }
}

package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of runs that were really trained and kept. */
class LikelihoodCommandTest {
    private static final Pattern FOUND =
            Pattern.compile("Epoch ([0-9]+), ([0-9]+) test images: negative bound ([0-9.]+) nats, "
                    + "negative log-likelihood ([0-9.]+) ± ([0-9.]+) nats \\(([0-9]+) samples of each code\\)\\.");

    @TempDir
    Path folder;

    private final Recorded piped = Recorded.piped();
    private String run;

    @BeforeEach
    void name() {
        run = folder.resolve("a.latentlab").toString();
    }

    private void train(String... more) {
        List<String> words = new ArrayList<>(List.of("train", "--epochs", "2", "--latent", "3", "--save", run));
        words.addAll(List.of(more));
        assertThat(piped.run(words.toArray(String[]::new))).isZero();
    }

    private Matcher found(String... words) {
        assertThat(piped.run(words)).isZero();
        String last = piped.out().lines().toList().getLast();
        Matcher matcher = FOUND.matcher(last);
        assertThat(matcher.matches()).as(last).isTrue();
        return matcher;
    }

    @Test
    void saysTheBoundAndTheTighterOneOfManySamples() {
        train("--model", "variational", "--loss", "bernoulli");
        Matcher last = found("likelihood", run, "--samples", "20", "--images", "15");
        assertThat(last.group(1)).isEqualTo("2");
        assertThat(last.group(2)).isEqualTo("15");
        assertThat(last.group(6)).isEqualTo("20");
        assertThat(Double.parseDouble(last.group(4))).isLessThan(Double.parseDouble(last.group(3)));

        Matcher untrained = found("likelihood", run, "--samples", "20", "--images", "15", "--epoch", "0");
        assertThat(untrained.group(1)).isEqualTo("0");
        assertThat(Double.parseDouble(untrained.group(4))).isGreaterThan(Double.parseDouble(last.group(4)));
    }

    @Test
    void refusesEpochsThereAreNot() {
        train("--model", "variational", "--loss", "bernoulli");
        assertThat(piped.run("likelihood", run, "--epoch", "3")).isNotZero();
        assertThat(piped.err()).contains("keeps no epoch 3; choose one from 0 to 2");
    }

    @Test
    void refusesModelsThatHaveNone() {
        train();
        assertThat(piped.run("likelihood", run)).isNotZero();
        assertThat(piped.err()).contains("is no run of a variational model");
    }
}

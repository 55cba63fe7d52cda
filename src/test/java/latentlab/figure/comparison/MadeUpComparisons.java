package latentlab.figure.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import latentlab.comparison.ComparedRun;
import latentlab.comparison.Comparison;
import latentlab.comparison.Dimension;
import latentlab.comparison.MadeUpRuns;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Messages;

/** Comparisons of runs that nobody has trained, and words for figures of them. */
final class MadeUpComparisons {
    static final RunsWords WORDS = new RunsWords(new Messages(Locale.ENGLISH)::text);

    private MadeUpComparisons() {}

    static ComparedRun run(long latent, double rate, long seed, double loss) {
        TrainingConfig config =
                TrainingConfig.DEFAULT.withLatent(latent).withLearningRate(rate).withSeed(seed);
        return MadeUpRuns.run(latent + " " + rate + " " + seed, config, 0.9, loss);
    }

    /** Two settings and seeds, some values of each, and losses of which some are none. */
    static Comparison random(long seed, int runs) {
        Random random = new Random(seed);
        List<ComparedRun> all = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            double loss =
                    switch (random.nextInt(8)) {
                        case 0 -> Double.NaN;
                        case 1 -> Double.POSITIVE_INFINITY;
                        case 2 -> random.nextDouble() * 1e6;
                        default -> random.nextDouble();
                    };
            TrainingConfig config = TrainingConfig.DEFAULT
                    .withLatent(1 + random.nextInt(random.nextBoolean() ? 4 : 128))
                    .withLearningRate(0.001 * (1 + random.nextInt(999)))
                    .withKind(random.nextBoolean() ? ModelKind.SIMPLE : ModelKind.TIED)
                    .withSeed(random.nextInt(3));
            all.add(MadeUpRuns.run("run " + i, config, 0.9, loss));
        }
        return Comparison.of(all);
    }

    static Dimension named(String name, Comparison comparison) {
        return comparison.dimensions().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

package latentlab.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import latentlab.data.BuiltInDigits;
import latentlab.engine.TrainingConfig;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * Prints how long the GIF of the default run takes, 50 epochs on the built-in digits, from its kept parameters to the file: the
 * first of a JVM, and those after it. Argument: how many.
 *
 * <pre>
 * ./mvnw -q test-compile exec:exec@benchmark -Dbenchmark.main=latentlab.export.GifBenchmark -Dapp.args="10"
 * </pre>
 */
final class GifBenchmark {
    private GifBenchmark() {}

    public static void main(String[] args) throws Problem, IOException, InterruptedException {
        int repetitions = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        Path folder = Files.createTempDirectory("latent-lab-gif");
        Path file = folder.resolve("animation.gif");
        try (TrainedRun trained = TrainedRun.of(BuiltInDigits.create(Progress.NONE), TrainingConfig.DEFAULT, folder)) {
            Messages english = new Messages(Locale.ENGLISH);
            for (int r = 0; r < repetitions; r++) {
                long start = System.nanoTime();
                AnimationGif.write(file, trained.run(), trained.history(), 150, english, Progress.NONE);
                System.out.printf(
                        "GIF of %d epochs: %.2f s, %,d bytes%n",
                        trained.history().size() - 1, (System.nanoTime() - start) * 1e-9, Files.size(file));
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }
}

package latentlab.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import latentlab.data.digits.BuiltInDigits;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * Prints how long the GIF of the default run takes, 50 epochs on the built-in digits, from its kept parameters to the
 * file: the first of a JVM, and those after it; then the same with the latent map. Argument: how many of each.
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
                print("GIF", trained, start, file);
            }
            for (int r = 0; r < repetitions; r++) {
                long start = System.nanoTime();
                AnimationGif.writeWithMap(file, trained.run(), trained.history(), 150, english, Progress.NONE);
                print("GIF with the map", trained, start, file);
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static void print(String what, TrainedRun trained, long start, Path file) throws IOException {
        System.out.printf(
                "%s of %d epochs: %.2f s, %,d bytes%n",
                what, trained.history().size() - 1, (System.nanoTime() - start) * 1e-9, Files.size(file));
    }
}

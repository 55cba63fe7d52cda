package latentlab.export.animation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import latentlab.data.digits.BuiltInDigits;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.Export;
import latentlab.export.ExportCatalogue;
import latentlab.export.TrainedRun;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * Prints how long the GIF of the default run takes, 50 epochs on the built-in digits, from its kept parameters to the
 * file: the first of a JVM, and those after it; then the same with the latent map, the
 * APNG and the player. Argument: how many of each.
 *
 * <pre>
 * ./mvnw -q test-compile exec:exec@benchmark -Dbenchmark.main=latentlab.export.animation.GifBenchmark -Dapp.args="10"
 * </pre>
 */
final class GifBenchmark {
    private GifBenchmark() {}

    public static void main(String[] args) throws Problem, IOException, InterruptedException {
        int repetitions = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        Path folder = Files.createTempDirectory("latent-lab-gif");
        Path file = folder.resolve("animation.gif");
        try (TrainedRun trained = TrainedRun.of(BuiltInDigits.create(Progress.NONE), TrainingConfig.DEFAULT, folder)) {
            Export.Subject subject = new Export.Subject(trained.run(), trained.history(), List.of(), Map.of());
            Messages english = new Messages(Locale.ENGLISH);
            for (int r = 0; r < repetitions; r++) {
                long start = System.nanoTime();
                AnimationGif.write(file, subject, english, Progress.NONE);
                print("GIF", trained, start, file);
            }
            for (int r = 0; r < repetitions; r++) {
                long start = System.nanoTime();
                AnimationGif.writeWithMap(file, subject, english, Progress.NONE);
                print("GIF with the map", trained, start, file);
            }
            for (Export export : List.of(ExportCatalogue.APNG, ExportCatalogue.HTML)) {
                for (int r = 0; r < repetitions; r++) {
                    long start = System.nanoTime();
                    export.writer().write(file, subject, english, Progress.NONE);
                    print(export.id(), trained, start, file);
                }
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

package latentlab.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import latentlab.MadeUpImages;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;

/**
 * A training in a process of its own, for what cannot be done to the one the tests run in. Prints each state and epoch; a line on
 * standard input trains on. After the last one it waits to be killed.
 */
final class ChildRun {
    private ChildRun() {}

    /** @param args the scratch folder, and the number of epochs */
    public static void main(String[] args) throws InterruptedException {
        int epochs = Integer.parseInt(args[1]);
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(128).withEpochs(epochs);
        List<Run> runs = new ArrayList<>();
        TrainingService service = new TrainingService(Path.of(args[0]), event -> {
            switch (event) {
                case TrainingEvent.Opened(Run run, EpochResult _) -> runs.add(run);
                case TrainingEvent.EpochDone(Run run, EpochResult result) ->
                    System.out.println("epoch " + result.epoch());
                case TrainingEvent.StateChanged changed ->
                    System.out.println(changed.state()
                            + (changed.error() != null
                                    ? " " + changed.error().sentence().key() + " kept "
                                            + runs.getFirst().epochs().count() + " readable "
                                            + runs.getFirst()
                                                    .latent(runs.getFirst()
                                                                    .epochs()
                                                                    .count()
                                                            - 1)
                                                    .length
                                    : ""));
                default -> {}
            }
        });
        service.open(MadeUpImages.dataset(100, 28, 28), config);
        service.trainUntil(epochs);
        for (Scanner in = new Scanner(System.in); in.hasNextLine(); ) {
            in.nextLine();
            service.trainUntil(epochs);
        }
        Thread.currentThread().join();
    }

    /** @param fileBlocks largest file it may write, in units of 1024 bytes, or "unlimited" */
    static Process start(Path folder, int epochs, String fileBlocks) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command =
                new ArrayList<>(List.of("bash", "-c", "ulimit -S -f \"$1\"; shift; exec \"$@\"", "run", fileBlocks));
        command.addAll(List.of(
                java.toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-modules=jdk.incubator.vector",
                "-XX:-UsePerfData",
                "-classpath",
                System.getProperty("java.class.path"),
                ChildRun.class.getName(),
                folder.toString(),
                Integer.toString(epochs)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}

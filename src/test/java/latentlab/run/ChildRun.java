package latentlab.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import latentlab.MadeUpImages;
import latentlab.engine.settings.TrainingConfig;

/**
 * A training in a process of its own, for what cannot be done to the one the tests run in. Prints each state and epoch;
 * a line on standard input trains on. After the last one it waits to be killed.
 */
final class ChildRun {
    private ChildRun() {}

    /** @param args the scratch folder, and the number of epochs */
    public static void main(String[] args) throws InterruptedException {
        int epochs = Integer.parseInt(args[1]);
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(128).withEpochs(epochs);
        Runs[] runs = new Runs[1];
        TrainingService service = new TrainingService(Path.of(args[0]), event -> {
            if (event instanceof RunEvent.EpochDone done) {
                System.out.println("epoch " + done.result().epoch());
            } else if (event instanceof RunEvent.StateChanged changed) {
                System.out.println(changed.state() + (changed.why() == null ? "" : why(changed, runs[0])));
            }
        });
        runs[0] = service.runs();
        service.open(MadeUpImages.dataset(100, 28, 28), config);
        service.trainUntil(epochs);
        for (Scanner in = new Scanner(System.in); in.hasNextLine(); ) {
            in.nextLine();
            service.trainUntil(epochs);
        }
        Thread.currentThread().join();
    }

    private static String why(RunEvent.StateChanged changed, Runs runs) {
        Run run = runs.get(changed.run());
        int kept = run.epochs().count();
        return " " + changed.why().sentence().key() + " kept " + kept + " readable " + run.latent(kept - 1).length;
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
                "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED",
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

package latentlab.run;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.ComputeBackend;
import latentlab.engine.training.Trainer;
import latentlab.text.Messages;
import org.bytedeco.javacpp.Pointer;

/** Takes more native memory than there is, in a process of its own, then trains a run there is room for. */
final class MemoryChild {
    private static final Dataset DATA = MadeUpImages.dataset(100, 28, 28);
    /** 45 million parameters. */
    private static final TrainingConfig LARGE =
            TrainingConfig.DEFAULT.with(Setting.HIDDEN, Collections.nCopies(6, new HiddenLayer.Dense(2048)));

    private MemoryChild() {}

    /** @param args the scratch folder */
    public static void main(String[] args) throws Exception {
        ComputeBackend.warmUp();
        long before = Pointer.physicalBytes();
        try (Trainer _ = new Trainer(LARGE, DATA)) {
            System.out.println("it fits");
        } catch (Throwable e) {
            System.out.println(new Messages(Locale.ENGLISH).text(Breakdown.sentence(e)));
        }
        // The heap is not to be counted: what it takes it keeps.
        System.out.println("not given back: " + (Pointer.physicalBytes() - before >> 20) + " MB");
        Recorder events = new Recorder();
        try (TrainingService service = new TrainingService(Path.of(args[0]), events)) {
            service.open(DATA, TrainingConfig.DEFAULT.withEpochs(2));
            service.trainUntil(2);
            System.out.println(events.await(RunState.FINISHED).state());
            service.runs().close();
        }
    }

    /** The command that starts it. */
    static List<String> command(Path scratch) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED",
                "-Xms512m",
                "-Xmx512m",
                "-XX:+AlwaysPreTouch",
                // Nothing is to be tidied up for it.
                "-XX:+DisableExplicitGC",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=1500m",
                "-classpath",
                System.getProperty("java.class.path"),
                MemoryChild.class.getName(),
                scratch.toString());
    }
}

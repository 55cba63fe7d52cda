package latentlab.sweep;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import latentlab.data.DataRequest;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.files.WholeFile;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * The plan of a sweep in its folder, which tells whether it is this sweep that goes on there; held while it is trained,
 * so that two processes do not train the same trials.
 */
final class PlanFile implements AutoCloseable {
    static final String NAME = "plan.json";

    private static final Logger LOG = System.getLogger(PlanFile.class.getName());
    /** Of what is in the file; other ones are other plans. */
    private static final int FORMAT = 1;
    /** A plan has no more bytes. */
    private static final int LARGEST = 16 << 20;

    /** At a lock that may be taken for a moment only. */
    private static final int ATTEMPTS = 4;

    private static final long PAUSE_NANOS = 20_000_000;

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final FileChannel channel;

    private PlanFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Writes the plan into a folder, or finds it there.
     *
     * @param folder made if it is missing
     * @throws Problem if another plan is there, another process has it, or it cannot be written or read
     */
    static PlanFile hold(Path folder, Plan plan, List<Trial> trials) throws Problem {
        Path file = folder.resolve(NAME);
        byte[] content = text(plan, trials).getBytes(StandardCharsets.US_ASCII);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                WholeFile.write(file, out -> out.write(content));
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            boolean held = false;
            try {
                lock(channel, folder);
                if (!Arrays.equals(read(channel), content)) {
                    throw Problem.of("sweep.other", folder.toString());
                }
                held = true;
                return new PlanFile(channel);
            } finally {
                if (!held) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw new Problem(Sentence.of("sweep.folder", folder.toString()), e);
        }
    }

    /** @throws Problem if another plan is there, or it cannot be read */
    static void check(Path folder, Plan plan, List<Trial> trials) throws Problem {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (!Arrays.equals(read(channel), text(plan, trials).getBytes(StandardCharsets.US_ASCII))) {
                throw Problem.of("sweep.other", folder.toString());
            }
        } catch (IOException e) {
            throw new Problem(Sentence.of("sweep.folder", folder.toString()), e);
        }
    }

    /**
     * Reads the plan of a sweep that was begun before.
     *
     * @throws Problem if there is none, or it is not as this program writes it
     */
    static Plan read(Path folder) throws Problem {
        Path file = folder.resolve(NAME);
        byte[] bytes;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            bytes = read(channel);
        } catch (IOException e) {
            throw new Problem(Sentence.of("sweep.plan.missing", file.toString()), e);
        }
        String content = new String(bytes, StandardCharsets.US_ASCII);
        try {
            JsonTree tree = JsonTree.of(content);
            if (tree.whole("format") > FORMAT) {
                throw Problem.of("sweep.plan.newer", file.toString());
            }
            Plan plan = plan(tree);
            if (text(plan, plan.trials()).equals(content)) {
                return plan;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Problem(Sentence.of("sweep.plan.damaged", file.toString()), e);
        }
        // Another version of the program may make other trials of the same words.
        throw Problem.of("sweep.plan.damaged", file.toString());
    }

    private static Plan plan(JsonTree tree) {
        Map<String, String> words = tree.texts("data");
        DataRequest data = DataRequest.of(tree.get("data", JsonTree.class).get("data", String.class), words);
        List<Swept> swept = new ArrayList<>();
        tree.texts("swept").forEach((name, text) -> swept.add(Swept.parse(setting(name), text)));
        Design design = Arrays.stream(Design.values())
                .filter(each -> word(each).equals(tree.get("design", String.class)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("design"));
        TrainingConfig base = TrainingConfig.ofTexts(tree.texts("settings"));
        return new Plan(data, base, swept, tree.whole("seeds"), design, tree.whole("points"));
    }

    private static Setting<?> setting(String name) {
        return Setting.ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static String word(Design design) {
        return design.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether another process, or another window of this one, is training the sweep in a folder. */
    static boolean busy(Path folder) {
        try (FileChannel channel =
                FileChannel.open(folder.resolve(NAME), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return !locked(channel);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "nobody can tell whether it is in use", e);
            return false;
        }
    }

    private static void lock(FileChannel channel, Path folder) throws Problem {
        try {
            for (int attempt = 1; !locked(channel); attempt++) {
                if (attempt == ATTEMPTS) {
                    throw Problem.of("sweep.busy", folder.toString());
                }
                // Somebody may just be looking whether it is busy.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException e) {
            LOG.log(Level.INFO, "a folder without locks: nobody can tell whether it is in use", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            // A byte far behind the end, so that where locks are binding the file can still be read.
            return channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private static byte[] read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(LARGEST, channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // on to the end
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** With everything that the trials follow from, and nothing else. */
    static String text(Plan plan, List<Trial> trials) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("format", FORMAT);
            json.writeObjectPropertyStart("data");
            json.writeStringProperty("data", plan.data().origin());
            plan.data().words().forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeObjectPropertyStart("settings");
            plan.fixed().forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeObjectPropertyStart("swept");
            plan.swept().forEach(each -> json.writeStringProperty(each.setting().name(), each.text()));
            json.writeEndObject();
            json.writeNumberProperty("seeds", plan.seeds());
            json.writeStringProperty("design", word(plan.design()));
            json.writeNumberProperty("points", plan.points());
            json.writeArrayPropertyStart("trials");
            trials.forEach(trial -> json.writeString(trial.name()));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text + "\n";
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.INFO, "a plan cannot be closed", e);
        }
    }
}

package latentlab.sweep;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import latentlab.files.WholeFile;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.text.TextFile;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Which sweeps a queue has, and what was wanted of them; what has come of them is in the files of their trials. */
record QueueFile(Path path) {
    static final String NAME = "sweeps.json";

    private static final int FORMAT = 1;
    /** A queue has no more bytes. */
    private static final int LARGEST = 16 << 20;

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /**
     * A sweep of the queue, its trials by their numbers.
     *
     * @param folder its name in the library's
     * @param accuracy whether that of ten nearest neighbours is wanted of each trial
     * @param waiting in the order of their turns
     * @param cancelled by the user
     * @param diverged which their files do not tell from those that were cut off
     * @param finished whose files somebody may have removed since
     */
    record Item(
            String folder,
            int workers,
            boolean accuracy,
            boolean paused,
            List<Integer> waiting,
            List<Integer> cancelled,
            List<Integer> diverged,
            List<Integer> finished) {}

    void write(List<Item> items) throws Problem {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("format", FORMAT);
            json.writeArrayPropertyStart("sweeps");
            for (Item each : items) {
                json.writeStartObject();
                json.writeStringProperty("folder", each.folder);
                json.writeNumberProperty("workers", each.workers);
                json.writeBooleanProperty("accuracy", each.accuracy);
                json.writeBooleanProperty("paused", each.paused);
                write(json, "waiting", each.waiting);
                write(json, "cancelled", each.cancelled);
                write(json, "diverged", each.diverged);
                write(json, "finished", each.finished);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        byte[] content = (text + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            Files.createDirectories(path.getParent());
            WholeFile.write(path, out -> out.write(content));
        } catch (IOException e) {
            throw new Problem(Sentence.of("sweep.queue.unwritten", path.toString()), e);
        }
    }

    private static void write(JsonGenerator json, String name, List<Integer> numbers) {
        json.writeArrayPropertyStart(name);
        numbers.forEach(json::writeNumber);
        json.writeEndArray();
    }

    /**
     * @return none where there is no file
     * @throws Problem if it cannot be read, or is none that this program writes
     */
    List<Item> read() throws Problem {
        if (!Files.exists(path)) {
            return List.of();
        }
        try {
            JsonTree tree = JsonTree.of(TextFile.read(path, LARGEST));
            if (tree.whole("format") > FORMAT) {
                throw Problem.of("sweep.queue.newer", path.toString());
            }
            return tree.list("sweeps", JsonTree.class).stream()
                    .map(QueueFile::item)
                    .toList();
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            throw new Problem(Sentence.of("sweep.queue.damaged", path.toString()), e);
        }
    }

    private static Item item(JsonTree tree) {
        String folder = tree.get("folder", String.class);
        int workers = tree.whole("workers");
        if (folder.isEmpty() || !folder.equals(Path.of(folder).getFileName().toString()) || workers < 1) {
            throw new IllegalArgumentException(folder);
        }
        return new Item(
                folder,
                workers,
                tree.flag("accuracy"),
                tree.get("paused", Boolean.class),
                numbers(tree, "waiting"),
                numbers(tree, "cancelled"),
                numbers(tree, "diverged"),
                // Older queues went by the files alone.
                tree.has("finished") ? numbers(tree, "finished") : List.of());
    }

    private static List<Integer> numbers(JsonTree tree, String name) {
        return tree.list(name, Long.class).stream().map(Math::toIntExact).toList();
    }
}

package latentlab.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import latentlab.data.ImageSet;
import latentlab.engine.settings.RunSettings;
import latentlab.engine.settings.TrainingConfig;
import latentlab.files.ScratchFolder;
import latentlab.text.Excerpt;
import latentlab.text.PlainNumber;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * PyTorch's eager loop over the same images from the same parameters, in a Python process that trains an epoch on
 * request and waits otherwise, so that both programs can take turns.
 */
final class PyTorchLoop implements AutoCloseable {
    /**
     * One epoch of PyTorch.
     *
     * @param seconds the epoch took
     * @param loss mean over its images
     */
    record Epoch(double seconds, double loss) {}

    /** Enough to load PyTorch from a slow disk, and for an epoch of the largest model on one slow core. */
    static final Duration LIMIT = Duration.ofMinutes(10);

    private static final String SCRIPT = "eager_loop.py";
    private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]+[0-9A-Za-z.+-]{0,40}");

    private final String python;
    private final Duration limit;
    private final ScratchFolder scratch;
    private final Dialogue dialogue;
    private final String version;

    /**
     * @param python command, e.g. python3
     * @param from index of the first image to train on
     * @param initial parameters, see {@link latentlab.engine.model.Autoencoder#arrays()}
     * @param limit for starting, and then for each epoch
     * @param waiting called during the start; an exception from it ends the start
     * @throws Problem if the command does not exist, or has no PyTorch
     */
    PyTorchLoop(
            String python,
            ImageSet images,
            int from,
            TrainingConfig config,
            float[] initial,
            Duration limit,
            Runnable waiting)
            throws Problem, InterruptedException {
        this.python = python;
        this.limit = limit;
        try {
            scratch = ScratchFolder.create("bench");
        } catch (IOException e) {
            throw noRoom(e);
        }
        try {
            write(scratch.path(), images, from, config, initial);
        } catch (IOException e) {
            scratch.close();
            throw noRoom(e);
        }
        try {
            Path folder = scratch.path();
            String script = folder.resolve(SCRIPT).toString();
            dialogue = new Dialogue(List.of(python, "-u", script, folder.toString(), Integer.toString(images.size())));
        } catch (IOException e) {
            scratch.close();
            throw new Problem(Sentence.of("measure.pytorch.missing", python), e);
        }
        boolean started = false;
        try {
            version = greeting(waiting);
            started = true;
        } finally {
            if (!started) {
                close();
            }
        }
    }

    private static Problem noRoom(IOException e) {
        return new Problem(Sentence.of("measure.pytorch.folder", System.getProperty("java.io.tmpdir")), e);
    }

    /** @return PyTorch's version */
    private String greeting(Runnable waiting) throws Problem, InterruptedException {
        String answer = answer(waiting);
        if (answer == null) {
            throw Problem.of("measure.pytorch.missing", python);
        }
        if (!VERSION.matcher(answer).matches()) {
            throw garbled(answer);
        }
        return answer;
    }

    private String answer(Runnable waiting) throws Problem, InterruptedException {
        try {
            return dialogue.answer(limit, waiting);
        } catch (TimeoutException e) {
            throw new Problem(Sentence.of("measure.pytorch.silent", python, limit.toMinutes()), e);
        }
    }

    private Problem garbled(String answer) {
        return Problem.of("measure.pytorch.garbled", python, Excerpt.of(answer));
    }

    private static void write(Path folder, ImageSet images, int from, TrainingConfig config, float[] initial)
            throws IOException {
        try (InputStream in = PyTorchLoop.class.getResourceAsStream(SCRIPT)) {
            Files.copy(in, folder.resolve(SCRIPT));
        }
        Files.writeString(folder.resolve("settings.json"), new RunSettings(null, config).text());
        try (OutputStream out = Files.newOutputStream(folder.resolve("images"))) {
            out.write(images.pixels(), from * images.size(), (images.count() - from) * images.size());
        }
        ByteBuffer numbers = ByteBuffer.allocate(initial.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        numbers.asFloatBuffer().put(initial);
        Files.write(folder.resolve("parameters"), numbers.array());
    }

    String version() {
        return version;
    }

    /**
     * Trains one more epoch.
     *
     * @param waiting called meanwhile; an exception from it ends the wait, and makes this object unusable
     * @throws Problem if the process has died, hangs, or answers anything but two numbers
     */
    Epoch train(int threads, Runnable waiting) throws Problem, InterruptedException {
        String answer;
        try {
            dialogue.ask(Integer.toString(threads));
            answer = answer(waiting);
        } catch (IOException e) {
            throw new Problem(Sentence.of("measure.pytorch.died"), e);
        }
        if (answer == null) {
            throw Problem.of("measure.pytorch.died");
        }
        return epoch(answer);
    }

    private Epoch epoch(String answer) throws Problem {
        String[] numbers = answer.split(" ");
        try {
            if (numbers.length == 2) {
                double seconds = PlainNumber.real(numbers[0]);
                double loss = numbers[1].equals("nan") ? Double.NaN : PlainNumber.real(numbers[1]);
                if (seconds > 0 && Double.isFinite(seconds)) {
                    return new Epoch(seconds, loss);
                }
            }
        } catch (NumberFormatException _) {
            // Reported below, like any other wrong answer.
        }
        throw garbled(answer);
    }

    @Override
    public void close() {
        dialogue.close();
        scratch.close();
    }
}

package latentlab.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import latentlab.data.ImageSet;
import latentlab.engine.RunSettings;
import latentlab.engine.TrainingConfig;
import latentlab.files.ScratchFolder;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * PyTorch's eager loop over the same images from the same parameters, in a Python process that trains an epoch whenever it is
 * asked to and otherwise waits, so that both can take turns.
 */
final class PyTorchLoop implements AutoCloseable {
    /**
     * @param seconds the epoch took
     * @param loss mean over its images
     */
    record Epoch(double seconds, double loss) {}

    private static final String SCRIPT = "eager_loop.py";

    private final ScratchFolder scratch;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;
    private final String version;

    /**
     * @param python command, such as python3
     * @param from index of the first image to train on
     * @param initial parameters, see {@link latentlab.engine.Autoencoder#arrays()}
     * @throws Problem if there is no such command or it has no PyTorch
     */
    PyTorchLoop(String python, ImageSet images, int from, TrainingConfig config, float[] initial) throws Problem {
        try {
            scratch = ScratchFolder.create("bench");
        } catch (IOException e) {
            throw new Problem(Sentence.of("bench.pytorch.folder", System.getProperty("java.io.tmpdir")), e);
        }
        try {
            Path folder = scratch.path();
            write(folder, images, from, config, initial);
            String script = folder.resolve(SCRIPT).toString();
            process = new ProcessBuilder(python, "-u", script, folder.toString(), Integer.toString(images.size()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            answers = process.inputReader();
            questions = process.outputWriter();
            version = answers.readLine();
        } catch (IOException e) {
            scratch.close();
            throw new Problem(Sentence.of("bench.pytorch.missing", python), e);
        }
        if (version == null) {
            close();
            throw Problem.of("bench.pytorch.missing", python);
        }
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
     * @throws Problem if the process has died
     */
    Epoch train(int threads) throws Problem {
        try {
            questions.write(threads + "\n");
            questions.flush();
            String answer = answers.readLine();
            if (answer != null) {
                String[] numbers = answer.split(" ");
                return new Epoch(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
            }
        } catch (IOException e) {
            throw new Problem(Sentence.of("bench.pytorch.died"), e);
        }
        throw Problem.of("bench.pytorch.died");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        scratch.close();
    }
}

package latentlab.export.animation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export;
import latentlab.export.Origin;
import latentlab.export.OutputFile;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;

/** The animation as a video, made by the ffmpeg of this machine: it is given the frames through a pipe. */
public final class AnimationMp4 {
    private AnimationMp4() {}

    /**
     * Writes a frame for each of the chosen epochs that is kept.
     *
     * @param subject nothing more is trained of its run meanwhile, or it is held
     * @param messages language of the captions; English where the fonts of this machine lack its letters
     * @throws Problem when there is no ffmpeg, or it fails, the file cannot be written, or none of the epochs is kept
     * @throws CancellationException when cancelled through progress; nothing is left behind
     */
    public static void write(Path file, Export.Subject subject, Messages messages, Progress progress) throws Problem {
        write(file, subject, messages, progress, "ffmpeg");
    }

    /** @param program that is run as ffmpeg */
    static void write(Path file, Export.Subject subject, Messages messages, Progress progress, String program)
            throws Problem {
        List<EpochResult> epochs = subject.epochs();
        int millis = Frames.millis(subject);
        Ffmpeg ffmpeg = Ffmpeg.find(program);
        OutputFile.check(file);
        Look look = Look.of(subject);
        try {
            Path video = Files.createTempFile("latent-lab", ".mp4");
            Path said = Files.createTempFile("latent-lab", ".txt");
            try (Frames frames = Frames.of(subject, epochs, look, messages, progress)) {
                String origin = Origin.json(subject.run(), subject.images(), -1);
                Process process = ffmpeg.encode(video, said, frames.width(), frames.height(), millis, origin);
                encode(ffmpeg, process, said, frames);
                OutputFile.write(file, out -> Files.copy(video, out));
            } finally {
                Files.deleteIfExists(video);
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            throw new Problem(ffmpeg.failed(e), e);
        }
    }

    private static void encode(Ffmpeg ffmpeg, Process process, Path said, Frames frames) throws IOException {
        try {
            byte[] row = new byte[3 * frames.width()];
            OutputStream out = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
            try {
                frames.play(pixels -> write(pixels, row, out));
                out.close();
            } catch (IOException broken) {
                // It takes no more: what it says itself tells why.
                ffmpeg.finish(process, said);
                throw broken;
            }
            ffmpeg.finish(process, said);
        } finally {
            // Asked to end it would write its file once more; and a file that is open cannot be deleted everywhere.
            process.destroyForcibly().onExit().join();
        }
    }

    private static void write(int[] pixels, byte[] row, OutputStream out) throws IOException {
        int width = row.length / 3;
        for (int from = 0; from < pixels.length; from += width) {
            for (int x = 0; x < width; x++) {
                row[3 * x] = (byte) (pixels[from + x] >> 16);
                row[3 * x + 1] = (byte) (pixels[from + x] >> 8);
                row[3 * x + 2] = (byte) pixels[from + x];
            }
            out.write(row);
        }
    }
}

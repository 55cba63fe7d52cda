package latentlab.export.animation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export;
import latentlab.export.Origin;
import latentlab.export.OutputFile;
import latentlab.export.png.PngChunks;
import latentlab.export.png.PngRows;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * The animation as a PNG with a frame for each epoch, looping for ever: every colour is as it is, and where there is
 * none, a pixel is one byte. Programs that know only plain PNG show the first frame. "PNG Specification, Third
 * Edition", W3C 2025, 11.3.6.
 */
public final class AnimationPng {
    /** The next frame is drawn over this one, and takes the place of what it covers. */
    private static final byte STAYS = 0;

    private static final byte REPLACES = 0;
    private static final int FOREVER = 0;

    private final PngChunks chunks;
    private final int width;
    private final int height;
    private final int bytes;
    private final int millis;
    private final byte[] line;
    private final int[] shown;
    private int number;

    private AnimationPng(PngChunks chunks, Frames frames, int millis) {
        this.chunks = chunks;
        this.millis = millis;
        width = frames.width();
        height = frames.height();
        bytes = frames.grey() ? 1 : 3;
        line = new byte[width * bytes];
        shown = new int[width * height];
    }

    /**
     * Writes a frame for each of the chosen epochs that is kept.
     *
     * @param subject nothing more is trained of its run meanwhile, or it is held
     * @param messages language of the captions; English where the fonts of this machine lack its letters
     * @throws Problem when the file cannot be written, or none of the epochs is kept
     * @throws CancellationException when cancelled through progress; nothing is left behind
     */
    public static void write(Path file, Export.Subject subject, Messages messages, Progress progress) throws Problem {
        List<EpochResult> epochs = subject.epochs();
        int millis = Frames.millis(subject);
        Look look = Look.of(subject);
        OutputFile.write(file, out -> {
            try (Frames frames = Frames.of(subject, epochs, look, messages, progress)) {
                PngChunks chunks = new PngChunks(out, frames.width(), frames.height(), frames.grey());
                chunks.text("Comment", Origin.json(subject.run(), subject.images(), -1));
                chunks.write(
                        "acTL",
                        ByteBuffer.allocate(8)
                                .putInt(frames.count())
                                .putInt(FOREVER)
                                .array());
                frames.play(new AnimationPng(chunks, frames, millis)::add);
                chunks.finish();
            }
        });
    }

    private void add(int[] pixels) throws IOException {
        boolean first = number == 0;
        ChangedPart part = first
                ? new ChangedPart(0, 0, width, height)
                : ChangedPart.of(width, height, y -> firstChange(pixels, y), y -> lastChange(pixels, y));
        write(pixels, part.left(), part.top(), part.columns(), part.rows(), first);
        System.arraycopy(pixels, 0, shown, 0, shown.length);
    }

    private int firstChange(int[] pixels, int y) {
        int row = y * width;
        return Arrays.mismatch(pixels, row, row + width, shown, row, row + width);
    }

    private int lastChange(int[] pixels, int y) {
        int last = width - 1;
        while (pixels[y * width + last] == shown[y * width + last]) {
            last--;
        }
        return last;
    }

    private void write(int[] pixels, int left, int top, int columns, int rows, boolean first) throws IOException {
        chunks.write(
                "fcTL",
                ByteBuffer.allocate(26)
                        .putInt(number++)
                        .putInt(columns)
                        .putInt(rows)
                        .putInt(left)
                        .putInt(top)
                        .putShort((short) (millis <= 0xFFFF ? millis : Math.round(millis / 10f)))
                        .putShort((short) (millis <= 0xFFFF ? 1000 : 100))
                        .put(STAYS)
                        .put(REPLACES)
                        .array());
        PngRows packed = new PngRows(columns, bytes);
        for (int y = top; y < top + rows; y++) {
            for (int x = 0; x < columns; x++) {
                int rgb = pixels[y * width + left + x];
                for (int channel = 0; channel < bytes; channel++) {
                    line[x * bytes + channel] = (byte) (rgb >> 8 * (bytes - 1 - channel));
                }
            }
            packed.add(line, 0);
        }
        byte[] content = packed.finish();
        if (first) {
            chunks.write("IDAT", content);
        } else {
            chunks.write(
                    "fdAT",
                    ByteBuffer.allocate(Integer.BYTES + content.length)
                            .putInt(number++)
                            .put(content)
                            .array());
        }
    }
}

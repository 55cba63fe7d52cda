package latentlab.export.table;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import latentlab.engine.model.Reconstructions;
import latentlab.export.OutputFile;
import latentlab.run.Run;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Test images and what the model makes of them, for other programs: comma-separated, a header, one line an image, each
 * number as many digits as it takes to read back the very same float or double. The fields of label and class are empty
 * where there is none. UTF-8.
 */
public final class SelectionCsv {
    /** Images worked out at a time: the file grows, memory does not. */
    private static final int CHUNK = 500;

    private SelectionCsv() {}

    /**
     * @param epoch whose model encodes and reconstructs them
     * @param images indices of test images, in the order of their lines
     * @throws Problem when the file cannot be written
     * @throws CancellationException when cancelled through progress; nothing is left behind
     */
    public static void write(Path file, Run run, int epoch, int[] images, Progress progress) throws Problem {
        OutputFile.write(file, out -> {
            out.write(header(run.model().latent()).getBytes(StandardCharsets.US_ASCII));
            for (int from = 0; from < images.length; from += CHUNK) {
                progress.report(
                        (double) from / images.length, Sentence.of("export.selection.progress", from, images.length));
                int[] some = Arrays.copyOfRange(images, from, Math.min(images.length, from + CHUNK));
                out.write(lines(run, epoch, some).getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static String header(int latent) {
        StringBuilder header = new StringBuilder("index,label,class,error");
        for (int unit = 0; unit < latent; unit++) {
            header.append(",code_").append(unit);
        }
        return header.append('\n').toString();
    }

    private static String lines(Run run, int epoch, int... images) {
        Reconstructions reconstructions = run.reconstruct(epoch, images);
        float[] codes = run.latent(epoch, images);
        int latent = run.model().latent();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < images.length; i++) {
            int label = run.dataset().test().label(images[i]);
            lines.append(images[i]).append(',');
            if (label >= 0) {
                lines.append(label)
                        .append(',')
                        .append(CsvText.field(run.dataset().className(label)));
            } else {
                lines.append(',');
            }
            lines.append(',').append(reconstructions.errors()[i]);
            for (int unit = 0; unit < latent; unit++) {
                lines.append(',').append(codes[i * latent + unit]);
            }
            lines.append('\n');
        }
        return lines.toString();
    }
}

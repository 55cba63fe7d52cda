package latentlab.export.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.engine.model.Reconstructions;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export;
import latentlab.export.png.PngChunks;
import latentlab.export.png.PngRows;
import latentlab.run.Run;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** The images of the grid, and below them what the model makes of them at the chosen epochs, a row each. */
final class ImageRows {
    private final Page page;
    private final Words words;
    private final Run run;
    private final ChosenEpochs chosen;
    private final Dataset dataset;
    private final int[] samples;

    ImageRows(Page page, Words words, Export.Subject subject, ChosenEpochs chosen) {
        this.page = page;
        this.words = words;
        run = subject.run();
        this.chosen = chosen;
        dataset = run.dataset();
        samples = subject.images().inOrder();
    }

    void write(Progress progress) {
        ImageSet test = dataset.test();
        page.open("section").element("h2", words.text("images"));
        page.element("p", words.text("imagesHelp"), "class", "muted");
        row(words.text("originals"), test.pixelsOf(samples), null, null);
        for (EpochResult result : chosen.shown()) {
            progress.report(
                    (double) result.epoch() / Math.max(1, chosen.last().epoch()),
                    Sentence.of("export.report.progress"));
            Reconstructions made = run.reconstruct(result.epoch(), samples);
            if (made.noisy() != null && result == chosen.shown().getFirst()) {
                row(words.text("noisy"), made.noisy(), null, null);
            }
            row(caption(result), made.pixels(), made.errors(), result);
        }
        page.close();
    }

    private String caption(EpochResult result) {
        String caption = words.text("epochLoss", result.epoch(), result.validLoss());
        String name = result.epoch() == 0 ? "untrained" : result.equals(chosen.best()) ? "best" : null;
        return name == null ? caption : words.text("named", caption, words.text(name));
    }

    /** @param errors of each image; null for none; @param result of the epoch they are made at; null for none */
    private void row(String caption, byte[] images, double[] errors, EpochResult result) {
        page.open("figure", "class", "row").element("figcaption", caption).open("ul");
        int size = dataset.shape().size();
        for (int i = 0; i < samples.length; i++) {
            String name = name(samples[i]);
            String told = result == null
                    ? words.text("original", caption, name)
                    : words.text("made", name, result.epoch(), errors[i]);
            page.open("li");
            page.empty("img", "src", address(Arrays.copyOfRange(images, i * size, (i + 1) * size)), "alt", told);
            page.element("span", errors == null ? name : words.loss(errors[i])).close();
        }
        page.close().close();
    }

    private String name(int sample) {
        int label = dataset.test().label(sample);
        return label < 0 ? words.text("index", sample) : dataset.className(label);
    }

    private String address(byte[] image) {
        ImageShape shape = dataset.shape();
        int bytes = shape.grey() ? 1 : 3;
        PngRows rows = new PngRows(shape.width(), bytes);
        byte[] line = new byte[shape.width() * bytes];
        for (int y = 0; y < shape.height(); y++) {
            int at = 0;
            for (int x = 0; x < shape.width(); x++) {
                int rgb = shape.rgb(image, 0, y * shape.width() + x);
                for (int channel = bytes - 1; channel >= 0; channel--) {
                    line[at++] = (byte) (rgb >> 8 * channel);
                }
            }
            rows.add(line, 0);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            PngChunks chunks = new PngChunks(png, shape.width(), shape.height(), bytes == 1);
            chunks.write("IDAT", rows.finish());
            chunks.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}

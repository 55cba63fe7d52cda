package latentlab.export.picture;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.engine.model.Reconstructions;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export.Subject;
import latentlab.figure.ImageGridFigure;
import latentlab.figure.ImageGridFigure.Row;
import latentlab.figure.ImageStrip;
import latentlab.run.Run;
import latentlab.text.Messages;
import latentlab.text.Problem;

/** The grid: originals over their reconstructions after an epoch, with the error of each. */
final class GridSheet {
    private static final double GAP = 8;

    private GridSheet() {}

    static Sheet of(Subject subject, Messages words, double width) throws Problem {
        EpochResult result = subject.epochs().getLast();
        Run run = subject.run();
        int[] samples = subject.images().inOrder();
        ImageSet test = run.dataset().test();
        Reconstructions made = run.reconstruct(result.epoch(), samples);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(words.text("export.picture.originals"), new ImageStrip(test.pixelsOf(samples), test.shape())));
        if (made.noisy() != null) {
            rows.add(new Row(words.text("export.picture.noisy"), new ImageStrip(made.noisy(), test.shape())));
        }
        rows.add(new Row(words.text("export.picture.reconstructions"), new ImageStrip(made.pixels(), test.shape())));
        double inside = width - 2 * Layout.MARGIN;
        // Made for two rows; a third is as high as each of them.
        double two = ImageGridFigure.heightFor(inside, Dataset.SAMPLES);
        double height = two + (rows.size() - 2) * (two + GAP) / 2;
        ImageGridFigure figure = new ImageGridFigure(
                inside,
                height,
                Dataset.SAMPLES,
                rows,
                made.errors(),
                error -> words.text("export.picture.error", error));
        String title = words.text("export.picture.grid", result.epoch(), result.validLoss());
        return new Sheet(
                title,
                result.epoch(),
                width,
                Math.ceil(figure.end() + Layout.HEAD + 2 * Layout.MARGIN),
                List.of(
                        Layout.title(title, width),
                        new Sheet.Part(Layout.MARGIN, Layout.MARGIN + Layout.HEAD, figure::draw)));
    }
}

package latentlab.export.picture;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.Dataset;
import latentlab.data.ImageShape;
import latentlab.engine.model.Reconstructions;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export.Subject;
import latentlab.export.ExportOption;
import latentlab.figure.ImageGridFigure;
import latentlab.figure.ImageGridFigure.Numbers;
import latentlab.figure.ImageGridFigure.Row;
import latentlab.figure.ImageGridFigure.Scale;
import latentlab.figure.WeightStrip;
import latentlab.figure.look.ImageLook;
import latentlab.figure.look.WipedImages;
import latentlab.run.Run;
import latentlab.text.Messages;
import latentlab.text.Problem;

/**
 * The grid: originals over their reconstructions after an epoch, with the error of each; or over those after two
 * epochs, with what changed between them.
 */
final class GridSheet {
    private static final double GAP = 8;

    private final Messages words;
    private final ImageLook look;
    private final ImageShape shape;
    private final List<Row> rows = new ArrayList<>();
    private final List<Numbers> numbers = new ArrayList<>();

    private GridSheet(Subject subject, Messages words) {
        this.words = words;
        look = new ImageLook(subject.get(ExportOption.SMOOTH) > 0, subject.get(ExportOption.COLOURS) > 0);
        shape = subject.run().dataset().test().shape();
    }

    static Sheet of(Subject subject, Messages words, double width) throws Problem {
        EpochResult result = subject.epochs().getLast();
        EpochResult against = against(subject);
        Run run = subject.run();
        int[] samples = subject.images().inOrder();
        byte[] originals = run.dataset().test().pixelsOf(samples);
        Reconstructions made = run.reconstruct(result.epoch(), samples);
        GridSheet sheet = new GridSheet(subject, words);
        sheet.rows.add(new Row(words.text("export.picture.originals"), sheet.look.of(originals, sheet.shape)));
        if (made.noisy() != null) {
            sheet.rows.add(new Row(words.text("export.picture.noisy"), sheet.look.of(made.noisy(), sheet.shape)));
        }
        String title;
        if (against == null) {
            sheet.add(made, subject.get(ExportOption.SIGNED) > 0 ? originals : null);
            title = words.text("export.picture.grid", result.epoch(), result.validLoss());
        } else {
            Reconstructions before = run.reconstruct(against.epoch(), samples);
            sheet.add(before, against.epoch(), made, result.epoch(), subject.get(ExportOption.WIPE) > 0);
            title = words.text(
                    "export.picture.compared",
                    against.epoch(),
                    against.validLoss(),
                    result.epoch(),
                    result.validLoss());
        }
        return sheet.laidOut(title, result.epoch(), width);
    }

    /** @return null for none */
    private static EpochResult against(Subject subject) throws Problem {
        int epoch = subject.get(ExportOption.AGAINST);
        if (epoch < 0) {
            return null;
        }
        if (epoch >= subject.history().size()) {
            throw Problem.of(
                    "export.epochs.against.none", epoch, subject.history().size() - 1);
        }
        if (!subject.run().epochs().keeps(epoch)) {
            throw Problem.of(
                    "export.epochs.against", epoch, subject.run().epochs().kept(epoch));
        }
        return subject.history().get(epoch);
    }

    /** @param originals for a row of what reconstructions have more or less than these; null for none */
    private void add(Reconstructions made, byte[] originals) {
        rows.add(new Row(words.text("export.picture.reconstructions"), look.of(made.pixels(), shape)));
        if (originals != null) {
            addSigned("export.picture.signed", originals, made.pixels());
        }
        numbers.add(new Numbers(made.errors(), error -> words.text("export.picture.error", error)));
    }

    private void add(Reconstructions a, int epochA, Reconstructions b, int epochB, boolean wipe) {
        if (wipe) {
            WipedImages both = new WipedImages(look.of(a.pixels(), shape), look.of(b.pixels(), shape), 0.5);
            rows.add(new Row(words.text("export.picture.wiped", epochA, epochB), both));
        } else {
            rows.add(new Row(words.text("export.picture.a", epochA), look.of(a.pixels(), shape)));
            rows.add(new Row(words.text("export.picture.b", epochB), look.of(b.pixels(), shape)));
        }
        addSigned("export.picture.difference", a.pixels(), b.pixels());
        numbers.add(new Numbers(a.errors(), error -> words.text("export.picture.error", error)));
        numbers.add(new Numbers(b.errors(), error -> words.text("export.picture.error.after", error)));
    }

    private void addSigned(String name, byte[] from, byte[] to) {
        WeightStrip signed = look.difference(from, to, shape);
        rows.add(new Row(words.text(name), signed, new Scale(ImageLook.ramp(shape), "−1", "+1")));
    }

    private Sheet laidOut(String title, int epoch, double width) {
        double inside = width - 2 * Layout.MARGIN;
        // On paper there is room for all rows in the size of two.
        double two = ImageGridFigure.heightFor(inside, Dataset.SAMPLES, 2, numbers.size());
        double side = new ImageGridFigure(inside, two, Dataset.SAMPLES, rows.subList(0, 2), numbers).side();
        double height = two + (rows.size() - 2) * (side + GAP);
        ImageGridFigure figure = new ImageGridFigure(inside, height, Dataset.SAMPLES, rows, numbers);
        return new Sheet(
                title,
                epoch,
                width,
                Math.ceil(figure.end() + Layout.HEAD + 2 * Layout.MARGIN),
                List.of(
                        Layout.title(title, width),
                        new Sheet.Part(Layout.MARGIN, Layout.MARGIN + Layout.HEAD, figure::draw)));
    }
}

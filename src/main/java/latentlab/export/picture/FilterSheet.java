package latentlab.export.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.engine.model.Filters;
import latentlab.engine.model.UnitActivity;
import latentlab.export.Export.Subject;
import latentlab.figure.FilterFigure;
import latentlab.figure.FilterFigure.Bank;
import latentlab.figure.FilterFigure.Mark;
import latentlab.figure.TileLayout;
import latentlab.figure.WeightLegendFigure;
import latentlab.figure.WeightStrip;
import latentlab.run.Run;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** The weights of an epoch as images. */
final class FilterSheet {
    /** Height that images are made as large as to fill, of the width. */
    private static final double UPRIGHT = 0.6;

    private FilterSheet() {}

    static Sheet of(Subject subject, Messages words, double width, Progress progress) throws Problem {
        int epoch = subject.epochs().getLast().epoch();
        Run run = subject.run();
        Filters filters = run.filters(epoch);
        float greatest = run.greatestWeight(() -> {
            progress.report(-1, Sentence.of("export.picture.progress"));
            return true;
        });
        List<Bank> banks = new ArrayList<>();
        for (Filters.Bank bank : filters.banks()) {
            banks.add(new Bank(
                    words.text(name(filters, bank)),
                    words.text(
                            "export.picture.sizes",
                            bank.layer().inputs(),
                            bank.layer().outputs()),
                    new WeightStrip(bank.weights(), greatest, filters.shape(), WeightStrip.TOGETHER),
                    IntStream.range(0, bank.units()).toArray(),
                    unit -> mark(bank.activity().get(unit))));
        }
        double inside = width - 2 * Layout.MARGIN;
        TileLayout layout = TileLayout.of(
                filters.banks().getFirst().units(), banks.size(), !filters.sameUnits(), inside, UPRIGHT * inside);
        FilterFigure figure = new FilterFigure(layout, banks, unit -> words.text("export.picture.number", unit + 1));
        String title = words.text("export.picture.filters", epoch);
        List<Sheet.Part> parts = new ArrayList<>();
        parts.add(Layout.title(title, width - WeightLegendFigure.WIDTH));
        if (filters.shape().grey()) {
            WeightLegendFigure legend =
                    new WeightLegendFigure(greatest, weight -> words.text("export.picture.weight", weight));
            parts.add(
                    new Sheet.Part(width - Layout.MARGIN - WeightLegendFigure.WIDTH, Layout.MARGIN - 2, legend::draw));
        }
        parts.add(new Sheet.Part(
                Layout.MARGIN, Layout.MARGIN + Layout.HEAD, pen -> figure.draw(pen, 0, layout.height(), null)));
        double height = Math.ceil(layout.height() + Layout.HEAD + 2 * Layout.MARGIN);
        return new Sheet(title, epoch, width, height, parts);
    }

    private static String name(Filters filters, Filters.Bank bank) {
        boolean stack = bank.layer().name().contains(".");
        boolean encoder = bank == filters.banks().getFirst();
        if (bank.shared()) {
            return stack ? "export.picture.outerTied" : "export.picture.tied";
        }
        if (stack) {
            return encoder ? "export.picture.firstLayer" : "export.picture.lastLayer";
        }
        return encoder ? "export.picture.encoder" : "export.picture.decoder";
    }

    private static Mark mark(UnitActivity activity) {
        return switch (activity.state()) {
            case ACTIVE -> Mark.NONE;
            case DEAD -> Mark.DEAD;
            case SATURATED -> Mark.SATURATED;
        };
    }
}

package latentlab.export.picture;

import java.util.List;
import latentlab.engine.settings.Setting;
import latentlab.export.Export.Subject;
import latentlab.export.ExportOption;
import latentlab.export.Java2dPen;
import latentlab.export.Lettering;
import latentlab.export.LossPlot;
import latentlab.export.Origin;
import latentlab.figure.Ink;
import latentlab.figure.LossFigure;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;
import latentlab.run.BranchedFrom;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Lays out what a picture shows. Text keeps its size: a wider picture has more room, not larger letters. Where a view
 * would have too little room for its text, or more than it can use, it is laid out for the nearest width that suits it,
 * and {@link #scale} makes that the width that is asked for.
 *
 * @param sheet as it is laid out
 * @param scale of the sheet in the file
 * @param lettering what its text is written with
 */
record Layout(Sheet sheet, double scale, Lettering lettering) {
    static final double MARGIN = 12;
    /** Height of a title with what is below it. */
    static final double HEAD = 30;

    static final TextStyle TITLE = new TextStyle(13, true, Ink.of(Role.TEXT), Align.LEFT, Level.MIDDLE, false);

    /**
     * @param lettering of the language that its sentences are in
     * @throws Problem if there is nothing to show, or nothing to write its words with
     */
    static Layout of(Subject subject, Lettering lettering, Progress progress) throws Problem {
        if (lettering.font() == null) {
            throw Problem.of("export.picture.noFont");
        }
        View view = View.values()[subject.get(ExportOption.VIEW)];
        double asked = subject.get(ExportOption.WIDTH);
        double width = Math.clamp(asked, least(view), most(view));
        Pen ruler = new Java2dPen(null, lettering);
        progress.report(0, Sentence.of("export.picture.progress"));
        Messages words = lettering.messages();
        Sheet sheet =
                switch (view) {
                    case LOSS -> losses(subject, words, width, Math.clamp(0.56 * width, 240, 640), false);
                    case PANELS -> losses(subject, words, width, Math.clamp(0.3 * width, 380, 480), true);
                    case GRID -> GridSheet.of(subject, words, width);
                    case MAP -> MapSheet.of(subject, words, width, progress);
                    case MAPS -> MapSheet.three(subject, words, width, progress);
                    case FILTERS -> FilterSheet.of(subject, words, width, progress);
                    case STACK -> StackSheet.of(subject, words, width, ruler);
                };
        return new Layout(sheet, asked / width, lettering);
    }

    /** Where the picture comes from, as JSON: of the grid, with its images. */
    String origin(Subject subject) {
        return subject.get(ExportOption.VIEW) == View.GRID.ordinal()
                ? Origin.json(subject.run(), subject.images(), sheet.epoch())
                : Origin.json(subject.run(), sheet.epoch());
    }

    private static double least(View view) {
        return switch (view) {
            case LOSS, STACK -> 360;
            case MAP, FILTERS -> 480;
            case GRID -> 640;
            case MAPS -> 900;
            // Narrower, the names of the curves would meet the panel's title.
            case PANELS -> 1280;
        };
    }

    private static double most(View view) {
        return switch (view) {
            case STACK -> 800;
            case GRID, LOSS, MAP -> 1400;
            case PANELS, MAPS, FILTERS -> 2000;
        };
    }

    private static Sheet losses(Subject subject, Messages words, double width, double height, boolean apart) {
        BranchedFrom from = subject.run().start().from();
        LossFigure figure = LossPlot.figure(
                        subject.run().config().get(Setting.LOSS),
                        subject.history(),
                        subject.rateChanges(),
                        words,
                        width,
                        height,
                        apart)
                .branchedAt(from == null ? 0 : from.epoch());
        return new Sheet(
                words.text("export.picture.loss"), -1, width, height, List.of(new Sheet.Part(0, 0, figure::draw)));
    }

    /** @return a title in the room above a figure */
    static Sheet.Part title(String title, double width) {
        return new Sheet.Part(
                MARGIN, MARGIN, pen -> pen.text(pen.cut(title, width - 2 * MARGIN, TITLE), 0, TITLE.size() / 2, TITLE));
    }
}

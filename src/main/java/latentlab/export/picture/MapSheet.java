package latentlab.export.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.export.Export.Subject;
import latentlab.figure.Area;
import latentlab.figure.Ink;
import latentlab.figure.Role;
import latentlab.figure.Stroke;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;
import latentlab.figure.map.AxisNames;
import latentlab.figure.map.ClassKey;
import latentlab.figure.map.PlaneFigure;
import latentlab.map.ClassNames;
import latentlab.map.MapChoice;
import latentlab.map.MapCollapse;
import latentlab.map.MapMethod;
import latentlab.map.MapPoints;
import latentlab.map.MapSource;
import latentlab.run.Run;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** Maps of the test images after an epoch, with a key to the colours of their classes. */
final class MapSheet {
    private static final double KEY = 120;
    private static final double GAP = 16;
    /** Height of a line of words. */
    private static final double LINE = 18;
    /** Height of a map, of its width. */
    private static final double UPRIGHT = 0.85;
    /** Latent units of the notebook's smaller space. */
    private static final int TWO = 2;

    private static final TextStyle CAPTION = TextStyle.of(12, Role.MUTED, Align.LEFT, Level.MIDDLE);
    private static final TextStyle INSTEAD = TextStyle.of(12, Role.MUTED, Align.CENTER, Level.MIDDLE);
    private static final Stroke BOX = Stroke.of(Ink.of(Role.GRID), 1);

    private final Run run;
    private final int epoch;
    private final Messages words;
    private final BooleanSupplier wanted;
    private final List<String> names;

    private MapSheet(Subject subject, Messages words, Progress progress) throws Problem {
        run = subject.run();
        epoch = subject.epochs().getLast().epoch();
        this.words = words;
        wanted = () -> {
            progress.report(-1, Sentence.of("export.picture.progress"));
            return true;
        };
        Dataset dataset = run.dataset();
        names = IntStream.range(0, dataset.test().classes())
                .mapToObj(dataset::className)
                .toList();
    }

    /** The latent space: its units where it has one or two, else its principal plane. */
    static Sheet of(Subject subject, Messages words, double width, Progress progress) throws Problem {
        return new MapSheet(subject, words, progress).latentSpace(width);
    }

    /**
     * The notebook's three maps as far as one run has them: of the latent spaces of two units and of more it has one,
     * and the other's place says so.
     */
    static Sheet three(Subject subject, Messages words, double width, Progress progress) throws Problem {
        return new MapSheet(subject, words, progress).threeMaps(width);
    }

    private Sheet latentSpace(double width) {
        double inside = width - 2 * Layout.MARGIN - key();
        double height = UPRIGHT * inside;
        String title = words.text("export.picture.map", epoch, run.model().latent());
        List<Sheet.Part> parts = new ArrayList<>();
        parts.add(Layout.title(title, width));
        double top = Layout.MARGIN + LINE;
        map(parts, latent(), Layout.MARGIN, top, inside, height);
        addKey(parts, width, top + LINE, height);
        return new Sheet(title, epoch, width, Math.ceil(top + LINE + height + Layout.MARGIN), parts);
    }

    private Sheet threeMaps(double width) {
        double each = (width - 2 * Layout.MARGIN - key() - 2 * GAP) / 3;
        int units = run.model().latent();
        boolean small = units <= TWO;
        List<Sheet.Part> parts = new ArrayList<>();
        String title = words.text("export.picture.maps", epoch);
        for (int place = 0; place < 3; place++) {
            double x = Layout.MARGIN + place * (each + GAP);
            boolean own = place == 0 || small == (place == 1);
            String name =
                    switch (place) {
                        case 0 -> words.text("export.picture.pixels");
                        case 1 -> words.text("export.picture.latent", small ? units : TWO);
                        default ->
                            small ? words.text("export.picture.more") : words.text("export.picture.latent", units);
                    };
            parts.add(new Sheet.Part(x, Layout.MARGIN, pen -> pen.text(name, 0, 6, each, Layout.TITLE)));
            double top = Layout.MARGIN + LINE;
            if (own) {
                map(parts, place == 0 ? pixels() : latent(), x, top, each, each);
            } else {
                instead(parts, words.text("export.picture.otherRun", units), x, top + LINE, each, each);
            }
        }
        addKey(parts, width, Layout.MARGIN + 2 * LINE, each);
        return new Sheet(title, epoch, width, Math.ceil(Layout.MARGIN + 2 * LINE + each + Layout.MARGIN), parts);
    }

    private double key() {
        return names.isEmpty() ? 0 : KEY + GAP;
    }

    private void addKey(List<Sheet.Part> parts, double width, double y, double height) {
        ClassKey key = new ClassKey(names, KEY, height, more -> words.text("export.gif.moreClasses", more));
        parts.add(new Sheet.Part(width - Layout.MARGIN - KEY, y, key::draw));
    }

    /** Null where the codes are no numbers. */
    private MapPoints latent() {
        for (float code : run.latent(epoch)) {
            if (!Float.isFinite(code)) {
                return null;
            }
        }
        return MapPoints.of(run, epoch, MapChoice.forDimension(run.model().latent()), wanted);
    }

    private MapPoints pixels() {
        return MapPoints.of(run, epoch, new MapChoice(MapSource.PIXELS, MapMethod.PRINCIPAL, 0, 0), wanted);
    }

    private void map(List<Sheet.Part> parts, MapPoints points, double x, double y, double width, double height) {
        if (points == null) {
            instead(parts, words.text("export.picture.noNumbers", epoch), x, y + LINE, width, height);
            return;
        }
        String caption = Double.isNaN(points.share())
                ? words.text("export.picture.axes." + points.kind().name().toLowerCase(Locale.ROOT))
                : words.text("export.picture.share", points.share());
        parts.add(new Sheet.Part(x, y, pen -> pen.text(caption, 0, LINE / 2, width, CAPTION)));
        PlaneFigure figure = new PlaneFigure(
                points,
                width,
                height,
                label -> ClassNames.brief(run.dataset().className(label)),
                value -> words.text("export.picture.tick", value),
                axisNames(words),
                remark(points, words));
        parts.add(new Sheet.Part(x, y + LINE, figure::draw));
    }

    /** @return why there is so little to see; empty where that is not so */
    static String remark(MapPoints points, Messages words) {
        MapCollapse collapse = MapCollapse.of(points);
        return collapse == null ? "" : words.text(collapse.reason());
    }

    static AxisNames axisNames(Messages words) {
        return new AxisNames(
                unit -> words.text("export.picture.axis.unit", unit + 1),
                component -> words.text("export.picture.axis.component", component + 1));
    }

    /** An empty place that says why. */
    private static void instead(List<Sheet.Part> parts, String why, double x, double y, double width, double height) {
        parts.add(new Sheet.Part(x, y, pen -> {
            pen.rectangle(new Area(0.5, 0.5, width - 1, height - 1), BOX);
            pen.text(why, width / 2, height / 2, width - 2 * GAP, INSTEAD);
        }));
    }
}

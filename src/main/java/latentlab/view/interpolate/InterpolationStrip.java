package latentlab.view.interpolate;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import latentlab.figure.Role;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.paint.FigureCanvas;
import latentlab.view.paint.InkStrip;

/** Paints the images decoded along the line above the mixed ones, with the two images themselves at the ends. */
final class InterpolationStrip extends Region {
    private static final double GAP = 8;
    private static final double CAPTION_WIDTH = 104;
    /** Gap between the ends and the steps. */
    private static final double APART = 20;

    private final FigureCanvas canvas = new FigureCanvas();
    private final Texts texts;
    private final ThemeColours colours;
    /** The first image and the last; null while there is nothing to show. */
    private InkStrip ends;

    private Interpolation shown;
    private InkStrip decoded;
    private InkStrip blended;

    InterpolationStrip(Texts texts, ThemeColours colours) {
        this.texts = texts;
        this.colours = colours;
        setId("interpolation");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
        setMinSize(420, 110);
        colours.versionProperty().subscribe(this::requestLayout);
        texts.messagesProperty().subscribe(_ -> {
            setAccessibleHelp(texts.get("view.interpolate.help"));
            describe();
            requestLayout();
        });
    }

    void show(Interpolation interpolation) {
        shown = interpolation;
        describe();
        ends = new InkStrip(interpolation.ends(), interpolation.shape());
        decoded = new InkStrip(interpolation.decoded(), interpolation.shape());
        blended = new InkStrip(interpolation.blended(), interpolation.shape());
        requestLayout();
    }

    private void describe() {
        setAccessibleText(
                shown == null
                        ? texts.get("view.interpolate.title")
                        : texts.get("view.interpolate.told", shown.from(), shown.to(), Interpolation.STEPS));
    }

    /** Paints during layout, so that any number of changes in a pulse are painted once. */
    @Override
    protected void layoutChildren() {
        canvas.fit(getWidth(), getHeight());
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        if (ends == null) {
            return;
        }
        int columns = Interpolation.STEPS + 2;
        double across = (getWidth() - CAPTION_WIDTH - 2 * APART - (columns - 3) * GAP) / columns;
        double cell = Math.max(8, Math.floor(Math.min(across, (getHeight() - GAP) / 2)));
        double used = CAPTION_WIDTH + columns * cell + (columns - 3) * GAP + 2 * APART;
        double start = Math.max(0, Math.floor((getWidth() - used) / 2));
        double left = start + cell + CAPTION_WIDTH + APART;
        graphics.setFill(colours.get(Role.MUTED));
        graphics.setFont(Font.font(12));
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.CENTER);
        double room = CAPTION_WIDTH;
        graphics.fillText(texts.get("view.interpolate.latent"), left - GAP, cell / 2, room);
        graphics.fillText(texts.get("view.interpolate.pixels"), left - GAP, cell + GAP + cell / 2, room);
        double middle = (cell + GAP) / 2;
        ends.paint(graphics, 0, start, middle, cell);
        double x = left;
        for (int step = 0; step < Interpolation.STEPS; step++) {
            decoded.paint(graphics, step, x, 0, cell);
            blended.paint(graphics, step, x, cell + GAP, cell);
            x += cell + GAP;
        }
        ends.paint(graphics, 1, x - GAP + APART, middle, cell);
    }
}

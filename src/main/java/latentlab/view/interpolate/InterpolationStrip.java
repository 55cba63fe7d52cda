package latentlab.view.interpolate;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import latentlab.view.GreyImages;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.ThemeColours.Role;

/** Paints the decodings between two images over the same images mixed, with the two themselves at the ends. */
final class InterpolationStrip extends Region {
    private static final double GAP = 8;
    private static final double CAPTION_WIDTH = 104;
    /** Between the ends and the way. */
    private static final double APART = 20;

    private final Canvas canvas = new Canvas();
    private final Texts texts;
    private final ThemeColours colours;
    private Interpolation shown;

    InterpolationStrip(Texts texts, ThemeColours colours) {
        this.texts = texts;
        this.colours = colours;
        setId("interpolation");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(texts.bind("view.interpolate.help"));
        getChildren().add(canvas);
        setMinSize(420, 110);
        colours.versionProperty().subscribe(this::requestLayout);
        texts.messagesProperty().subscribe(this::requestLayout);
    }

    void show(Interpolation interpolation) {
        shown = interpolation;
        requestLayout();
    }

    /** Coalesced by layout: however many changes come in a pulse, they are painted once. */
    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        if (shown == null) {
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
        graphics.setImageSmoothing(false);
        double middle = (cell + GAP) / 2;
        paint(graphics, shown.from(), 0, start, middle, cell);
        double x = left;
        for (int step = 0; step < Interpolation.STEPS; step++) {
            paint(graphics, shown.decoded(), step, x, 0, cell);
            paint(graphics, shown.blended(), step, x, cell + GAP, cell);
            x += cell + GAP;
        }
        paint(graphics, shown.to(), 0, x - GAP + APART, middle, cell);
    }

    private void paint(GraphicsContext graphics, byte[] strip, int index, double x, double y, double cell) {
        int size = shown.height() * shown.width();
        WritableImage image = GreyImages.of(strip, index * size, shown.height(), shown.width());
        graphics.setFill(Color.BLACK);
        graphics.fillRect(x, y, cell, cell);
        double scale = Math.min(cell / shown.width(), cell / shown.height());
        double width = shown.width() * scale;
        double height = shown.height() * scale;
        graphics.drawImage(image, x + (cell - width) / 2, y + (cell - height) / 2, width, height);
    }
}

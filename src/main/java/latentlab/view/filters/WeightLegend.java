package latentlab.view.filters;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import latentlab.figure.Role;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;

/** Which colour is which weight: from the most negative to the most positive, as far from zero on both sides. */
final class WeightLegend extends Region {
    private static final double WIDTH = 116;
    private static final double HEIGHT = 26;
    private static final double BAR = 10;
    /** Room at both ends for half of a number. */
    private static final double MARGIN = 16;

    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final Texts texts;
    private final ThemeColours colours;
    private float greatest = Float.NaN;

    WeightLegend(Texts texts, ThemeColours colours) {
        this.texts = texts;
        this.colours = colours;
        getChildren().add(canvas);
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        colours.versionProperty().subscribe(this::requestLayout);
        texts.messagesProperty().subscribe(this::requestLayout);
    }

    /** @param greatest weight at the right end */
    void show(float greatest) {
        this.greatest = greatest;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, WIDTH, HEIGHT);
        if (Float.isNaN(greatest)) {
            return;
        }
        graphics.setFill(WeightColours.gradient(colours));
        graphics.fillRect(MARGIN, 1, WIDTH - 2 * MARGIN, BAR);
        graphics.setStroke(colours.get(Role.GRID));
        graphics.strokeRect(MARGIN - 0.5, 0.5, WIDTH - 2 * MARGIN + 1, BAR + 1);
        graphics.setFill(colours.get(Role.MUTED));
        graphics.setFont(Font.font(11));
        graphics.setTextBaseline(VPos.TOP);
        graphics.setTextAlign(TextAlignment.CENTER);
        double y = BAR + 2;
        graphics.fillText(texts.get("view.filters.weight", -greatest), MARGIN, y);
        graphics.fillText(texts.get("view.filters.weight", 0), WIDTH / 2, y);
        graphics.fillText(texts.get("view.filters.weight", greatest), WIDTH - MARGIN, y);
    }
}

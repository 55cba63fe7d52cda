package latentlab.view.filters;

import javafx.scene.layout.Region;
import latentlab.figure.WeightLegendFigure;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.paint.CanvasPen;
import latentlab.view.paint.FigureCanvas;

/** Shows which colour is which weight. */
final class WeightLegend extends Region {
    private final FigureCanvas canvas = new FigureCanvas(WeightLegendFigure.WIDTH, WeightLegendFigure.HEIGHT);
    private final CanvasPen pen;
    private final Texts texts;
    private float greatest = Float.NaN;

    WeightLegend(Texts texts, ThemeColours colours) {
        this.texts = texts;
        pen = new CanvasPen(canvas.getGraphicsContext2D(), colours);
        setId("weight-legend");
        getChildren().add(canvas);
        setMinSize(canvas.getWidth(), canvas.getHeight());
        setMaxSize(canvas.getWidth(), canvas.getHeight());
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
        canvas.fit(WeightLegendFigure.WIDTH, WeightLegendFigure.HEIGHT);
        canvas.getGraphicsContext2D().clearRect(0, 0, WeightLegendFigure.WIDTH, WeightLegendFigure.HEIGHT);
        if (!Float.isNaN(greatest)) {
            new WeightLegendFigure(greatest, weight -> texts.get("view.filters.weight", weight)).draw(pen);
        }
    }
}

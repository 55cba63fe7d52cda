package latentlab.view.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import latentlab.engine.layer.Layer;
import latentlab.engine.layer.LayerArray;
import latentlab.engine.model.Autoencoder;
import latentlab.figure.StackFigure;
import latentlab.figure.StackFigure.Part;
import latentlab.figure.StackFigure.Row;
import latentlab.figure.StackLayout;
import latentlab.view.Choices;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.Tip;
import latentlab.view.paint.CanvasPen;
import latentlab.view.paint.FigureCanvas;

/** The hourglass of a model on a canvas. Pointing at a layer tells the names and shapes of its arrays. */
final class StackDiagram extends Region {
    private final Texts texts;
    private final FigureCanvas canvas = new FigureCanvas();
    private final CanvasPen pen;
    private final Tooltip tip = new Tip();
    private Autoencoder model;
    private StackFigure figure;
    /** Layer whose arrays the tooltip tells, or -1. */
    private int told = -1;

    StackDiagram(Texts texts, ThemeColours colours) {
        this.texts = texts;
        pen = new CanvasPen(canvas.getGraphicsContext2D(), colours);
        getStyleClass().add("stack-diagram");
        canvas.setManaged(false);
        getChildren().add(canvas);
        colours.versionProperty().subscribe(this::requestLayout);
        setOnMouseExited(_ -> tell(-1));
        setOnMouseMoved(event -> tell(figure == null ? -1 : figure.layerAt(event.getX(), event.getY())));
    }

    void show(Autoencoder shown) {
        model = shown;
        tell(-1);
        requestLayout();
    }

    /** What is drawn; null before the first layout. */
    StackFigure figure() {
        return figure;
    }

    /** What the tooltip tells where the mouse is; empty for nothing. */
    String told() {
        return told < 0 ? "" : tip.getText();
    }

    private void tell(int layer) {
        if (layer == told) {
            return;
        }
        told = layer;
        Tooltip.uninstall(this, tip);
        if (layer >= 0) {
            tip.setText(shapes(model.layers().get(layer)));
            Tooltip.install(this, tip);
        }
    }

    /** The arrays of a layer in PyTorch's names and notation, which are the same in every language. */
    private static String shapes(Layer layer) {
        return layer.arrays().stream().map(LayerArray::text).collect(Collectors.joining(System.lineSeparator()));
    }

    private List<Row> rows() {
        List<Layer> layers = model.layers();
        List<Row> rows = new ArrayList<>();
        String image = texts.get(
                model.shape().grey() ? "view.stack.image" : "view.stack.colour", model.height(), model.width());
        rows.add(row(Part.IMAGE, model.inputs(), texts.get("view.stack.count", model.inputs()), false, image, ""));
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            rows.add(row(
                    i == model.codeLayer() ? Part.CODE : Part.UNITS,
                    layer.outputs(),
                    units(layer),
                    layer.sharesWeight(),
                    layer.arrays().isEmpty() ? layer.kind() : Choices.word(texts, layer.activation()),
                    texts.get("view.stack.count", layer.parameterCount())));
        }
        return rows;
    }

    private Row row(Part part, int units, String count, boolean shared, String activation, String parameters) {
        return new Row(part, units, shared, new StackFigure.Texts(count, activation, parameters));
    }

    /** E.g. 20, or 32×7×7 of a convolution. */
    private String units(Layer layer) {
        return layer.outputMaps()
                .filter(_ -> layer != model.layers().getLast())
                .map(StackFigure::maps)
                .orElseGet(() -> texts.get("view.stack.count", layer.outputs()));
    }

    @Override
    protected double computePrefHeight(double width) {
        return model == null ? 0 : StackLayout.heightFor(model.layers().size() + 1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        canvas.fit(getWidth(), getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        if (model != null) {
            StackFigure.Texts heads = new StackFigure.Texts(
                    texts.get("view.stack.units"),
                    texts.get("view.stack.activation"),
                    texts.get("view.stack.parameters"));
            figure = StackFigure.of(pen, getWidth(), heads, rows());
            figure.draw(pen);
        }
    }
}

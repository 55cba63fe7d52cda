package latentlab.view.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;
import latentlab.engine.layer.Layer;
import latentlab.engine.layer.LayerArray;
import latentlab.engine.model.Autoencoder;
import latentlab.figure.StackLayout;
import latentlab.view.Choices;
import latentlab.view.Texts;

/**
 * The hourglass of a model: a bar for each layer of units, as wide as the square root of their number, and between them
 * the weights. Beside each bar stand its units, their activation, and the parameters that lead to it; brackets on the
 * left join the weights that a tied model shares. Nodes, not a canvas: each has a tooltip and a style of its own.
 */
final class StackDiagram extends Pane {
    /** One row: units and what leads to them. */
    private record Level(int units, Label count, Line bar, Label activation, Label parameters) {}

    private final Texts texts;
    private final List<Level> levels = new ArrayList<>();
    private final List<Path> weights = new ArrayList<>();
    /** From the innermost pair of weights out. */
    private final List<Polyline> brackets = new ArrayList<>();

    private final List<Label> heads = new ArrayList<>();

    StackDiagram(Texts texts) {
        this.texts = texts;
    }

    void show(Autoencoder model) {
        levels.clear();
        weights.clear();
        brackets.clear();
        heads.clear();
        for (String column : List.of("units", "activation", "parameters")) {
            heads.add(label("stack-head", texts.get("view.stack." + column)));
        }
        List<Layer> layers = model.layers();
        String image = texts.get(
                model.shape().grey() ? "view.stack.image" : "view.stack.colour", model.height(), model.width());
        level(model.inputs(), "stack-image", image, "");
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            boolean tied = layer.sharesWeight();
            Path weight = shape(new Path(), tied ? "stack-tied" : "stack-weight");
            Tooltip.install(weight, new Tooltip(shapes(layer)));
            weights.add(weight);
            if (tied) {
                brackets.add(shape(new Polyline(), "stack-bracket"));
            }
            Level level = level(
                    layer.outputs(),
                    i == model.codeLayer() ? "stack-code" : "stack-units",
                    Choices.word(texts, layer.activation()),
                    texts.get("view.stack.count", layer.parameterCount()));
            Tooltip tip = new Tooltip(shapes(layer));
            for (Node node : List.of(level.count, level.bar, level.activation, level.parameters)) {
                Tooltip.install(node, tip);
            }
        }
        List<Node> nodes = new ArrayList<>(heads);
        nodes.addAll(brackets);
        nodes.addAll(weights);
        levels.forEach(level -> nodes.addAll(List.of(level.count, level.bar, level.activation, level.parameters)));
        getChildren().setAll(nodes);
    }

    /** The arrays of a layer in PyTorch's names and notation, which are the same in every language. */
    private static String shapes(Layer layer) {
        return layer.arrays().stream().map(LayerArray::text).collect(Collectors.joining(System.lineSeparator()));
    }

    private Level level(int units, String kind, String activation, String parameters) {
        Level level = new Level(
                units,
                label(kind, texts.get("view.stack.count", units)),
                shape(new Line(), kind + "-bar"),
                label("stack-activation", activation),
                label("stack-parameters", parameters));
        level.count.getStyleClass().add("stack-size");
        levels.add(level);
        return level;
    }

    private static Label label(String style, String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("stack-text", style);
        return label;
    }

    private static <S extends Shape> S shape(S shape, String style) {
        shape.getStyleClass().add(style);
        return shape;
    }

    @Override
    protected double computePrefHeight(double width) {
        return StackLayout.heightFor(levels.size());
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
        if (levels.isEmpty()) {
            return;
        }
        StackLayout layout = new StackLayout(
                getWidth(),
                levels.stream().map(Level::units).toList(),
                brackets.size(),
                width(heads.get(0), levels.stream().map(Level::count)),
                width(heads.get(1), levels.stream().map(Level::activation)),
                width(heads.get(2), levels.stream().map(Level::parameters)));
        put(heads.get(0), layout.countRight(), true, StackLayout.headY());
        put(heads.get(1), layout.activationLeft(), false, StackLayout.headY());
        put(heads.get(2), layout.width(), true, StackLayout.headY());
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            double y = StackLayout.y(i);
            put(level.count, layout.countRight(), true, y);
            put(level.activation, layout.activationLeft(), false, y);
            put(level.parameters, layout.width(), true, y);
            level.bar.setStartX(layout.barLeft(i));
            level.bar.setEndX(layout.barRight(i));
            level.bar.setStartY(y);
            level.bar.setEndY(y);
        }
        for (int i = 0; i < weights.size(); i++) {
            List<PathElement> outline = new ArrayList<>();
            layout.weight(i).walk((x, y, start) -> outline.add(start ? new MoveTo(x, y) : new LineTo(x, y)));
            weights.get(i).getElements().setAll(outline);
        }
        for (int i = 0; i < brackets.size(); i++) {
            List<Double> points = new ArrayList<>();
            layout.bracket(i).walk((x, y, _) -> points.addAll(List.of(x, y)));
            brackets.get(i).getPoints().setAll(points);
        }
    }

    private static double width(Label head, Stream<Label> column) {
        return Math.max(
                head.prefWidth(-1),
                column.mapToDouble(label -> label.prefWidth(-1)).max().orElse(0));
    }

    private static void put(Label label, double x, boolean right, double middle) {
        double width = Math.ceil(label.prefWidth(-1));
        double height = label.prefHeight(-1);
        label.resizeRelocate(right ? x - width : x, Math.rint(middle - height / 2), width, height);
    }
}

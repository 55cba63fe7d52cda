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
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;
import latentlab.engine.layer.Layer;
import latentlab.engine.layer.LayerArray;
import latentlab.engine.model.Autoencoder;
import latentlab.view.Choices;
import latentlab.view.Texts;

/**
 * The hourglass of a model: a bar for each layer of units, as wide as the square root of their number, and between them
 * the weights. Beside each bar stand its units, their activation, and the parameters that lead to it; brackets on the
 * left join the weights that a tied model shares.
 */
final class StackDiagram extends Pane {
    private static final double HEAD = 16;
    private static final double ROW = 19;
    private static final double BAR = 7;
    private static final double NARROWEST = BAR + 1;
    private static final double GAP = 8;
    /** From bracket to bracket. */
    private static final double STEP = 4;

    /** One row: units and what leads to them. */
    private record Level(int units, Label count, Line bar, Label activation, Label parameters) {}

    private final Texts texts;
    private final List<Level> levels = new ArrayList<>();
    private final List<Path> weights = new ArrayList<>();
    /** From the outermost in. */
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
        return levels.isEmpty() ? 0 : HEAD + levels.size() * ROW;
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
        double margin = brackets.isEmpty() ? 0 : brackets.size() * STEP + GAP / 2;
        double left = margin + width(heads.get(0), levels.stream().map(Level::count));
        double counts = width(heads.get(2), levels.stream().map(Level::parameters));
        double activations = width(heads.get(1), levels.stream().map(Level::activation));
        double right = getWidth();
        double activationLeft = right - counts - GAP - activations;
        double glassLeft = left + GAP;
        double widest = Math.max(NARROWEST, activationLeft - GAP - glassLeft);
        double middle = glassLeft + widest / 2;
        put(heads.get(0), left, true, HEAD / 2);
        put(heads.get(1), activationLeft, false, HEAD / 2);
        put(heads.get(2), right, true, HEAD / 2);
        double most = Math.sqrt(levels.stream().mapToInt(Level::units).max().orElseThrow());
        double[] halves = levels.stream()
                .mapToDouble(level -> Math.max(NARROWEST, widest * Math.sqrt(level.units) / most) / 2)
                .toArray();
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            double y = y(i);
            put(level.count, left, true, y);
            put(level.activation, activationLeft, false, y);
            put(level.parameters, right, true, y);
            level.bar.setStartX(middle - halves[i] + BAR / 2);
            level.bar.setEndX(middle + halves[i] - BAR / 2);
            level.bar.setStartY(y);
            level.bar.setEndY(y);
        }
        for (int i = 0; i < weights.size(); i++) {
            double top = y(i) + BAR / 2 + 1;
            double bottom = y(i + 1) - BAR / 2 - 1;
            // Across, the outline of a shared weight would only be noise beside the bars.
            boolean open = i >= levels.size() - 1 - brackets.size();
            weights.get(i)
                    .getElements()
                    .setAll(
                            new MoveTo(middle - halves[i], top),
                            new LineTo(middle - halves[i + 1], bottom),
                            open
                                    ? new MoveTo(middle + halves[i + 1], bottom)
                                    : new LineTo(middle + halves[i + 1], bottom),
                            new LineTo(middle + halves[i], top));
        }
        double inner = Math.max(GAP, margin - GAP / 2);
        for (int i = 0; i < brackets.size(); i++) {
            // The first tied weight is the innermost pair.
            int encoder = brackets.size() - 1 - i;
            int decoder = brackets.size() + i;
            double x = (brackets.size() - 1 - i) * STEP + 0.5;
            double top = Math.rint(y(encoder) + ROW / 2) + 0.5;
            double bottom = Math.rint(y(decoder) + ROW / 2) + 0.5;
            brackets.get(i).getPoints().setAll(inner, top, x, top, x, bottom, inner, bottom);
        }
    }

    private static double y(int level) {
        return HEAD + level * ROW + ROW / 2;
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

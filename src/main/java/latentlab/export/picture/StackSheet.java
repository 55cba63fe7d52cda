package latentlab.export.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import latentlab.engine.layer.Layer;
import latentlab.engine.model.Autoencoder;
import latentlab.export.Export.Subject;
import latentlab.figure.Pen;
import latentlab.figure.StackFigure;
import latentlab.figure.StackFigure.Part;
import latentlab.figure.StackFigure.Row;
import latentlab.figure.StackFigure.Texts;
import latentlab.figure.StackLayout;
import latentlab.text.Messages;

/** The model as an hourglass, layer by layer. */
final class StackSheet {
    private StackSheet() {}

    /** @param ruler that texts are measured with */
    static Sheet of(Subject subject, Messages words, double width, Pen ruler) {
        Autoencoder model = subject.run().model();
        List<Layer> layers = model.layers();
        List<Row> rows = new ArrayList<>();
        String image = words.text(
                model.shape().grey() ? "export.picture.image" : "export.picture.colour", model.height(), model.width());
        rows.add(row(Part.IMAGE, model.inputs(), words.text("export.picture.count", model.inputs()), false, image, ""));
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            String count = layer.outputMaps()
                    .filter(_ -> layer != layers.getLast())
                    .map(StackFigure::maps)
                    .orElseGet(() -> words.text("export.picture.count", layer.outputs()));
            rows.add(row(
                    i == model.codeLayer() ? Part.CODE : Part.UNITS,
                    layer.outputs(),
                    count,
                    layer.sharesWeight(),
                    layer.arrays().isEmpty()
                            ? layer.kind()
                            : words.text(
                                    "view.choice." + layer.activation().name().toLowerCase(Locale.ROOT)),
                    words.text("export.picture.count", layer.parameterCount())));
        }
        Texts heads = new Texts(
                words.text("export.picture.units"),
                words.text("export.picture.activation"),
                words.text("export.picture.parameters"));
        StackFigure figure = StackFigure.of(ruler, width - 2 * Layout.MARGIN, heads, rows);
        String title = model.sharedCount() > 0
                ? words.text("export.picture.modelTied", model.totalCount(), model.sharedCount())
                : words.text("export.picture.model", model.totalCount());
        return new Sheet(
                title,
                -1,
                width,
                Math.ceil(StackLayout.heightFor(rows.size()) + Layout.HEAD + 2 * Layout.MARGIN),
                List.of(
                        Layout.title(title, width),
                        new Sheet.Part(Layout.MARGIN, Layout.MARGIN + Layout.HEAD, figure::draw)));
    }

    private static Row row(Part part, int units, String count, boolean shared, String activation, String parameters) {
        return new Row(part, units, shared, new Texts(count, activation, parameters));
    }
}

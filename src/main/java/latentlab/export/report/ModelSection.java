package latentlab.export.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.engine.layer.Layer;
import latentlab.engine.layer.LayerArray;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.ModelSummary;
import latentlab.export.Export;
import latentlab.export.picture.InlinePicture;
import latentlab.export.picture.View;
import latentlab.text.Problem;
import latentlab.text.Progress;

/** The model: as an hourglass, and its parameters in PyTorch's names. */
record ModelSection(Page page, Words words, Export.Subject subject) {
    private static final int WIDTH = 620;

    /** @return units from the image to its reconstruction, such as 784-20-784 */
    static String layers(Autoencoder model) {
        return Stream.concat(Stream.of(model.inputs()), model.layers().stream().map(Layer::outputs))
                .map(String::valueOf)
                .collect(Collectors.joining("-"));
    }

    void write(Progress progress) throws Problem {
        Autoencoder model = subject.run().model();
        page.open("section").element("h2", words.text("model"));
        InlinePicture picture = InlinePicture.of(subject, View.STACK, WIDTH, words.messages(), progress);
        figure(page, picture, words.text("stack", layers(model)), null, "drawn");
        page.open("div", "class", "wide").open("table").open("thead").open("tr");
        for (String head : List.of("array", "shape", "parameters")) {
            page.element(
                    "th", words.text(head), "scope", "col", "class", head.equals("parameters") ? "number" : "text");
        }
        page.close().close().open("tbody");
        for (LayerArray array : ModelSummary.parameters(model)) {
            page.open("tr")
                    .open("th", "scope", "row")
                    .element("code", array.name())
                    .close();
            page.element("td", shape(array.shape()));
            String count =
                    array.isOwn() ? words.text("count", array.count()) : words.text("shared", array.sharedWith());
            page.element("td", count, "class", "number").close();
        }
        page.close().open("tfoot").open("tr");
        page.element("th", words.text("total"), "scope", "row", "colspan", "2");
        page.element("td", words.text("count", model.totalCount()), "class", "number");
        page.close().close().close().close();
        page.open("details", "class", "printed").element("summary", words.text("printed"));
        page.element("pre", ModelSummary.layers(model)).close().close();
    }

    private static String shape(List<Integer> shape) {
        return IntStream.range(0, shape.size())
                .mapToObj(i -> shape.get(i).toString())
                .collect(Collectors.joining(" × "));
    }

    /** @param caption below it; null for none; @param kind of the picture, for the page's style */
    static void figure(Page page, InlinePicture picture, String alternative, String caption, String kind) {
        page.open("figure", "class", kind);
        page.empty(
                "img",
                "src",
                picture.address(),
                "alt",
                alternative,
                "width",
                Long.toString(Math.round(picture.width())),
                "height",
                Long.toString(Math.round(picture.height())));
        if (caption != null) {
            page.element("figcaption", caption);
        }
        page.close();
    }
}

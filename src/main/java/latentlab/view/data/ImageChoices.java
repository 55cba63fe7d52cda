package latentlab.view.data;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import latentlab.data.ImageOptions;
import latentlab.data.ImageOptions.Channels;
import latentlab.data.ImageOptions.Fit;
import latentlab.data.ImageOptions.Invert;
import latentlab.data.ImageOptions.Size;
import latentlab.view.Buttons;
import latentlab.view.Choices;
import latentlab.view.Texts;

/** What becomes of images as they are read: size, proportions, ink and colour. */
final class ImageChoices extends FlowPane {
    /** Takes the place of no size, which a combo box cannot have. */
    private record Choice(Size size) {}

    private static final List<Integer> SIDES = List.of(28, 32, 64);

    private final ComboBox<Choice> size = new ComboBox<>();
    private final ComboBox<Fit> fit = new ComboBox<>();
    private final ComboBox<Invert> invert = new ComboBox<>();
    private final ComboBox<Channels> channels = new ComboBox<>();
    private Consumer<ImageOptions> chosen = _ -> {};
    private boolean showing;

    ImageChoices(Texts texts) {
        getStyleClass().add("image-choices");
        fit.getItems().setAll(Fit.values());
        invert.getItems().setAll(Invert.values());
        channels.getItems().setAll(Channels.values());
        add(
                texts,
                "size",
                size,
                choice -> choice.size() == null
                        ? texts.get("view.data.size.own")
                        : texts.get(
                                "view.data.size.pixels",
                                choice.size().width(),
                                choice.size().height()));
        add(texts, "fit", fit, value -> texts.get("view.data.fit." + ImageOptions.word(value)));
        add(texts, "invert", invert, value -> texts.get("view.data.invert." + ImageOptions.word(value)));
        add(texts, "channels", channels, value -> texts.get("view.data.channels." + ImageOptions.word(value)));
        show(ImageOptions.DEFAULT);
    }

    private <T> void add(Texts texts, String name, ComboBox<T> box, Function<T, String> words) {
        Label label = new Label();
        label.textProperty().bind(texts.bind("view.data." + name));
        label.setLabelFor(box);
        box.setId("data-" + name);
        box.getStyleClass().add(Styles.SMALL);
        Buttons.named(box, texts.bind("view.data." + name + ".help"));
        Choices.words(box, texts, words);
        box.valueProperty().addListener(_ -> tell());
        HBox both = new HBox(label, box);
        both.getStyleClass().add("image-choice");
        getChildren().add(both);
    }

    /** @param chosen receives what a person chooses */
    void setOnChosen(Consumer<ImageOptions> chosen) {
        this.chosen = chosen;
    }

    /** Shows choices without telling of them. */
    void show(ImageOptions options) {
        showing = true;
        List<Choice> sizes = new ArrayList<>(List.of(new Choice(null)));
        SIDES.forEach(side -> sizes.add(new Choice(new Size(side, side))));
        Choice asked = new Choice(options.size());
        if (!sizes.contains(asked)) {
            sizes.add(asked);
        }
        size.getItems().setAll(sizes);
        size.setValue(asked);
        fit.setValue(options.fit());
        invert.setValue(options.invert());
        channels.setValue(options.channels());
        showing = false;
    }

    private void tell() {
        if (!showing) {
            chosen.accept(
                    new ImageOptions(size.getValue().size(), fit.getValue(), invert.getValue(), channels.getValue()));
        }
    }
}

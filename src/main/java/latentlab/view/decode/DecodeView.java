package latentlab.view.decode;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.input.ImageChoice;
import latentlab.view.words.Terms;

/** One slider per latent unit, beside the image decoded from them all. */
public final class DecodeView extends BorderPane {
    /** Least and greatest side of the decoded image: it is smaller in a low window, for the timeline to be in sight. */
    private static final double LEAST = 112;

    private static final double MOST = 168;

    final ImageView decoded = new ImageView();
    final TilePane sliders = new TilePane();
    final List<UnitSlider> units = new ArrayList<>();
    final ImageChoice image;
    final Button reset;
    final Button random;
    private final HBox header;
    private final Texts texts;

    /** @return the view, bound to the shared model by its controller */
    public static DecodeView in(ViewContext context) {
        DecodeView view = new DecodeView(context.texts());
        new DecodeController(view, context);
        return view;
    }

    private DecodeView(Texts texts) {
        this.texts = texts;
        getStyleClass().add("decode");
        Terms.mark(this, Term.DECODER);
        decoded.setId("decoded");
        var side = heightProperty().map(height -> Math.clamp(Math.floor(height.doubleValue()), LEAST, MOST));
        decoded.fitWidthProperty().bind(side);
        decoded.fitHeightProperty().bind(side);
        decoded.setPreserveRatio(true);
        // The pixels are to be seen: they stay squares.
        decoded.setSmooth(false);
        StackPane frame = new StackPane(decoded);
        frame.getStyleClass().add("decoded-frame");
        frame.setMinHeight(LEAST);
        frame.setPrefHeight(MOST);
        frame.visibleProperty().bind(decoded.imageProperty().isNotNull());
        setLeft(frame);
        BorderPane.setAlignment(frame, Pos.TOP_LEFT);
        sliders.setId("decode-units");
        sliders.getStyleClass().add("decode-units");
        ScrollPane scroll = new ScrollPane(sliders);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);

        image = new ImageChoice("decode.image", texts);
        reset = button("reset", texts);
        random = button("random", texts);
        header = new HBox(image, reset, random);
        header.getStyleClass().add("explore-header");
        header.setAlignment(Pos.CENTER_LEFT);
    }

    private static Button button(String name, Texts texts) {
        Button button = Buttons.named(new Button(), texts.bind("view.decode." + name + ".help"));
        button.setId("decode-" + name);
        button.textProperty().bind(texts.bind("view.decode." + name));
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }

    /** Controls for choosing where to start. */
    public HBox header() {
        return header;
    }

    /** Makes one slider per unit. */
    void showUnits(int count) {
        while (units.size() < count) {
            units.add(new UnitSlider(units.size(), texts));
        }
        sliders.getChildren().setAll(units.subList(0, count));
    }
}

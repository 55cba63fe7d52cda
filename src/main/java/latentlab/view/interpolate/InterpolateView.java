package latentlab.view.interpolate;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.ViewContext;
import latentlab.view.input.ImageChoice;
import latentlab.view.words.Terms;

/** The interpolation between two images: through latent space above, between the pixels below. */
public final class InterpolateView extends BorderPane {
    final InterpolationStrip strip;
    final ImageChoice from;
    final ImageChoice to;
    final Button swap;
    final Button random;
    private final HBox header;

    /** @return the view, bound to the shared model by its controller */
    public static InterpolateView in(ViewContext context) {
        InterpolateView view = new InterpolateView(context.texts(), context.colours());
        new InterpolateController(view, context);
        return view;
    }

    private InterpolateView(Texts texts, ThemeColours colours) {
        Terms.mark(this, Term.INTERPOLATION);
        strip = new InterpolationStrip(texts, colours);
        setCenter(strip);
        from = new ImageChoice("interpolate.from", texts);
        to = new ImageChoice("interpolate.to", texts);
        swap = button("swap", texts);
        random = button("random", texts);
        header = new HBox(from, to, swap, random);
        header.getStyleClass().add("explore-header");
        header.setAlignment(Pos.CENTER_LEFT);
    }

    private static Button button(String name, Texts texts) {
        Button button = Buttons.named(new Button(), texts.bind("view.interpolate." + name + ".help"));
        button.setId("interpolate-" + name);
        button.textProperty().bind(texts.bind("view.interpolate." + name));
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }

    /** Controls for choosing the two images. */
    public HBox header() {
        return header;
    }
}

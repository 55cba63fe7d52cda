package latentlab.view.draw;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.ViewContext;
import latentlab.view.words.Terms;

/** A pad for drawing, beside what the model sees of the drawing, its reconstruction and its latent code. */
public final class DrawView extends BorderPane {
    static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    static final KeyCombination CLEAR = new KeyCodeCombination(KeyCode.DELETE);
    /** So that the timeline below stays in sight in a low window. */
    private static final double PAD = 140;

    private static final double PICTURE = 112;

    final DrawPad pad;
    final ImageView seen = picture("draw-seen");
    final ImageView reconstructed = picture("draw-reconstructed");
    final Label error = caption();
    final CodeBars code;
    final Button undo;
    final Button clear;
    /** The model's whole response. */
    final HBox answer;
    /** Shown in its place while there is no drawing. */
    final Label invitation = new Label();

    private final HBox header;

    /** @return the view, bound to the shared model by its controller */
    public static DrawView in(ViewContext context) {
        DrawView view = new DrawView(context.texts(), context.colours());
        new DrawController(view, context);
        return view;
    }

    private DrawView(Texts texts, ThemeColours colours) {
        getStyleClass().add("draw");
        Terms.mark(this, Term.CODE);
        pad = new DrawPad(PAD, colours);
        setLeft(pad);
        BorderPane.setAlignment(pad, Pos.TOP_LEFT);
        error.setId("draw-error");
        Terms.tell(error, Term.MSE, texts);
        code = new CodeBars(texts, colours);
        VBox.setVgrow(code, Priority.ALWAYS);
        VBox bars = new VBox(code, captioned("code", Term.CODE, texts));
        bars.getStyleClass().add("draw-figure");
        HBox.setHgrow(bars, Priority.ALWAYS);
        answer = new HBox(
                figure(seen, captioned("seen", Term.ENCODER, texts)),
                figure(reconstructed, captioned("reconstruction", Term.RECONSTRUCTION, texts), error),
                bars);
        answer.setId("draw-answer");
        answer.getStyleClass().add("draw-answer");
        invitation.setId("draw-invitation");
        invitation.setWrapText(true);
        invitation.getStyleClass().addAll(Styles.TEXT_MUTED, "draw-invitation");
        setCenter(new StackPane(answer, invitation));

        undo = button("undo", UNDO, texts);
        clear = button("clear", CLEAR, texts);
        header = new HBox(undo, clear);
        header.getStyleClass().add("explore-header");
        header.setAlignment(Pos.CENTER_LEFT);
    }

    private static ImageView picture(String id) {
        ImageView picture = new ImageView();
        picture.setId(id);
        picture.setFitWidth(PICTURE);
        picture.setFitHeight(PICTURE);
        picture.setPreserveRatio(true);
        // The pixels are to be seen: they stay squares.
        picture.setSmooth(false);
        return picture;
    }

    private static VBox figure(ImageView picture, Label... captions) {
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("draw-frame");
        VBox figure = new VBox(frame);
        figure.getStyleClass().add("draw-figure");
        figure.getChildren().addAll(captions);
        return figure;
    }

    private static Label captioned(String name, Term term, Texts texts) {
        Label caption = Terms.tell(caption(), term, texts);
        caption.textProperty().bind(texts.bind("view.draw." + name));
        return caption;
    }

    private static Label caption() {
        Label caption = new Label();
        caption.getStyleClass().addAll(Styles.TEXT_MUTED, "draw-caption");
        return caption;
    }

    private static Button button(String name, KeyCombination key, Texts texts) {
        Button button = Buttons.named(new Button(), texts.bind("view.draw." + name + ".help", key.getDisplayText()));
        button.setId("draw-" + name);
        button.textProperty().bind(texts.bind("view.draw." + name));
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }

    /** Commands for the drawing. */
    public HBox header() {
        return header;
    }
}

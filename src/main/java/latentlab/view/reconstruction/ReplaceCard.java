package latentlab.view.reconstruction;

import atlantafx.base.theme.Styles;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import latentlab.data.Dataset;
import latentlab.data.ImageSearch;
import latentlab.text.Problem;
import latentlab.view.Buttons;
import latentlab.view.PopOvers;
import latentlab.view.Texts;
import org.controlsfx.control.PopOver;

/** Asks which image to put into a column of the grid. Escape changes nothing. */
final class ReplaceCard extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final TextField field = new TextField();
    private final Label line = new Label();
    private final PopOver popOver = PopOvers.of(this, PopOver.ArrowLocation.BOTTOM_CENTER);
    private final Texts texts;

    /**
     * @param now the image in the column
     * @param choose receives the index of the image that takes its place
     */
    ReplaceCard(Dataset dataset, int now, Texts texts, IntConsumer choose) {
        this.texts = texts;
        getStyleClass().add("bookmark-card");
        int last = dataset.test().count() - 1;
        boolean labelled = dataset.test().labelled();
        Label ask = new Label(texts.get("view.reconstruction.column.ask"));
        ask.setLabelFor(field);
        field.setId("column-image");
        field.setPromptText(Integer.toString(now));
        Buttons.named(field, texts.bind("view.reconstruction.column.ask"));
        line.setId("column-line");
        line.getStyleClass().addAll(Styles.TEXT_SMALL, "selection-line");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        String hint = labelled
                ? texts.get(
                        "view.reconstruction.column.hint",
                        last,
                        dataset.className(dataset.test().label(now)))
                : texts.get("view.reconstruction.column.hint.unlabelled", last);
        line.setText(hint);
        field.textProperty().subscribe(_ -> say(hint, false));
        field.setOnAction(_ -> {
            try {
                int image = find(field.getText(), dataset, now);
                // At once: while it fades, it would take the keys that are meant for the grid.
                popOver.hide(Duration.ZERO);
                choose.accept(image);
            } catch (Problem problem) {
                say(texts.get(problem.sentence()), true);
            }
        });
        getChildren().addAll(ask, field, line);
    }

    /**
     * @param typed an index, or the name of a class, after {@code class:} where names are numbers
     * @param now of a class, the next image after this one is found, so that typing it again goes on
     */
    static int find(String typed, Dataset dataset, int now) throws Problem {
        String text = typed.strip();
        boolean named = text.startsWith("class:");
        if (!named
                && (text.isEmpty()
                        || Character.isDigit(text.codePointAt(0))
                        || !dataset.test().labelled())) {
            return ImageSearch.few(text, 1, dataset)[0];
        }
        int label = ImageSearch.label((named ? text.substring("class:".length()) : text).strip(), dataset);
        int count = dataset.test().count();
        return IntStream.rangeClosed(1, count)
                .map(step -> (now + step) % count)
                .filter(image -> dataset.test().label(image) == label)
                .findFirst()
                .orElseThrow();
    }

    private void say(String what, boolean problem) {
        line.setText(what);
        line.pseudoClassStateChanged(DANGER, problem);
        field.pseudoClassStateChanged(DANGER, problem);
    }

    /** @param above where on the screen its arrow points */
    void show(Node owner, Point2D above, String typed) {
        field.setText(typed);
        popOver.setOnShown(_ -> {
            field.requestFocus();
            field.end();
        });
        popOver.show(owner, above.getX(), above.getY());
    }
}

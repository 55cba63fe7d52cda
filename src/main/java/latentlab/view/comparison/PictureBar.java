package latentlab.view.comparison;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import latentlab.comparison.Axis;
import latentlab.comparison.Comparison;
import latentlab.comparison.Dimension;
import latentlab.comparison.KeyFigure;
import latentlab.comparison.Picture;
import latentlab.text.Sentence;
import latentlab.view.Buttons;
import latentlab.view.Choices;
import latentlab.view.Texts;
import org.controlsfx.control.SegmentedButton;

/** Which picture of the compared runs is shown, and of what; only what can be drawn is offered. */
final class PictureBar extends VBox {
    final ComboBox<Picture.Kind> kind = new ComboBox<>();
    final ComboBox<KeyFigure> figure = new ComboBox<>();
    final ComboBox<Dimension> across = new ComboBox<>();
    final ComboBox<Dimension> down = new ComboBox<>();
    final ToggleButton byEpoch;
    final ToggleButton byTime;
    /** What cannot be drawn, or how much of it is. */
    final Label note = new Label();

    private final Consumer<Picture> chosen;
    private final Texts texts;
    private final HBox lowerAxis;
    private final HBox upperAxis;
    private final SegmentedButton axes;
    private Axis axis = Axis.EPOCH;
    /** Null before the first. */
    private Comparison comparison;

    /** What the note is about; null for nothing. */
    private Sentence noted;
    /** Whether choices change because of another one, which then says so itself. */
    private boolean changing;

    /** @param chosen receives each picture that is chosen */
    PictureBar(Texts texts, Consumer<Picture> chosen) {
        this.texts = texts;
        this.chosen = chosen;
        getStyleClass().add("comparison-bar");
        byEpoch = Buttons.worded(
                new ToggleButton(),
                "comparison-epoch",
                texts.bind("view.comparison.epoch"),
                texts.bind("view.comparison.epoch.help"));
        byTime = Buttons.worded(
                new ToggleButton(),
                "comparison-time",
                texts.bind("view.comparison.time"),
                texts.bind("view.comparison.time.help"));
        byEpoch.setOnAction(_ -> layOutBy(Axis.EPOCH));
        byTime.setOnAction(_ -> layOutBy(Axis.TIME));
        axes = new SegmentedButton(byEpoch, byTime);
        named(kind, "picture");
        named(figure, "figure");
        named(across, "across");
        named(down, "down");
        Choices.words(kind, texts, each -> texts.get("view.comparison.picture." + each.word()));
        Choices.words(figure, texts, each -> texts.get(each.title()));
        Choices.words(across, texts, Dimension::name);
        Choices.words(down, texts, Dimension::name);
        lowerAxis = axis("\u2192", across);
        upperAxis = axis("\u2191", down);
        note.setId("comparison-note");
        note.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        FlowPane choices = new FlowPane(kind, axes, figure, lowerAxis, upperAxis);
        choices.getStyleClass().add("comparison-choices");
        getChildren().addAll(choices, note);
        kind.valueProperty().subscribe(_ -> tell());
        figure.valueProperty().subscribe(_ -> tell());
        across.valueProperty().subscribe((before, now) -> apart(down, before, now));
        down.valueProperty().subscribe((before, now) -> apart(across, before, now));
        texts.messagesProperty().subscribe(this::showNote);
        showAxis();
    }

    private void named(ComboBox<?> box, String name) {
        Buttons.named(box, texts.bind("view.comparison." + name + ".help")).setId("comparison-" + name);
        box.getStyleClass().add(Styles.SMALL);
    }

    private static HBox axis(String arrow, ComboBox<?> box) {
        Label label = new Label(arrow);
        label.setLabelFor(box);
        HBox both = new HBox(label, box);
        both.getStyleClass().add("comparison-axis");
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    /** Offers what can be drawn of these runs; the picture stays if it is among that. */
    void show(Comparison shown) {
        changing = true;
        comparison = shown;
        List<Picture.Kind> possible = Stream.of(Picture.Kind.values())
                .filter(each -> each.obstacle(shown).isEmpty())
                .toList();
        Picture.Kind before = kind.getValue();
        kind.getItems().setAll(possible);
        kind.setValue(possible.contains(before) ? before : Picture.Kind.LOSSES);
        KeyFigure figureBefore = figure.getValue();
        figure.getItems().setAll(shown.figures());
        figure.setValue(
                shown.figures().contains(figureBefore)
                        ? figureBefore
                        : shown.figures().stream().findFirst().orElse(null));
        across.getItems().setAll(shown.dimensions());
        down.getItems().setAll(shown.dimensions());
        across.setValue(shown.dimensions().stream().findFirst().orElse(null));
        down.setValue(shown.dimensions().stream().skip(1).findFirst().orElse(null));
        changing = false;
        tell();
    }

    /** Shows a picture, or says why it cannot be drawn. */
    void choose(Picture.Kind wanted) {
        Optional<Sentence> obstacle = wanted.obstacle(comparison);
        if (obstacle.isPresent()) {
            note(obstacle.get());
        } else {
            kind.setValue(wanted);
        }
    }

    /** @param what null for nothing */
    void note(Sentence what) {
        noted = what;
        showNote();
    }

    private void showNote() {
        note.setText(noted == null ? "" : texts.get(noted));
        seen(note, noted != null);
    }

    private void layOutBy(Axis wanted) {
        axis = wanted;
        showAxis();
        tell();
    }

    private void showAxis() {
        // A click on the chosen one would leave none chosen.
        byEpoch.setSelected(axis == Axis.EPOCH);
        byTime.setSelected(axis == Axis.TIME);
    }

    /** Two axes of the same setting would be a diagonal: the other one takes the setting that was given up. */
    private void apart(ComboBox<Dimension> other, Dimension before, Dimension now) {
        if (!changing && now != null && now == other.getValue()) {
            changing = true;
            other.setValue(before);
            changing = false;
        }
        tell();
    }

    private void tell() {
        if (changing || comparison == null || kind.getValue() == null) {
            return;
        }
        Picture.Kind now = kind.getValue();
        seen(axes, now == Picture.Kind.LOSSES);
        seen(figure, now != Picture.Kind.LOSSES);
        seen(lowerAxis, now == Picture.Kind.HEAT_MAP || now == Picture.Kind.AGAINST);
        seen(upperAxis, now == Picture.Kind.HEAT_MAP);
        // Why there are no others, where that is so.
        note(
                kind.getItems().size() > 1
                        ? null
                        : Picture.Kind.AGAINST.obstacle(comparison).orElse(null));
        chosen.accept(new Picture(now, axis, figure.getValue(), across.getValue(), down.getValue()));
    }

    private static void seen(Node node, boolean seen) {
        node.setVisible(seen);
        node.setManaged(seen);
    }
}

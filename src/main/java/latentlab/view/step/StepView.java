package latentlab.view.step;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.data.ImageShape;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.input.RangedNumber;
import latentlab.view.words.Terms;

/** One step of training as numbers: above, what of it to look at; below, part by part what happens. */
final class StepView extends BorderPane {
    final Spinner<Integer> image;
    final Spinner<Integer> unit;
    final Spinner<Integer> pixel;
    final Label heading = new Label();
    final Button copy = new Button();
    /** Says that the optimiser's memory is not known, with what it takes to know it. */
    final HBox memory = new HBox();

    final Label memoryText = new Label();
    final ProgressBar memoryProgress = new ProgressBar();
    final Button memoryButton = new Button();
    final Label empty = new Label();
    /** Key of the sentence that says why there is nothing to see. */
    final StringProperty why = new SimpleStringProperty("view.step.empty");

    private final StepImage original;
    private final StepImage seen;
    private final StepImage output;
    private final VBox parts = new VBox();
    private final Texts texts;

    StepView(Texts texts, IntConsumer pick) {
        this.texts = texts;
        setId("step");
        getStyleClass().add("step");
        heading.setId("step-heading");
        heading.getStyleClass().add(Styles.TITLE_4);
        heading.setWrapText(true);
        Terms.tell(heading, Term.EPOCH, texts);
        image = spinner("image", Term.BATCH);
        unit = spinner("unit", Term.UNIT);
        pixel = spinner("pixel", Term.RECONSTRUCTION);
        copy.setId("step-copy");
        copy.textProperty().bind(texts.bind("view.step.copy"));
        copy.setMinWidth(Region.USE_PREF_SIZE);
        Buttons.named(copy, texts.bind("view.step.copy.help"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox choices = new HBox(labelled(image, "image"), labelled(unit, "unit"), labelled(pixel, "pixel"), gap, copy);
        choices.getStyleClass().add("step-choices");
        choices.setAlignment(Pos.BOTTOM_LEFT);
        original = new StepImage(texts.bind("view.step.original"), pick);
        seen = new StepImage(texts.bind("view.step.seen"), pick);
        output = new StepImage(texts.bind("view.step.output"), pick);
        HBox images = new HBox(original, seen, output);
        images.getStyleClass().add("step-images");
        memory.getStyleClass().add("step-memory");
        memory.setAlignment(Pos.CENTER_LEFT);
        memory.managedProperty().bind(memory.visibleProperty());
        memoryText.setWrapText(true);
        Terms.tell(memoryText, Term.OPTIMISER, texts);
        HBox.setHgrow(memoryText, Priority.ALWAYS);
        memoryText.setMaxWidth(Double.MAX_VALUE);
        Buttons.named(memoryButton, texts.bind("view.step.memory.help"));
        memoryButton.setId("step-memory");
        memoryButton.setMinWidth(Region.USE_PREF_SIZE);
        memoryProgress.managedProperty().bind(memoryProgress.visibleProperty());
        memory.getChildren().addAll(memoryText, memoryProgress, memoryButton);
        VBox top = new VBox(heading, choices, memory);
        top.getStyleClass().add("step-top");
        setTop(top);
        empty.setId("step-empty");
        empty.textProperty()
                .bind(Bindings.createStringBinding(() -> texts.get(why.get()), why, texts.messagesProperty()));
        empty.setWrapText(true);
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        empty.managedProperty().bind(empty.visibleProperty());
        parts.getStyleClass().add("step-parts");
        VBox content = new VBox(empty, images, parts);
        content.getStyleClass().add("step-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setId("step-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.accessibleTextProperty().bind(texts.bind("view.step.numbers"));
        setCenter(scroll);
    }

    private Spinner<Integer> spinner(String id, Term term) {
        Spinner<Integer> spinner = new Spinner<>(new IntegerSpinnerValueFactory(0, 0, 0));
        spinner.setId("step-" + id);
        spinner.setPrefWidth(110);
        Buttons.named(spinner, texts.bind("view.step." + id + ".help"));
        Terms.tell(spinner, term, texts);
        spinner.getEditor().accessibleTextProperty().bind(texts.bind("view.step." + id + ".help"));
        RangedNumber.in(spinner, texts);
        return spinner;
    }

    private VBox labelled(Spinner<Integer> spinner, String id) {
        Label label = new Label();
        label.textProperty().bind(texts.bind("view.step." + id));
        label.setLabelFor(spinner);
        return new VBox(label, spinner);
    }

    /** Shows the images with the chosen pixel marked. */
    void showImages(float[] image, float[] input, float[] reconstruction, ImageShape shape, int chosen) {
        original.show(image, shape, chosen);
        seen.setVisible(!java.util.Arrays.equals(image, input));
        seen.setManaged(seen.isVisible());
        seen.show(input, shape, chosen);
        output.show(reconstruction, shape, chosen);
    }

    void show(List<StepText.Part> shown) {
        parts.getChildren().clear();
        for (int i = 0; i < shown.size(); i++) {
            StepText.Part part = shown.get(i);
            Label title = new Label(StepText.numbered(i, part));
            title.getStyleClass().add("step-title");
            Terms.explain(title, part.term(), texts);
            Label words = new Label(part.words());
            words.setWrapText(true);
            Terms.tell(words, part.term(), texts);
            words.setMinHeight(Region.USE_PREF_SIZE);
            VBox box = new VBox(title, words, grid(part));
            box.getStyleClass().add("step-part");
            parts.getChildren().add(box);
        }
    }

    private GridPane grid(StepText.Part part) {
        List<StepText.Line> lines = part.lines();
        GridPane grid = new GridPane();
        grid.getStyleClass().add("step-lines");
        ColumnConstraints name = new ColumnConstraints();
        name.setPercentWidth(30);
        ColumnConstraints how = new ColumnConstraints();
        how.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(name, how);
        for (int row = 0; row < lines.size(); row++) {
            StepText.Line line = lines.get(row);
            Label value = new Label(line.value());
            value.getStyleClass().add("step-value");
            value.setMinWidth(Region.USE_PREF_SIZE);
            value.setMaxWidth(Double.MAX_VALUE);
            value.setAlignment(Pos.CENTER_RIGHT);
            Label reason = new Label(line.how());
            reason.setWrapText(true);
            reason.getStyleClass().add("step-how");
            Label what = new Label(line.name());
            what.setWrapText(true);
            Term term = line.term() == null ? part.term() : line.term();
            for (Label each : List.of(what, reason, value)) {
                Terms.tell(each, term, texts);
            }
            grid.addRow(row, what, reason, value);
        }
        return grid;
    }
}

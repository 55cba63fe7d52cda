package latentlab.view.lesson;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import latentlab.lesson.Block;
import latentlab.lesson.MeasuredValue;
import latentlab.lesson.Question;
import latentlab.lesson.Step;
import latentlab.text.Sentence;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.Tip;

/** Builds what one step shows: the question with its answers, what to watch, and the comparison. */
final class LessonPage {
    /** Style class of what a question is answered with first. */
    static final String ANSWER = "lesson-answer";

    private static final int ROWS = 3;

    private final Step step;
    private final Step.Texts words;
    private final Texts texts;
    private final List<Node> nodes = new ArrayList<>();

    LessonPage(Step step, Texts texts) {
        this.step = step;
        this.texts = texts;
        words = step.texts().in(texts.localeProperty().get());
        Label title = wrapped(new Label(words.title()));
        title.getStyleClass().add("lesson-title");
        nodes.add(title);
        text(words.read());
    }

    List<Node> nodes() {
        return nodes;
    }

    /** The question, and the button that begins what is to be watched. */
    void ask(Consumer<String> answered) {
        Button watch = watchButton();
        if (step.question() == null) {
            watch.setOnAction(_ -> answered.accept(Answers.NO_IDEA));
            watch.getStyleClass().add(ANSWER);
            nodes.add(watch);
            return;
        }
        section("view.lesson.predict", words.predict());
        switch (step.question()) {
            case Question.Choice _ -> askChoice(watch, answered);
            case Question.Number number -> askNumber(number, watch, answered);
            case Question.Words _ -> askWords(watch, answered);
        }
        Hyperlink noIdea = Buttons.named(new Hyperlink(), texts.bind("view.lesson.noIdea.help"));
        noIdea.setId("lesson-no-idea");
        noIdea.textProperty().bind(texts.bind("view.lesson.noIdea"));
        noIdea.setOnAction(_ -> answered.accept(Answers.NO_IDEA));
        noIdea.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(watch, noIdea);
        row.getStyleClass().add("lesson-row");
        nodes.add(row);
    }

    private Button watchButton() {
        Button watch = Buttons.named(new Button(), texts.bind("view.lesson.watch.help"));
        watch.setId("lesson-watch");
        String key = step.actions().isEmpty() ? "view.lesson.compare" : "view.lesson.watch";
        watch.textProperty().bind(texts.bind(key));
        watch.getStyleClass().add(Styles.ACCENT);
        watch.setMinWidth(Region.USE_PREF_SIZE);
        return watch;
    }

    private void askChoice(Button watch, Consumer<String> answered) {
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < words.choices().size(); i++) {
            RadioButton choice = new RadioButton(words.choices().get(i));
            choice.setId("lesson-choice-" + i);
            choice.setToggleGroup(group);
            choice.setUserData(Integer.toString(i));
            Tooltip tooltip = new Tip();
            tooltip.textProperty().bind(texts.bind("view.lesson.choice.help"));
            // Not as its name, which is what it says.
            choice.setTooltip(tooltip);
            wrap(choice);
            if (i == 0) {
                choice.getStyleClass().add(ANSWER);
            }
            nodes.add(choice);
        }
        enable(watch, Bindings.isNotNull(group.selectedToggleProperty()));
        watch.setOnAction(
                _ -> answered.accept((String) group.getSelectedToggle().getUserData()));
    }

    private void askNumber(Question.Number question, Button watch, Consumer<String> answered) {
        TextField field = Buttons.named(new TextField(), texts.bind("view.lesson.number.help"));
        field.setId("lesson-number");
        field.setPrefColumnCount(8);
        field.getStyleClass().add(ANSWER);
        Label unit = new Label(Answers.share(question) ? "%" : "");
        HBox row = new HBox(field, unit);
        row.getStyleClass().add("lesson-row");
        Label fault = wrapped(new Label());
        fault.setId("lesson-fault");
        fault.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.DANGER);
        fault.managedProperty().bind(fault.textProperty().isNotEmpty());
        nodes.add(row);
        nodes.add(fault);
        enable(watch, field.textProperty().isNotEmpty());
        Runnable answer = () -> {
            String number = Answers.number(question, field.getText());
            if (number == null) {
                fault.setText(texts.get("view.lesson.number.fault"));
                field.requestFocus();
            } else {
                answered.accept(number);
            }
        };
        watch.setOnAction(_ -> answer.run());
        field.setOnAction(_ -> answer.run());
    }

    private void askWords(Button watch, Consumer<String> answered) {
        TextArea area = Buttons.named(new TextArea(), texts.bind("view.lesson.words.help"));
        area.setId("lesson-words");
        area.setPrefRowCount(ROWS);
        area.setWrapText(true);
        area.getStyleClass().add(ANSWER);
        nodes.add(area);
        enable(watch, area.textProperty().isNotEmpty());
        watch.setOnAction(_ -> answered.accept(area.getText().strip()));
    }

    private static void enable(Button watch, ObservableBooleanValue answered) {
        watch.disableProperty().bind(Bindings.not(answered));
    }

    /** The question once it has been answered. */
    void answered(String answer) {
        if (step.question() == null) {
            return;
        }
        section("view.lesson.predict", words.predict());
        if (step.question() instanceof Question.Choice) {
            words.choices().forEach(choice -> {
                Label label = wrapped(new Label("• " + choice));
                nodes.add(label);
            });
        }
        if (answer.equals(Answers.NO_IDEA)) {
            note(texts.get("view.lesson.noIdea.said"), "lesson-verdict");
        }
    }

    /** What to look at, and how it is coming along. @param again begins or goes on, null where it goes by itself */
    void watch(Sentence status, Runnable again) {
        section("view.lesson.watch.title", words.watch());
        if (status != null) {
            Label label = wrapped(new Label(texts.get(status)));
            label.setId("lesson-status");
            label.getStyleClass().add(Styles.TEXT_MUTED);
            nodes.add(label);
        }
        if (again != null) {
            Button button = Buttons.named(new Button(), texts.bind("view.lesson.again.help"));
            button.setId("lesson-again");
            button.textProperty().bind(texts.bind("view.lesson.again"));
            button.getStyleClass().add(Styles.ACCENT);
            button.setOnAction(_ -> again.run());
            nodes.add(button);
        }
    }

    /** What came of it. @param anew lets the step be predicted again */
    void compare(String answer, Map<MeasuredValue, Double> values, Runnable anew) {
        if (!words.watch().isEmpty()) {
            section("view.lesson.watch.title", words.watch());
        }
        if (!words.compare().isEmpty()) {
            heading("view.lesson.compare.title");
            LessonText text = new LessonText(words.compare(), values, texts);
            text.setId("lesson-compare");
            nodes.add(text);
        }
        Sentence otherwise = Answers.otherwise(step, values);
        Sentence verdict = Answers.verdict(step, words, answer, values);
        if (verdict != null) {
            note(texts.get(verdict), "lesson-verdict");
        }
        if (otherwise != null) {
            note(texts.get(otherwise), "lesson-otherwise");
        }
        Hyperlink again = Buttons.named(new Hyperlink(), texts.bind("view.lesson.anew.help"));
        again.setId("lesson-anew");
        again.textProperty().bind(texts.bind("view.lesson.anew"));
        again.setOnAction(_ -> anew.run());
        nodes.add(again);
    }

    private void section(String title, List<Block> blocks) {
        if (!blocks.isEmpty()) {
            heading(title);
            text(blocks);
        }
    }

    private void heading(String key) {
        Label heading = new Label(texts.get(key));
        heading.getStyleClass().add("lesson-section");
        nodes.add(heading);
    }

    private void text(List<Block> blocks) {
        if (!blocks.isEmpty()) {
            nodes.add(new LessonText(blocks, Map.of(), texts));
        }
    }

    private void note(String words, String id) {
        Label label = wrapped(new Label(words));
        label.setId(id);
        label.getStyleClass().add("lesson-note");
        nodes.add(label);
    }

    static Label wrapped(Label label) {
        label.setWrapText(true);
        return wrap(label);
    }

    private static <T extends Control> T wrap(T control) {
        if (control instanceof RadioButton choice) {
            choice.setWrapText(true);
        }
        control.setMinHeight(Region.USE_PREF_SIZE);
        control.setMaxWidth(Double.MAX_VALUE);
        return control;
    }
}

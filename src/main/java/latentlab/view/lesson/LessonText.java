package latentlab.view.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import latentlab.lesson.Block;
import latentlab.lesson.MeasuredValue;
import latentlab.lesson.Span;
import latentlab.view.Texts;

/** Some of a lesson's text, with values of the run filled in. It takes the focus, so that it can be read out. */
final class LessonText extends VBox {
    private final Texts texts;
    private final Map<MeasuredValue, Double> values;

    LessonText(List<Block> blocks, Map<MeasuredValue, Double> values, Texts texts) {
        this.texts = texts;
        this.values = values;
        getStyleClass().add("lesson-text");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        List<String> spoken = new ArrayList<>();
        for (Block block : blocks) {
            switch (block) {
                case Block.Paragraph(List<Span> spans) -> {
                    getChildren().add(flow(spans));
                    spoken.add(words(spans));
                }
                case Block.Item(int number, List<Span> spans) -> {
                    getChildren().add(item(number, spans));
                    spoken.add(words(spans));
                }
                case Block.Code(String code) -> {
                    Label lines = new Label(code);
                    lines.getStyleClass().add("lesson-code");
                    lines.setMaxWidth(Double.MAX_VALUE);
                    getChildren().add(lines);
                    spoken.add(code);
                }
            }
        }
        setAccessibleText(String.join("\n", spoken));
    }

    private Node item(int number, List<Span> spans) {
        Label mark = new Label(number == Block.Item.BULLET ? "•" : number + ".");
        mark.getStyleClass().add("lesson-mark");
        mark.setMinWidth(USE_PREF_SIZE);
        TextFlow flow = flow(spans);
        HBox.setHgrow(flow, Priority.ALWAYS);
        HBox row = new HBox(mark, flow);
        row.getStyleClass().add("lesson-item");
        return row;
    }

    private TextFlow flow(List<Span> spans) {
        TextFlow flow = new TextFlow();
        for (Span span : spans) {
            Text text = new Text(words(span));
            text.getStyleClass()
                    .addAll(
                            "text",
                            switch (span.style()) {
                                case PLAIN -> "lesson-plain";
                                case EMPHASIS -> "lesson-emphasis";
                                case STRONG -> "lesson-strong";
                                case CODE -> "lesson-inline-code";
                            });
            if (span instanceof Span.Filled) {
                text.getStyleClass().add("lesson-value");
            }
            flow.getChildren().add(text);
        }
        return flow;
    }

    private String words(List<Span> spans) {
        return spans.stream().map(this::words).collect(Collectors.joining());
    }

    private String words(Span span) {
        return switch (span) {
            case Span.Words(String text, Span.Style _) -> text;
            case Span.Filled(MeasuredValue value, Span.Style _) -> texts.get(value.said(values));
        };
    }
}

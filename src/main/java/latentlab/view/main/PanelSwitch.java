package latentlab.view.main;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;
import latentlab.view.words.Terms;
import org.controlsfx.control.SegmentedButton;

/**
 * Several views in one place: one is shown, buttons choose which. A header without room beside the buttons goes below
 * them; its line is taken from the content's height if possible, so that nothing outside moves.
 */
final class PanelSwitch extends BorderPane {
    private final List<Panel> panels;
    private final SegmentedButton buttons = new SegmentedButton();
    private final FlowPane bar;
    private Panel shown;

    /** @param fill button that has the views shown alone */
    PanelSwitch(List<Panel> panels, Node fill, Texts texts) {
        this.panels = panels;
        getStyleClass().add("panel");
        StackPane headers = new StackPane();
        headers.setAlignment(Pos.CENTER_LEFT);
        StackPane contents = new StackPane();
        contents.setMinHeight(0);
        StackPane handles = new StackPane();
        // Above the headers it lies on, where there is none of them.
        handles.setPickOnBounds(false);
        handles.setAlignment(Pos.TOP_RIGHT);
        handles.getStyleClass().add("panel-handles");
        StackPane.setAlignment(fill, Pos.TOP_RIGHT);
        handles.getChildren().add(fill);
        for (Panel panel : panels) {
            ToggleButton button = button(panel, texts);
            buttons.getButtons().add(button);
            headers.getChildren().add(panel.header());
            contents.getChildren().add(panel.content());
            handles.getChildren().add(panel.picture());
            List.of(button, panel.header(), panel.content()).forEach(panel.picture()::serve);
        }
        buttons.getStyleClass().add("panel-buttons");
        bar = new FlowPane(buttons, headers);
        bar.getStyleClass().addAll("panel-header", "panel-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        setTop(new StackPane(bar, handles));
        setCenter(contents);
        show(panels.getFirst().key());
    }

    List<Keys> keys() {
        return panels.stream().map(Panel::key).toList();
    }

    private ToggleButton button(Panel panel, Texts texts) {
        String name = name(panel.key());
        ToggleButton button = Buttons.named(new ToggleButton(), texts.bind("view." + name + ".help"), panel.key());
        button.setId("show-" + name);
        button.textProperty().bind(texts.bind("view." + name + ".title"));
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> show(panel.key()));
        Term term = Terms.of(panel.content());
        if (term != null) {
            Terms.tell(button, term, texts);
        }
        return button;
    }

    private static String name(Keys key) {
        return key.name().toLowerCase(Locale.ROOT);
    }

    /** Shows the panel of a key. The others are invisible and need not be kept up to date. */
    void show(Keys key) {
        for (int i = 0; i < panels.size(); i++) {
            Panel panel = panels.get(i);
            boolean here = panel.key() == key;
            buttons.getButtons().get(i).setSelected(here);
            panel.header().setVisible(here);
            panel.header().setManaged(here);
            panel.content().setVisible(here);
            panel.picture().setVisible(here);
            if (here) {
                shown = panel;
            }
        }
    }

    /** Only the shown panel needs room. */
    @Override
    protected double computeMinHeight(double width) {
        double inside = inside(width);
        return snappedTopInset()
                + getTop().prefHeight(inside)
                + shown.content().minHeight(inside)
                + snappedBottomInset();
    }

    /** With one line of headers, however many they take: what is in them comes and goes as a run begins. */
    @Override
    protected double computePrefHeight(double width) {
        double oneLine = snappedTopInset()
                + getTop().prefHeight(Double.MAX_VALUE)
                + getCenter().prefHeight(inside(width))
                + snappedBottomInset();
        return Math.max(oneLine, computeMinHeight(width));
    }

    private double inside(double width) {
        return width < 0 ? width : width - snappedLeftInset() - snappedRightInset();
    }
}

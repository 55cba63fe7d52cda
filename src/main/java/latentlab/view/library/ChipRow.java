package latentlab.view.library;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** Short texts side by side, as many as have room; how many more there are is said at the end. */
final class ChipRow extends Pane {
    private static final double GAP = 4;

    private final Label more = new Label();

    ChipRow() {
        more.getStyleClass().add("run-chip-more");
        setMinWidth(0);
    }

    /** @param tag whether the texts are tags, which the person has chosen */
    private static Label chip(String text, boolean tag) {
        Label chip = new Label(text);
        chip.getStyleClass().add(tag ? "run-tag" : "run-chip");
        return chip;
    }

    void show(List<String> tags, List<String> settings) {
        getChildren().clear();
        tags.forEach(each -> getChildren().add(chip(each, true)));
        settings.forEach(each -> getChildren().add(chip(each, false)));
        getChildren().add(more);
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return more.prefHeight(-1) + 2;
    }

    @Override
    protected void layoutChildren() {
        int chips = getChildren().size() - 1;
        double x = 0;
        int shown = 0;
        while (shown < chips) {
            double width = getChildren().get(shown).prefWidth(-1);
            boolean last = shown == chips - 1;
            if (x + width + (last ? 0 : GAP + widthOfMore(chips - shown - 1)) > getWidth()) {
                break;
            }
            place((Label) getChildren().get(shown), x, width);
            x += width + GAP;
            shown++;
        }
        for (int hidden = shown; hidden < chips; hidden++) {
            getChildren().get(hidden).setVisible(false);
        }
        double width = widthOfMore(chips - shown);
        place(more, x, width);
        more.setVisible(shown < chips);
    }

    private double widthOfMore(int hidden) {
        more.setText("+" + hidden);
        return more.prefWidth(-1);
    }

    private void place(Label label, double x, double width) {
        label.setVisible(true);
        double height = label.prefHeight(-1);
        label.resizeRelocate(x, Math.round((getHeight() - height) / 2), width, height);
    }
}

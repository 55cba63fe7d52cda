package latentlab.view.main;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.controlsfx.control.StatusBar;

/**
 * The bottom of the window: its status, and the current notice over it, which grows upwards. There it moves nothing,
 * and leaves free what can be pressed at the end of the status, such as the button that cancels a long task.
 */
final class StatusPlace extends Pane {
    private final StatusBar status;
    private final NoticePane notices;

    StatusPlace(StatusBar status, NoticePane notices) {
        this.status = status;
        this.notices = notices;
        getChildren().addAll(status, notices);
    }

    @Override
    protected double computeMinHeight(double width) {
        return status.minHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return status.prefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return status.minWidth(height);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        status.resizeRelocate(0, 0, width, getHeight());
        status.layout();
        double room = status.getRightItems().stream()
                .filter(Node::isVisible)
                .mapToDouble(item -> status.sceneToLocal(item.localToScene(item.getLayoutBounds()))
                        .getMinX())
                .min()
                .orElse(width);
        double height = notices.prefHeight(room);
        notices.resizeRelocate(0, getHeight() - height, room, height);
    }
}

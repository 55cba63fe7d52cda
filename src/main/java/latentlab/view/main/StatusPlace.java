package latentlab.view.main;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The bottom of the window: its status, and the current notice over it, which grows upwards. There it moves nothing and
 * lies over no button, as it would at the top, where every panel has its own.
 */
final class StatusPlace extends Pane {
    private final Region status;
    private final NoticePane notices;

    StatusPlace(Region status, NoticePane notices) {
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
        double height = notices.prefHeight(width);
        notices.resizeRelocate(0, getHeight() - height, width, height);
    }
}

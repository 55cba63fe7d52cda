package latentlab.view.main;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import latentlab.text.Sentence;
import latentlab.view.Buttons;
import latentlab.view.Notices;
import latentlab.view.Notices.Notice;
import latentlab.view.PopOvers;
import latentlab.view.Texts;
import latentlab.view.Tip;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.action.Action;

/** Shows the current notice in a bar as high as it needs: a sentence, its button, and details on request. */
final class NoticePane extends NotificationPane {
    /** Time for which good news is shown; bad news stays until it is closed. */
    private static final Duration GOOD_NEWS = Duration.seconds(8);

    /** Between a notice and its buttons, in pixels; rather too much, as the line then breaks too soon. */
    private static final double GAP = 16;

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final Notices notices;
    private final Texts texts;
    private final PauseTransition goodNews = new PauseTransition(GOOD_NEWS);

    NoticePane(Notices notices, Texts texts) {
        this.notices = notices;
        this.texts = texts;
        setId("notices");
        setFocusTraversable(false);
        setShowFromTop(false);
        // Without content, it would have no maximum width of its own.
        setMaxWidth(Double.MAX_VALUE);
        setMaxHeight(USE_PREF_SIZE);
        notices.currentProperty().subscribe(this::showNotice);
        texts.messagesProperty()
                .subscribe(() -> showNotice(notices.currentProperty().get()));
        setOnHidden(_ -> notices.clear());
        goodNews.setOnFinished(_ -> notices.clear());
    }

    /** The height of the bar; 0 without a notice. It lies over the window's content, which stays where it is. */
    @Override
    protected double computePrefHeight(double width) {
        Node bar = lookup(".notification-bar");
        return bar == null ? 0 : bar.prefHeight(width < 0 ? getWidth() : width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /** The bar asks its line for a height without saying how wide it is; so a long sentence ended in an ellipsis. */
    @Override
    protected void layoutChildren() {
        nameButtons();
        if (lookup(".notification-bar .button-bar") instanceof Region buttons) {
            buttons.setMinWidth(USE_PREF_SIZE);
        }
        if (lookup(".notification-bar > .pane > .label") instanceof Label line) {
            line.setMinHeight(line.prefHeight(roomForLine(line)));
        }
        super.layoutChildren();
    }

    /** The bar makes them without tooltips, and the one that closes it without a name and out of the focus's way. */
    private void nameButtons() {
        if (lookup(".notification-bar .close-button") instanceof Button close && !close.isFocusTraversable()) {
            Buttons.named(close, texts.bind("view.main.notice.close"));
            close.setFocusTraversable(true);
        }
        for (Node each : lookupAll(".notification-bar .button-bar .button")) {
            if (each instanceof Button button && !(button.getTooltip() instanceof Tip)) {
                // Made anew with each notice and language.
                String words = button.getText();
                boolean details = words.equals(texts.get("view.main.details"));
                button.tooltipProperty().unbind();
                button.setTooltip(new Tip(
                        details ? texts.get("view.main.details.help") : texts.get("view.main.notice.act", words)));
            }
        }
    }

    /** @return what the buttons leave of the bar's width, in pixels */
    private double roomForLine(Label line) {
        Region pane = (Region) line.getParent();
        double others = pane.getChildrenUnmodifiable().stream()
                .filter(each -> each != line && each.isManaged())
                .mapToDouble(each -> each.prefWidth(-1) + GAP)
                .sum();
        return getWidth() - pane.snappedLeftInset() - pane.snappedRightInset() - others;
    }

    private void showNotice(Notice notice) {
        goodNews.stop();
        if (notice == null) {
            if (isShowing()) {
                hide();
            }
            return;
        }
        pseudoClassStateChanged(DONE, notice.kind() == Notices.Kind.DONE);
        setText(texts.get(notice.text()));
        getActions().clear();
        if (notice.first() != null) {
            getActions().add(wayOut(notice.first().label(), notice.first().action()));
        }
        if (notice.action() != null) {
            getActions().add(wayOut(notice.wayOut(), notice.action()));
        }
        if (notice.details() != null) {
            getActions().add(action(Sentence.of("view.main.details"), () -> showDetails(notice.details())));
        }
        if (notice.kind() == Notices.Kind.DONE) {
            goodNews.playFromStart();
        }
        if (!isShowing()) {
            show();
        }
    }

    private Action wayOut(Sentence name, Runnable run) {
        return action(name, () -> {
            notices.clear();
            run.run();
        });
    }

    private Action action(Sentence name, Runnable run) {
        return new Action(texts.get(name), _ -> run.run());
    }

    private void showDetails(String details) {
        Label text = new Label(details);
        text.setWrapText(true);
        text.getStyleClass().add("notice-details");
        PopOvers.of(text, PopOver.ArrowLocation.BOTTOM_CENTER).show(this);
    }
}

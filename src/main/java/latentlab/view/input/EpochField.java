package latentlab.view.input;

import atlantafx.base.theme.Styles;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.stage.PopupWindow.AnchorLocation;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;
import latentlab.view.Tip;
import latentlab.view.words.Terms;

/** The number of the epoch shown, which can be typed over, and how many there are. */
public final class EpochField extends HBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final TextField number = new TextField();
    private final Label of = new Label();
    private final Texts texts;
    /** What there is to say about the number typed. Not shown on hover. */
    private final Tooltip remark = new Tip();

    private int shown;
    /** The newest epoch, which is the last one that can be gone to. */
    private int newest;

    /** Whether the key that has asked for a number is still held: its letter is not meant for the field. */
    private boolean asking;

    private IntConsumer chosen = _ -> {};
    private Runnable leave = () -> {};

    /** @param id what the ids of its parts begin with */
    public EpochField(String id, Texts texts) {
        this.texts = texts;
        getStyleClass().add("timeline-position");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        Buttons.named(number, texts.bind("view.timeline.epoch"), Keys.GO_TO);
        number.setId(id + "-position");
        number.getStyleClass().addAll(Styles.SMALL, "timeline-epoch");
        number.setOnAction(_ -> take());
        number.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
        number.addEventFilter(KeyEvent.ANY, this::drop);
        number.textProperty().subscribe(_ -> quiet());
        number.focusedProperty().subscribe(focused -> {
            if (!focused) {
                quiet();
                number.setText(text(shown));
            }
        });
        of.setId(id + "-of");
        of.setMinWidth(USE_PREF_SIZE);
        Terms.tell(of, Term.EPOCH, texts);
        remark.setId(id + "-remark");
        // Escape is for the field.
        remark.setHideOnEscape(false);
        remark.setAnchorLocation(AnchorLocation.CONTENT_BOTTOM_LEFT);
        getChildren().addAll(number, of);
    }

    /** @param goTo receives an epoch that is typed, 0 to the newest */
    public void setOnChosen(IntConsumer goTo) {
        chosen = goTo;
    }

    /** @param elsewhere gives the focus back to the timeline */
    public void setOnLeave(Runnable elsewhere) {
        leave = elsewhere;
    }

    /** Shows a number, unless another is being typed. @param last on the track */
    public void show(int epoch, int newestEpoch, int last) {
        shown = epoch;
        newest = newestEpoch;
        of.setText(texts.get("view.timeline.of", last));
        number.setPrefColumnCount(Math.max(2, text(last).length()));
        if (!number.isFocused()) {
            number.setText(text(epoch));
        }
    }

    /** Lets a number be typed. */
    public void ask() {
        asking = true;
        number.requestFocus();
        number.selectAll();
    }

    private void drop(KeyEvent event) {
        boolean asked = event.getCode() == Keys.GO_TO.code();
        if (event.getEventType() == KeyEvent.KEY_PRESSED && !asked
                || event.getEventType() == KeyEvent.KEY_RELEASED && asked) {
            asking = false;
        } else if (asking && event.getEventType() == KeyEvent.KEY_TYPED) {
            event.consume();
        }
    }

    private void take() {
        OptionalInt epoch = parse(number.getText(), newest);
        if (epoch.isEmpty()) {
            number.pseudoClassStateChanged(DANGER, true);
            say(texts.get("view.timeline.epoch.refused", newest));
            number.selectAll();
            return;
        }
        leave.run();
        chosen.accept(epoch.getAsInt());
    }

    /** Says something about the number that has been typed, until it is changed or left. */
    public void say(String sentence) {
        remark.setText(sentence);
        Point2D place = localToScreen(0, -4);
        remark.show(number, place.getX(), place.getY());
    }

    private void quiet() {
        number.pseudoClassStateChanged(DANGER, false);
        remark.hide();
    }

    private static String text(int epoch) {
        return Integer.toString(epoch);
    }

    /** @return the epoch that is typed, in any digits; none unless it is a whole number from 0 to the last */
    static OptionalInt parse(String typed, int last) {
        try {
            int epoch = Integer.parseInt(typed.strip());
            return epoch < 0 || epoch > last ? OptionalInt.empty() : OptionalInt.of(epoch);
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }
}

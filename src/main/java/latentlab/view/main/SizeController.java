package latentlab.view.main;

import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import latentlab.preferences.Dividers;
import latentlab.preferences.Preferences;
import latentlab.preferences.TextSizes;
import latentlab.view.Keys;
import latentlab.view.PopOvers;
import latentlab.view.Screens;
import latentlab.view.Texts;
import latentlab.view.Zoomed;
import latentlab.view.main.MainView.Filled;

/** Controls how large the window shows what: text size, dividers, one view alone, and views presented to a hall. */
final class SizeController {
    /** Height of the screen in points while views are presented: text is 1/46 of it, to be read from the last row. */
    private static final double PRESENTED_HEIGHT = 600;

    private final MainView view;
    private final Preferences preferences;
    private final Stage stage;
    private final Zoomed zoomed;
    /** The dividers are being set, one after the other: none has been moved. */
    private boolean dividing;
    /** Text size while views are presented, in per cent. */
    private final ObjectProperty<Integer> presentedSize = new SimpleObjectProperty<>(TextSizes.NORMAL);
    /** What had all the room before views were presented. */
    private Filled before = Filled.NOTHING;

    SizeController(MainView view, Texts texts, Preferences preferences, Stage stage) {
        this.view = view;
        this.preferences = preferences;
        this.stage = stage;
        zoomed = new Zoomed(view);
        preferences.textSizeProperty().subscribe(this::size);
        presentedSize.subscribe(this::size);
        view.menu.larger.setOnAction(_ -> larger());
        view.menu.smaller.setOnAction(_ -> smaller());
        view.menu.normal.setOnAction(_ -> normal());
        view.menu
                .normal
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                "view.main.textSize",
                                Math.round(100 * zoomed.factorProperty().get())),
                        zoomed.factorProperty(),
                        texts.messagesProperty()));
        view.menu.fill.setOnAction(_ -> view.toggleFill());
        view.menu.present.setOnAction(_ -> present(!presents()));
        view.menu.dividers.setOnAction(_ -> preferences.dividersProperty().set(Dividers.AUTOMATIC));
        view.presentation.leave.setOnAction(_ -> present(false));
        view.settings.setOnAction(_ -> toggleSettings());
        preferences
                .settingsFoldedProperty()
                .subscribe(folded -> view.foldedProperty().set(folded));
        preferences.dividersProperty().subscribe(this::divide);
        for (Divided each : new Divided[] {view.sides, view.charts, view.rows}) {
            each.shareProperty().subscribe(this::keepDividers);
        }
        // Leaving full screen by the system's own means leaves the presentation too.
        stage.fullScreenProperty().subscribe((was, now) -> {
            if (was && !now) {
                present(false);
            }
        });
        size();
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::choose);
        zoomed.addEventHandler(KeyEvent.KEY_PRESSED, this::giveBack);
    }

    /** The root of the window's scene. */
    Zoomed zoomed() {
        return zoomed;
    }

    void putKeys(Map<Keys, Runnable> actions) {
        actions.put(Keys.TEXT_LARGER, this::larger);
        actions.put(Keys.TEXT_SMALLER, this::smaller);
        actions.put(Keys.TEXT_NORMAL, this::normal);
        actions.put(Keys.SETTINGS, this::toggleSettings);
        actions.put(Keys.FILL, view::toggleFill);
        actions.put(Keys.PRESENT, () -> present(!presents()));
    }

    /** Escape gives the room back, unless what has the focus had something of its own to end. */
    private void giveBack(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) {
            return;
        }
        if (presents()) {
            present(false);
            event.consume();
        } else if (view.filled() != Filled.NOTHING) {
            view.fill(Filled.NOTHING);
            event.consume();
        }
    }

    private boolean presents() {
        return view.presentedProperty().get();
    }

    private ObjectProperty<Integer> chosen() {
        return presents() ? presentedSize : preferences.textSizeProperty();
    }

    private void larger() {
        chosen().set(TextSizes.larger(chosen().get()));
    }

    private void smaller() {
        chosen().set(TextSizes.smaller(chosen().get()));
    }

    private void normal() {
        chosen().set(presents() ? presentedSize() : TextSizes.NORMAL);
    }

    private void size() {
        double factor = chosen().get() / 100.0;
        if (factor != zoomed.factorProperty().get()) {
            PopOvers.hideAll();
            zoomed.factorProperty().set(factor);
        }
    }

    /** @return per cent: large for the screen, and never less than what the user has chosen for the window */
    private int presentedSize() {
        Rectangle2D screen = Screens.of(stage).getBounds();
        int large = (int) Math.round(100 * screen.getHeight() / PRESENTED_HEIGHT);
        return Math.max(preferences.textSizeProperty().get(), large);
    }

    private void present(boolean now) {
        if (now == presents()) {
            return;
        }
        PopOvers.hideAll();
        if (now) {
            before = view.filled();
            presentedSize.set(presentedSize());
            view.fill(before == Filled.NOTHING ? Filled.MAP : before);
            stage.setFullScreenExitHint("");
            // Escape and F11 are taken here.
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        } else {
            view.fill(before);
        }
        view.presentedProperty().set(now);
        stage.setFullScreen(now);
        size();
    }

    /** Digits choose what is presented, except where they are typed. */
    private void choose(KeyEvent event) {
        Node focused = view.getScene().getFocusOwner();
        boolean modified = event.isShortcutDown() || event.isAltDown() || event.isControlDown();
        if (!presents() || modified || focused instanceof TextInputControl || focused instanceof Spinner) {
            return;
        }
        for (Filled each : Filled.values()) {
            if (event.getCode() == digit(PresentationBar.key(each))) {
                view.fill(each);
                event.consume();
            }
        }
    }

    private static KeyCode digit(int digit) {
        return KeyCode.getKeyCode(Integer.toString(digit));
    }

    private void toggleSettings() {
        boolean folded = !view.foldedProperty().get();
        preferences.settingsFoldedProperty().set(folded);
        view.foldedProperty().set(folded);
    }

    private void divide(Dividers dividers) {
        dividing = true;
        view.sides.shareProperty().set(dividers.settings());
        view.charts.shareProperty().set(dividers.charts());
        view.rows.shareProperty().set(dividers.rows());
        dividing = false;
    }

    private void keepDividers() {
        if (dividing) {
            return;
        }
        preferences
                .dividersProperty()
                .set(new Dividers(
                        view.sides.shareProperty().get(),
                        view.charts.shareProperty().get(),
                        view.rows.shareProperty().get()));
    }
}

package latentlab.view.reconstruction;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import latentlab.preferences.GridLook;
import latentlab.session.EpochComparison;
import latentlab.view.ViewContext;

/** What is chosen in the grid's header: the epoch to compare with, and how images look. */
final class ComparisonControls {
    private final EpochComparison comparison;
    /** Held here: a binding nobody holds is collected. */
    private final ObservableValue<Boolean> comparing;

    ComparisonControls(ReconstructionView view, ViewContext context) {
        comparison = context.comparison();
        ObjectProperty<GridLook> look = context.preferences().gridLookProperty();
        comparing = comparison.pinnedProperty().map(_ -> true).orElse(false);
        view.pin.disableProperty().bind(context.model().runProperty().isNull());
        view.pin.setOnAction(_ -> comparison.pin());
        view.swap.visibleProperty().bind(comparing);
        view.swap.setOnAction(_ -> comparison.swap());
        view.wipe.visibleProperty().bind(comparing);
        view.wipe.setOnAction(_ -> look.set(look.get().withWipe(view.wipe.isSelected())));
        look.subscribe(now -> view.wipe.setSelected(now.wipe()));
        view.end.visibleProperty().bind(comparing);
        view.end.setOnAction(_ -> comparison.end());
        LookCard card = new LookCard(context);
        view.look.setOnAction(_ -> card.toggle(view.look));
        // After everything that is focused: Escape closes what is nearest first.
        EventHandler<KeyEvent> escape = this::escape;
        EventHandler<KeyEvent> fromMenus = event -> {
            if (hasNothingToClose(view.getScene().getFocusOwner())) {
                escape(event);
            }
        };
        view.sceneProperty().subscribe((before, scene) -> {
            if (before != null) {
                before.removeEventHandler(KeyEvent.KEY_PRESSED, escape);
                before.removeEventFilter(KeyEvent.KEY_PRESSED, fromMenus);
            }
            if (scene != null) {
                scene.addEventHandler(KeyEvent.KEY_PRESSED, escape);
                scene.addEventFilter(KeyEvent.KEY_PRESSED, fromMenus);
            }
        });
    }

    /** Menus keep Escape to themselves, open or not. */
    private static boolean hasNothingToClose(Node focused) {
        return switch (focused) {
            case MenuButton menu -> !menu.isShowing();
            case ComboBoxBase<?> choice -> !choice.isShowing();
            case null, default -> false;
        };
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && comparing.getValue()) {
            comparison.end();
            event.consume();
        }
    }
}

package latentlab.view.library;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import latentlab.view.Buttons;
import latentlab.view.PaddedPane;
import latentlab.view.Texts;
import latentlab.view.Toolbar;
import latentlab.view.input.Switch;

/** The library in a place of its own, with its commands and the switch that keeps runs. */
public final class LibraryPane extends PaddedPane {
    /**
     * Something that is shown of the library's runs.
     *
     * @param word for it in the names of texts
     * @param view in the list's place while it is visible
     * @param header in the place of the commands then
     * @param back the way back, which is in the header and says where it leads
     * @param first has the focus when it comes back
     */
    public record Instead(String word, Node view, Node header, Button back, Node first) {}

    private final List<Instead> others;
    /** Out of sight for as long as others are shown, the last first. */
    private final Deque<Instead> behind = new ArrayDeque<>();

    private final Texts texts;
    /** A reference, since a binding without one is garbage-collected. */
    private final BooleanBinding seen;
    /** One takes the place of another. */
    private boolean changing;

    /**
     * @param others of which one at a time is in the list's place, while it is visible; one whose place another takes
     *     comes back after it
     * @param kept whether each run that is trained is kept
     */
    public LibraryPane(LibraryView library, List<Instead> others, ObjectProperty<Boolean> kept, Texts texts) {
        this.others = others;
        this.texts = texts;
        getStyleClass().addAll("panel", "library-pane");
        setId("library-pane");
        Label title = new Label();
        title.textProperty().bind(texts.bind("view.library.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        ToggleSwitch keep = Buttons.named(new Switch(), texts.bind("view.library.keep.help"));
        keep.setId("library-keep");
        keep.textProperty().bind(texts.bind("view.library.keep"));
        kept.subscribe(keep::setSelected);
        keep.selectedProperty().subscribe(kept::set);
        List<Node> left = new ArrayList<>(List.of(title, library.header()));
        StackPane place = new StackPane(library);
        for (Instead each : others) {
            left.add(each.header());
            place.getChildren().add(each.view());
            each.header().visibleProperty().bind(each.view().visibleProperty());
            each.header().managedProperty().bind(each.header().visibleProperty());
            each.view().visibleProperty().subscribe((before, shown) -> changed(library, each, shown));
        }
        Toolbar bar = new Toolbar(left, List.of(keep), 12);
        bar.getStyleClass().addAll("panel-header", "library-bar");
        // Until somebody looks for runs they have no part in the window: styling them would take long at its start.
        seen = visibleProperty().and(sceneProperty().isNotNull());
        seen.subscribe(now -> {
            if (now && getCenter() == null) {
                setTop(bar);
                setCenter(place);
                // What scrolls has its content only then, which may be asked for the focus at once.
                applyCss();
            }
        });
        BooleanBinding listed = Bindings.createBooleanBinding(
                () -> others.stream().noneMatch(each -> each.view().isVisible()),
                others.stream().map(each -> each.view().visibleProperty()).toArray(Observable[]::new));
        // Only in sight it looks for changes.
        library.visibleProperty().bind(visibleProperty().and(listed));
        library.header().visibleProperty().bind(listed);
        library.header().managedProperty().bind(library.header().visibleProperty());
        visibleProperty().subscribe((_, shown) -> {
            if (shown && library.isVisible()) {
                (library.list.isVisible() ? library.list : library.search).requestFocus();
            }
        });
    }

    private void changed(LibraryView library, Instead each, boolean shown) {
        if (changing) {
            return;
        }
        if (shown) {
            behind.remove(each);
            others.stream()
                    .filter(other -> other != each && other.view().isVisible())
                    .findFirst()
                    .ifPresent(other -> {
                        setQuietly(other, false);
                        behind.push(other);
                    });
            String to = "view.library.back."
                    + (behind.isEmpty() ? "runs" : behind.peek().word());
            each.back().textProperty().bind(texts.bind(to));
            Buttons.named(each.back(), texts.bind(to + ".help"));
        } else if (!behind.isEmpty()) {
            Instead next = behind.pop();
            setQuietly(next, true);
            next.first().requestFocus();
        } else if (library.isVisible()) {
            library.list.requestFocus();
        }
    }

    private void setQuietly(Instead other, boolean shown) {
        changing = true;
        other.view().setVisible(shown);
        changing = false;
    }
}

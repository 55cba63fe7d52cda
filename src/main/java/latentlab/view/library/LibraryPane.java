package latentlab.view.library;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/** The library in a place of its own, with its commands and the switch that keeps runs. */
public final class LibraryPane extends BorderPane {
    /**
     * @param comparison of runs, in the list's place while it is visible
     * @param comparisonHeader in the place of the commands then
     * @param kept whether each run that is trained is kept
     */
    public LibraryPane(
            LibraryView library, Node comparison, Node comparisonHeader, ObjectProperty<Boolean> kept, Texts texts) {
        getStyleClass().addAll("panel", "library-pane");
        setId("library-pane");
        Label title = new Label();
        title.textProperty().bind(texts.bind("view.library.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ToggleSwitch keep = Buttons.named(new ToggleSwitch(), texts.bind("view.library.keep.help"));
        keep.setId("library-keep");
        keep.textProperty().bind(texts.bind("view.library.keep"));
        kept.subscribe(keep::setSelected);
        keep.selectedProperty().subscribe(kept::set);
        HBox bar = new HBox(title, library.header(), comparisonHeader, gap, keep);
        bar.getStyleClass().addAll("panel-header", "library-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        setTop(bar);
        setCenter(new StackPane(library, comparison));
        // Only in sight it looks for changes.
        library.visibleProperty()
                .bind(visibleProperty().and(comparison.visibleProperty().not()));
        visibleProperty().subscribe((_, shown) -> {
            if (shown) {
                (library.list.isVisible() ? library.list : library.search).requestFocus();
            }
        });
        library.header().visibleProperty().bind(comparison.visibleProperty().not());
        comparisonHeader.visibleProperty().bind(comparison.visibleProperty());
        for (Node each : List.of(library.header(), comparisonHeader)) {
            each.managedProperty().bind(each.visibleProperty());
        }
        comparison.visibleProperty().subscribe((before, shown) -> {
            if (before && !shown) {
                library.list.requestFocus();
            }
        });
    }
}

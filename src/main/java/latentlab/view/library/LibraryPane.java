package latentlab.view.library;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/** The library in a place of its own, with its commands and the switch that keeps runs. */
public final class LibraryPane extends BorderPane {
    /** @param kept whether each run that is trained is kept */
    public LibraryPane(LibraryView library, ObjectProperty<Boolean> kept, Texts texts) {
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
        HBox bar = new HBox(title, library.header(), gap, keep);
        bar.getStyleClass().addAll("panel-header", "library-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        setTop(bar);
        setCenter(library);
        // Only in sight it looks for changes.
        library.visibleProperty().bind(visibleProperty());
    }
}

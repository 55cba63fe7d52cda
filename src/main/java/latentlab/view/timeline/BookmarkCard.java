package latentlab.view.timeline;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import latentlab.session.Bookmarks;
import latentlab.view.Buttons;
import latentlab.view.PopOvers;
import latentlab.view.Texts;
import org.controlsfx.control.PopOver;

/** Asks for the note of a bookmark, above its button; one that is there can be removed. Escape changes nothing. */
final class BookmarkCard extends VBox {
    private final TextField note;
    private final PopOver popOver = PopOvers.of(this, PopOver.ArrowLocation.BOTTOM_RIGHT);

    BookmarkCard(int epoch, Bookmarks bookmarks, Texts texts) {
        getStyleClass().add("bookmark-card");
        String before = bookmarks.notesProperty().get().get(epoch);
        note = new TextField(before == null ? "" : before);
        note.setId("bookmark-note");
        Label label = new Label(texts.get("view.timeline.bookmark.ask", epoch));
        label.setLabelFor(note);
        Buttons.named(note, texts.bind("view.timeline.bookmark.note"));
        note.setOnAction(_ -> keep(epoch, bookmarks));
        Button save = Buttons.named(new Button(), texts.bind("view.timeline.bookmark.save.help"));
        save.setText(texts.get("view.timeline.bookmark.save"));
        save.setId("bookmark-save");
        save.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
        save.setOnAction(_ -> keep(epoch, bookmarks));
        HBox buttons = new HBox(save);
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getStyleClass().add("bookmark-buttons");
        if (before != null) {
            Button delete = Buttons.named(new Button(), texts.bind("view.timeline.bookmark.delete.help"));
            delete.setText(texts.get("view.timeline.bookmark.delete"));
            delete.setId("bookmark-delete");
            delete.getStyleClass().add(Styles.SMALL);
            delete.setOnAction(_ -> {
                hide();
                bookmarks.remove(epoch);
            });
            buttons.getChildren().add(delete);
        }
        getChildren().addAll(label, note, buttons);
    }

    private void keep(int epoch, Bookmarks bookmarks) {
        hide();
        bookmarks.put(epoch, note.getText().strip());
    }

    /** At once: while it fades, it would take the keys that are meant for the window. */
    private void hide() {
        popOver.hide(Duration.ZERO);
    }

    void show(Node owner) {
        popOver.setOnShown(_ -> {
            note.requestFocus();
            note.selectAll();
        });
        popOver.show(owner);
    }
}

package latentlab.view.export;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import latentlab.export.Export;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;

/** The short menu: the dialogue, what was saved last, and what is saved most often. */
final class ExportView extends MenuButton {
    private static final Set<String> FAVOURITES = Set.of("gif", "html", "png", "csv", "report");

    final MenuItem open = new MenuItem();
    /** Saves once more what was saved last. Invisible before the first time. */
    final MenuItem again = new MenuItem();

    final Map<Export, MenuItem> favourites = new LinkedHashMap<>();
    private final Texts texts;

    ExportView(Texts texts, List<Export> exports) {
        this.texts = texts;
        setId("export");
        getStyleClass().add(Styles.SMALL);
        textProperty().bind(texts.bind("view.export.title"));
        Buttons.icon(Buttons.named(this, texts.bind("view.export.help")), "icon-export");
        open.setId("export-open");
        open.textProperty().bind(texts.bind("view.export.open"));
        open.setAccelerator(Keys.EXPORT.combination());
        again.setId("export-again");
        getItems().addAll(open, again, new SeparatorMenuItem());
        for (Export export : exports) {
            if (FAVOURITES.contains(export.id())) {
                MenuItem item = new MenuItem();
                item.setId("export-" + export.id());
                item.textProperty().bind(named("view.export.item", export));
                if (export.id().equals("gif")) {
                    item.setAccelerator(Keys.GIF.combination());
                }
                favourites.put(export, item);
                getItems().add(item);
            }
        }
    }

    private StringBinding named(String key, Export export) {
        return Bindings.createStringBinding(() -> texts.get(key, texts.get(export.name())), texts.messagesProperty());
    }

    /** @param last what was saved last; null before the first time */
    void showLast(Export last) {
        again.setVisible(last != null);
        again.textProperty().unbind();
        if (last != null) {
            again.textProperty().bind(named("view.export.again", last));
        }
    }
}

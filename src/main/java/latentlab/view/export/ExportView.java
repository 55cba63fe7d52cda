package latentlab.view.export;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import latentlab.export.Export;
import latentlab.export.ExportCatalogue;
import latentlab.export.ExportOption;
import latentlab.export.picture.View;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/** The menu of what can be saved of the run; of pictures, a menu of what they show. */
final class ExportView extends MenuButton {
    /** By export; of pictures, by what they show. */
    final Map<Choice, MenuItem> items = new LinkedHashMap<>();

    /** @param view what a picture shows; null for what is no picture of a view */
    record Choice(Export export, View view) {}

    ExportView(Texts texts, List<Export> exports) {
        setId("export");
        getStyleClass().add(Styles.SMALL);
        textProperty().bind(texts.bind("view.export.title"));
        Buttons.icon(Buttons.named(this, texts.bind("view.export.help")), "icon-export");
        for (Export export : ExportCatalogue.byKind(exports)) {
            boolean ofViews = export.options().contains(ExportOption.VIEW);
            MenuItem item = ofViews ? views(texts, export) : new MenuItem();
            item.setId("export-" + export.id());
            item.textProperty().bind(texts.bind(export.name()));
            if (!ofViews) {
                items.put(new Choice(export, null), item);
            }
            getItems().add(item);
        }
    }

    private Menu views(Texts texts, Export export) {
        Menu menu = new Menu();
        for (View view : View.values()) {
            String word = view.name().toLowerCase(Locale.ROOT);
            MenuItem item = new MenuItem();
            item.setId("export-" + export.id() + "-" + word);
            item.textProperty().bind(texts.bind("export.view." + word));
            items.put(new Choice(export, view), item);
            menu.getItems().add(item);
        }
        return menu;
    }
}

package latentlab.view.export;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import latentlab.export.Export;
import latentlab.export.ExportCatalogue;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/** The menu of what can be saved of the run. */
final class ExportView extends MenuButton {
    final Map<String, MenuItem> items = new LinkedHashMap<>();

    ExportView(Texts texts, List<Export> exports) {
        setId("export");
        getStyleClass().add(Styles.SMALL);
        textProperty().bind(texts.bind("view.export.title"));
        Buttons.icon(Buttons.named(this, texts.bind("view.export.help")), "icon-export");
        for (Export export : ExportCatalogue.byKind(exports)) {
            MenuItem item = new MenuItem();
            item.setId("export-" + export.id());
            item.textProperty().bind(texts.bind(export.name()));
            items.put(export.id(), item);
            getItems().add(item);
        }
    }
}

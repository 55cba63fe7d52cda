package latentlab.view.main;

import atlantafx.base.theme.Styles;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;

/** How large the window shows what, with the keys for it. */
final class ViewMenu extends MenuButton {
    final MenuItem larger;
    final MenuItem smaller;
    /** Says the size there is, in per cent. */
    final MenuItem normal;

    final MenuItem fill;
    final MenuItem present;
    final MenuItem dividers;

    ViewMenu(Texts texts) {
        setId("view-menu");
        Region icon = new Region();
        icon.getStyleClass().addAll("icon", "icon-view");
        setGraphic(icon);
        Buttons.named(this, texts.bind("view.main.menu.help"));
        getStyleClass().addAll(Styles.SMALL, "view-menu");
        setMinWidth(USE_PREF_SIZE);
        larger = item("text-larger", "view.help.text_larger", Keys.TEXT_LARGER, texts);
        smaller = item("text-smaller", "view.help.text_smaller", Keys.TEXT_SMALLER, texts);
        normal = new MenuItem();
        normal.setId("text-normal");
        normal.setAccelerator(Keys.TEXT_NORMAL.combination());
        fill = item("view-fill", "view.help.fill", Keys.FILL, texts);
        present = item("view-present", "view.help.present", Keys.PRESENT, texts);
        dividers = new MenuItem();
        dividers.setId("view-dividers");
        dividers.textProperty().bind(texts.bind("view.main.dividers"));
        getItems()
                .addAll(
                        larger,
                        smaller,
                        normal,
                        new SeparatorMenuItem(),
                        fill,
                        present,
                        new SeparatorMenuItem(),
                        dividers);
    }

    private static MenuItem item(String id, String key, Keys keys, Texts texts) {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.textProperty().bind(texts.bind(key));
        item.setAccelerator(keys.combination());
        return item;
    }
}

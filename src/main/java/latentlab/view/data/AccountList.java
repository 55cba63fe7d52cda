package latentlab.view.data;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.data.AccountLines;
import latentlab.data.AccountLines.Line;
import latentlab.data.Dataset;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/**
 * What loading did, line by line. What a person should look at has a sign and a colour. All names are one click away,
 * in a list that makes nodes only for those in sight: there may be a hundred thousand.
 */
final class AccountList extends VBox {
    private final Texts texts;
    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);
    private final ListView<String> names = new ListView<>();
    private final Hyperlink more = new Hyperlink();
    private Dataset shown;
    private List<Line> account = List.of();
    private boolean all;

    AccountList(Texts texts) {
        this.texts = texts;
        getStyleClass().add("account");
        lines.getStyleClass().add("account-lines");
        scroll.setId("data-account");
        scroll.setFitToWidth(true);
        scroll.prefViewportHeightProperty().bind(lines.heightProperty());
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        names.setId("data-names");
        names.accessibleTextProperty().bind(texts.bind("view.data.names"));
        more.setId("data-all-names");
        Buttons.named(more, texts.bind("view.data.allNames.help"));
        more.managedProperty().bind(more.visibleProperty());
        more.setOnAction(_ -> {
            all = !all;
            paint();
        });
    }

    void show(Dataset dataset) {
        if (dataset != shown) {
            shown = dataset;
            account = AccountLines.of(dataset);
            all = false;
        }
        paint();
    }

    private void paint() {
        more.setVisible(account.stream().anyMatch(Line::isCut));
        more.setText(texts.get(all ? "view.data.fewNames" : "view.data.allNames"));
        lines.getChildren().setAll(account.stream().map(this::label).toList());
        scroll.setAccessibleText(String.join(
                "\n", account.stream().map(line -> texts.get(line.brief())).toList()));
        names.getItems().setAll(all ? rows() : List.of());
        getChildren().setAll(all ? names : scroll, more);
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (Line line : account) {
            rows.add(texts.get(line.sentence()));
            line.names().forEach(name -> rows.add("    " + name));
        }
        return rows;
    }

    private Label label(Line line) {
        Label label = new Label(texts.get(line.brief()));
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        if (line.warning()) {
            Region sign = new Region();
            sign.getStyleClass().addAll("icon", "icon-warning");
            label.setGraphic(sign);
            label.getStyleClass().add("account-warning");
        }
        return label;
    }
}

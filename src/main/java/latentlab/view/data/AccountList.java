package latentlab.view.data;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.data.AccountLines;
import latentlab.data.AccountLines.Line;
import latentlab.data.Dataset;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/**
 * What loading did, line by line. What a person should look at has a sign and a colour; all names are one click away.
 */
final class AccountList extends VBox {
    private final Texts texts;
    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);
    private final Hyperlink more = new Hyperlink();
    private Dataset shown;
    private boolean all;

    AccountList(Texts texts) {
        this.texts = texts;
        getStyleClass().add("account");
        lines.getStyleClass().add("account-lines");
        scroll.setId("data-account");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        more.setId("data-all-names");
        Buttons.named(more, texts.bind("view.data.allNames.help"));
        more.managedProperty().bind(more.visibleProperty());
        more.setOnAction(_ -> {
            all = !all;
            paint();
        });
        getChildren().addAll(scroll, more);
    }

    void show(Dataset dataset) {
        all &= dataset == shown;
        shown = dataset;
        paint();
    }

    private void paint() {
        List<Line> brief = AccountLines.brief(shown);
        List<Line> complete = AccountLines.all(shown);
        more.setVisible(!brief.equals(complete));
        more.setText(texts.get(all ? "view.data.fewNames" : "view.data.allNames"));
        lines.getChildren()
                .setAll((all ? complete : brief).stream().map(this::label).toList());
        scroll.setAccessibleText(String.join(
                "\n", brief.stream().map(line -> texts.get(line.sentence())).toList()));
    }

    private Label label(Line line) {
        Label label = new Label(texts.get(line.sentence()));
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

package latentlab.view.latent;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import latentlab.glossary.Term;
import latentlab.map.MapMethod;
import latentlab.view.Buttons;
import latentlab.view.Choices;
import latentlab.view.Texts;
import latentlab.view.Tip;
import latentlab.view.words.Terms;

/** The controls and progress of a t-SNE or UMAP. */
final class LayoutBar extends FlowPane {
    /** Iterations the button adds. */
    static final int MORE = 500;

    final ToggleButton pause = new ToggleButton();
    final Button more = new Button();
    final ComboBox<Integer> perplexity = new ComboBox<>();
    final ComboBox<Integer> neighbours = new ComboBox<>();
    final ComboBox<Double> distance = new ComboBox<>();
    final ComboBox<Integer> count = new ComboBox<>();
    final Label progress = new Label();
    /** Of a run in training: which epoch the map is of, and how often it is laid out anew. */
    final Label interval = new Label();

    private final ObjectProperty<MapMethod> method = new SimpleObjectProperty<>(MapMethod.TSNE);

    /** @param suffix of the controls' ids, see {@link MapView} */
    LayoutBar(Texts texts, String suffix) {
        setId("tsne-bar" + suffix);
        getStyleClass().add("tsne-bar");
        setAlignment(Pos.CENTER_LEFT);
        managedProperty().bind(visibleProperty());
        pause.setId("tsne-pause" + suffix);
        pause.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        Buttons.icon(Buttons.named(pause, texts.bind("view.latent.tsne.pause.help")), "icon-pause");
        more.setId("tsne-more" + suffix);
        more.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        Buttons.named(more, texts.bind("view.latent.tsne.more.help", MORE));
        more.textProperty().bind(texts.bind("view.latent.tsne.more", MORE));
        perplexity.setId("tsne-perplexity" + suffix);
        count.setId("tsne-count" + suffix);
        Buttons.named(perplexity, texts.bind("view.latent.tsne.perplexity.help"));
        Buttons.named(count, texts.bind("view.latent.tsne.count.help"));
        neighbours.setId("umap-neighbours" + suffix);
        distance.setId("umap-distance" + suffix);
        Buttons.named(neighbours, texts.bind("view.latent.umap.neighbours.help"));
        Buttons.named(distance, texts.bind("view.latent.umap.distance.help"));
        ObservableValue<Boolean> umap = method.map(each -> each == MapMethod.UMAP);
        perplexity.visibleProperty().bind(umap.map(each -> !each));
        neighbours.visibleProperty().bind(umap);
        distance.visibleProperty().bind(umap);
        method.subscribe(each -> Terms.mark(this, each == MapMethod.UMAP ? Term.UMAP : Term.T_SNE));
        Terms.tell(perplexity, Term.PERPLEXITY, texts);
        Terms.tell(neighbours, Term.UMAP, texts);
        Terms.tell(distance, Term.UMAP, texts);
        Choices.words(neighbours, texts, value -> texts.get("view.latent.umap.neighbours", value));
        Choices.words(distance, texts, value -> texts.get("view.latent.umap.distance", value));
        Choices.words(perplexity, texts, value -> texts.get("view.latent.tsne.perplexity", value));
        Choices.words(count, texts, value -> texts.get("view.latent.tsne.count", value));
        for (ComboBox<?> box : List.of(perplexity, neighbours, distance, count)) {
            box.getStyleClass().addAll(Styles.SMALL, "latent-unit");
            box.managedProperty().bind(box.visibleProperty());
        }
        progress.setId("tsne-progress" + suffix);
        progress.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        interval.setId("tsne-interval" + suffix);
        interval.getStyleClass().add(Styles.TEXT_SMALL);
        interval.visibleProperty().bind(interval.textProperty().isNotEmpty());
        interval.managedProperty().bind(interval.visibleProperty());
        toldInFull(progress);
        toldInFull(interval);
        Terms.tell(progress, umap.map(each -> each ? Term.UMAP : Term.KL_DIVERGENCE), texts);
        Terms.tell(interval, Term.EPOCH, texts);
        setMinWidth(0);
        getChildren().addAll(pause, more, perplexity, neighbours, distance, count, interval, progress);
    }

    /** Has the controls of a method: t-SNE or UMAP. */
    void show(MapMethod of) {
        method.set(of);
    }

    /** Where the bar is too narrow for it, its tooltip has all of it. */
    private void toldInFull(Label label) {
        label.maxWidthProperty().bind(widthProperty());
        Tooltip whole = new Tip();
        whole.textProperty().bind(label.textProperty());
        label.setTooltip(whole);
    }
}

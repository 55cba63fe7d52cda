package latentlab.view.latent;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import latentlab.embedding.MapQuality;
import latentlab.glossary.Term;
import latentlab.view.Texts;
import latentlab.view.words.Terms;

/** How much of the neighbourhoods a map keeps, each figure with the term that explains it. */
final class QualityView extends FlowPane {
    private final Texts texts;
    private final Label accuracy;
    private final Label trust;
    private final Label kept;

    QualityView(Texts texts) {
        this.texts = texts;
        accuracy = figure("map-accuracy", Term.NEIGHBOURS_ON_MAP);
        trust = figure("map-trust", Term.TRUSTWORTHINESS);
        kept = figure("map-kept", Term.NEIGHBOURS_KEPT);
        getStyleClass().add("map-quality");
        setMinWidth(0);
        // No larger than its words, since it lies on the map.
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        visibleProperty().bind(kept.textProperty().isNotEmpty());
        List<Label> all = List.of(accuracy, trust, kept);
        accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> all.stream()
                                .map(Label::getText)
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(" · ")),
                        accuracy.textProperty(),
                        trust.textProperty(),
                        kept.textProperty()));
        getChildren().addAll(all);
    }

    private Label figure(String name, Term term) {
        Label figure = new Label();
        figure.getStyleClass().addAll(Styles.TEXT_SMALL, name);
        figure.managedProperty().bind(figure.textProperty().isNotEmpty());
        return Terms.tell(figure, term, texts);
    }

    /** @param quality null for none */
    void show(MapQuality quality) {
        accuracy.setText(
                quality == null || Double.isNaN(quality.accuracy())
                        ? ""
                        : texts.get("view.latent.quality.accuracy", quality.accuracy(), quality.neighbours()));
        trust.setText(quality == null ? "" : texts.get("view.latent.quality.trust", quality.trustworthiness()));
        kept.setText(quality == null ? "" : texts.get("view.latent.quality.kept", quality.preservation()));
    }

    /** As wide as the figures side by side, where there is room for that. */
    @Override
    protected double computePrefWidth(double height) {
        double width = snappedLeftInset() + snappedRightInset() - snapSpaceX(getHgap());
        for (Label figure : List.of(accuracy, trust, kept)) {
            if (figure.isManaged()) {
                width += snapSizeX(figure.prefWidth(-1)) + snapSpaceX(getHgap());
            }
        }
        return Math.min(width, getPrefWrapLength());
    }
}

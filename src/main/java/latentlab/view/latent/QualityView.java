package latentlab.view.latent;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import latentlab.embedding.MapQuality;
import latentlab.glossary.Term;
import latentlab.view.Texts;
import latentlab.view.Tip;
import latentlab.view.words.Terms;

/** How much of the neighbourhoods a map keeps, each figure with the term that explains it. */
final class QualityView extends FlowPane {
    /** At most, of figures. */
    private static final int LINES = 2;

    private final Texts texts;
    private final Label accuracy;
    private final Label trust;
    private final Label kept;
    private final List<Label> figures;

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
        figures = List.of(accuracy, trust, kept);
        accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> figures.stream()
                                .map(Label::getText)
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(" · ")),
                        accuracy.textProperty(),
                        trust.textProperty(),
                        kept.textProperty()));
        getChildren().addAll(figures);
        for (Label figure : figures) {
            figure.textProperty().subscribe(this::fit);
            figure.fontProperty().subscribe(this::fit);
        }
        prefWrapLengthProperty().subscribe(this::fit);
    }

    /** On a narrow map the last has no place: a third line would lie on the name of the map's axis. */
    private void fit() {
        double room = getPrefWrapLength() - snappedLeftInset() - snappedRightInset();
        int lines = 0;
        double used = room;
        for (Label figure : figures) {
            double width = figure.getText().isEmpty() ? 0 : figure.prefWidth(-1);
            if (width > 0 && used + getHgap() + width > room) {
                lines++;
                used = width;
            } else if (width > 0) {
                used += getHgap() + width;
            }
            figure.setVisible(width > 0 && lines <= LINES);
        }
    }

    private Label figure(String name, Term term) {
        Label figure = new Label();
        figure.getStyleClass().addAll(Styles.TEXT_SMALL, name);
        figure.managedProperty().bind(figure.visibleProperty());
        // Of all of them: the last may have no place.
        Tooltip all = new Tip();
        all.textProperty().bind(accessibleTextProperty());
        figure.setTooltip(all);
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
        double around = snappedLeftInset() + snappedRightInset();
        double width = around - snapSpaceX(getHgap());
        double widest = 0;
        for (Label figure : figures) {
            if (figure.isManaged()) {
                double own = snapSizeX(figure.prefWidth(-1));
                width += own + snapSpaceX(getHgap());
                widest = Math.max(widest, own);
            }
        }
        return Math.max(around + widest, Math.min(width, getPrefWrapLength()));
    }
}

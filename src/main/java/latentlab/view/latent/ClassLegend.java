package latentlab.view.latent;

import atlantafx.base.theme.Styles;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;
import latentlab.data.Dataset;
import latentlab.map.ClassNames;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/** A chip with colour and name for each class; while it is pressed, the class is on the map. */
final class ClassLegend extends FlowPane {
    /** Most chips: more would take the map's room. Classes without a chip stay visible. */
    private static final int MOST = 20;

    private final Texts texts;
    private final Consumer<BitSet> changed;
    private final BooleanProperty counted = new SimpleBooleanProperty();

    /** @param changed receives the hidden classes */
    ClassLegend(Texts texts, Consumer<BitSet> changed) {
        this.texts = texts;
        this.changed = changed;
        getStyleClass().add("class-legend");
    }

    /** Whether each chip shows the number of images of its class, for which there is not always room. */
    BooleanProperty countedProperty() {
        return counted;
    }

    /** Shows the classes of a dataset, all of them pressed. */
    void show(Dataset dataset) {
        getChildren().clear();
        changed.accept(new BitSet());
        if (!dataset.test().labelled()) {
            return;
        }
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < dataset.test().count(); i++) {
            counts.merge(dataset.test().label(i), 1, Integer::sum);
        }
        counts.entrySet().stream()
                .limit(MOST)
                .forEach(each -> getChildren().add(chip(dataset, each.getKey(), each.getValue())));
    }

    private ToggleButton chip(Dataset dataset, int label, int count) {
        ToggleButton chip =
                Buttons.named(new ToggleButton(), texts.bind("view.latent.class", dataset.className(label), count));
        String name = ClassNames.brief(dataset.className(label));
        chip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> counted.get() ? texts.get("view.latent.classCount", name, count) : name,
                        counted,
                        texts.messagesProperty()));
        Circle dot = new Circle(4);
        dot.getStyleClass().add("role-class-" + label % 10);
        chip.setGraphic(dot);
        chip.setId("class-" + label);
        chip.setUserData(label);
        chip.setSelected(true);
        chip.getStyleClass().addAll(Styles.SMALL, "class-chip");
        chip.setOnAction(_ -> changed.accept(hidden()));
        return chip;
    }

    private BitSet hidden() {
        BitSet hidden = new BitSet();
        for (var child : getChildren()) {
            if (child instanceof ToggleButton chip && !chip.isSelected()) {
                hidden.set((Integer) chip.getUserData());
            }
        }
        return hidden;
    }
}

package latentlab.view.latent;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;
import latentlab.data.Dataset;
import latentlab.map.ClassNames;
import latentlab.view.Buttons;
import latentlab.view.PopOvers;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import org.controlsfx.control.PopOver;

/**
 * A chip with colour and name for each class; while it is pressed, the class is on the map. Where there are more
 * classes than the map can spare room for, the first have chips and all are in a list that can be searched.
 */
final class ClassLegend extends FlowPane {
    /** Most chips: more would take the map's room. */
    private static final int MOST = 20;
    /** Chips beside the button that opens the list. */
    private static final int BESIDE_LIST = 12;

    private final Texts texts;
    private final ThemeColours colours;
    private final Consumer<BitSet> changed;
    private final BooleanProperty counted = new SimpleBooleanProperty();
    private final List<ToggleButton> chips = new ArrayList<>();
    private final Button more = new Button();
    private final ClassList list;
    private final PopOver card;
    private BitSet hidden = new BitSet();
    private int listed;

    /** @param changed receives the hidden classes */
    ClassLegend(Texts texts, ThemeColours colours, Consumer<BitSet> changed) {
        this.texts = texts;
        this.colours = colours;
        this.changed = changed;
        getStyleClass().add("class-legend");
        more.setId("class-more");
        more.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        Buttons.named(more, texts.bind("view.latent.moreClasses.help"));
        list = new ClassList(texts, colours, this::hide);
        card = PopOvers.of(list, PopOver.ArrowLocation.BOTTOM_CENTER);
        more.setOnAction(_ -> card.show(more));
        texts.messagesProperty().subscribe(this::nameMore);
        // A theme changes its colours one by one: they are taken once, when all have come.
        colours.versionProperty().subscribe(this::requestLayout);
    }

    /** Whether each chip shows the number of images of its class, for which there is not always room. */
    BooleanProperty countedProperty() {
        return counted;
    }

    /** Shows the classes of a dataset, all of them pressed. */
    void show(Dataset dataset) {
        getChildren().clear();
        chips.clear();
        card.hide();
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; dataset.test().labelled() && i < dataset.test().count(); i++) {
            counts.merge(dataset.test().label(i), 1, Integer::sum);
        }
        int room = counts.size() > MOST ? BESIDE_LIST : MOST;
        counts.entrySet().stream()
                .limit(room)
                .forEach(each -> chips.add(chip(dataset, each.getKey(), each.getValue())));
        getChildren().addAll(chips);
        listed = Math.max(0, counts.size() - room);
        list.show(dataset, counts);
        if (listed > 0) {
            getChildren().add(more);
        }
        nameMore();
        hide(new BitSet());
    }

    private void nameMore() {
        more.setText(texts.get("view.latent.moreClasses", listed));
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
        chip.setGraphic(new Circle(4));
        chip.setId("class-" + label);
        chip.setUserData(label);
        colour(chip);
        chip.getStyleClass().addAll(Styles.SMALL, "class-chip");
        chip.setOnAction(_ -> {
            BitSet now = (BitSet) hidden.clone();
            now.set(label, !chip.isSelected());
            hide(now);
        });
        return chip;
    }

    private void colour(ToggleButton chip) {
        colours.dot((Circle) chip.getGraphic(), (Integer) chip.getUserData());
    }

    @Override
    protected void layoutChildren() {
        chips.forEach(this::colour);
        super.layoutChildren();
    }

    private void hide(BitSet now) {
        hidden = now;
        chips.forEach(chip -> chip.setSelected(!now.get((Integer) chip.getUserData())));
        list.showHidden(now);
        changed.accept(now);
    }
}

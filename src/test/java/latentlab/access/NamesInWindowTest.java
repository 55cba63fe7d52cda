package latentlab.access;

import static latentlab.app.WindowFixture.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableView;
import javafx.scene.text.Text;
import latentlab.app.WindowFixture;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever can be used has a role, a name and a state for screen readers, and says on hover what it does. */
class NamesInWindowTest {
    /** What a letter is wide on average, in the width of a wide one: 60 letters are as wide as 30 wide ones. */
    private static final int LETTERS = 60;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1280, 800);

    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> faults = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void everythingHasRoleNameStateAndTooltip(String language) {
        Locale spoken = Locale.forLanguageTag(language);
        new Places(fixture)
                .each(
                        "",
                        (place, scene) -> onFx(() -> {
                            fixture.window.preferences().languageProperty().set(spoken);
                            look(place, scene);
                        }));
        assertThat(seen).hasSizeGreaterThan(150);
        assertThat(faults).isEmpty();
    }

    private void look(String place, Scene scene) {
        Set<Node> labelled = new HashSet<>();
        Reach.walk(scene.getRoot(), node -> {
            if (node instanceof Label label
                    && label.getLabelFor() != null
                    && !label.getText().isBlank()) {
                labelled.add(label.getLabelFor());
            }
        });
        for (Node node : Reach.interactive(scene.getRoot())) {
            if (node == scene.getRoot() || !seen.add(node)) {
                continue;
            }
            String name = place + ": " + Reach.name(node);
            boolean worded = node instanceof Labeled labeled
                    && labeled.getText() != null
                    && !labeled.getText().isBlank();
            String spoken = node.getAccessibleText();
            if (!worded && (spoken == null || spoken.isBlank()) && !labelled.contains(node)) {
                faults.add("no name: " + name);
            }
            AccessibleRole role = node.getAccessibleRole();
            if (role == null || role == AccessibleRole.NODE || role == AccessibleRole.PARENT) {
                faults.add("no role: " + name);
            }
            boolean toggle = node instanceof ToggleButton || node instanceof ToggleSwitch || node instanceof CheckBox;
            if (toggle && !(node.queryAccessibleAttribute(AccessibleAttribute.SELECTED) instanceof Boolean)) {
                faults.add("no state: " + name);
            }
            checkTooltip(name, node);
            if (node instanceof Slider slider) {
                checkValue(name, slider);
            }
        }
    }

    /** Over what holds many things, it would cover them. */
    private void checkTooltip(String name, Node node) {
        boolean large = node instanceof ListView
                || node instanceof TableView
                || node instanceof TreeTableView
                || node instanceof TextArea;
        // The track shows the epoch under the pointer instead, and a field its own words while they are typed.
        if (large || node.getId() != null && node.getId().endsWith("-track") || !(node instanceof Control control)) {
            return;
        }
        // What is disabled says nothing itself: what is around it does.
        Tooltip tooltip = control.getTooltip() == null ? installed(node.getParent()) : control.getTooltip();
        if (tooltip == null || tooltip.getText() == null || tooltip.getText().isBlank()) {
            faults.add("no tooltip: " + name);
        }
    }

    /** @return what {@link Tooltip#install} has left there; null for none */
    private static Tooltip installed(Node node) {
        return (Tooltip) node.getProperties().get("javafx.scene.control.Tooltip");
    }

    /** By itself a slider says where it is on its scale, which may be logarithmic. */
    private void checkValue(String name, Slider slider) {
        double value = slider.getValue();
        double least = slider.getMin();
        double most = slider.getMax();
        String before = slider.getAccessibleText();
        // A latent unit may be the same for all images.
        if (most - least < 0.05) {
            return;
        }
        slider.setValue(value - least > most - value ? least : most);
        String after = slider.getAccessibleText();
        slider.setValue(value);
        if (before != null && before.equals(after)) {
            faults.add("its name has no value: " + name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void tooltipsWrap(String language) {
        onFx(() -> fixture.window.preferences().languageProperty().set(Locale.forLanguageTag(language)));
        List<String> wide = new ArrayList<>();
        onFx(() -> {
            int wrapped = 0;
            for (Node node : Reach.interactive(fixture.stage.getScene().getRoot())) {
                if (node instanceof Control control && control.getTooltip() != null) {
                    Tooltip tooltip = control.getTooltip();
                    tooltip.show(control, 10, 10);
                    tooltip.getScene().getRoot().applyCss();
                    tooltip.getScene().getRoot().layout();
                    Text text = (Text) tooltip.getScene().getRoot().lookup(".text");
                    double letter = text.getFont().getSize() / 2;
                    double width = text.getLayoutBounds().getWidth();
                    if (width > LETTERS * letter + 1) {
                        wide.add(width / letter + " letters: " + tooltip.getText());
                    }
                    boolean all = text.getText().equals(tooltip.getText());
                    if (!all) {
                        wide.add("cut: " + tooltip.getText());
                    }
                    if (text.getLayoutBounds().getHeight()
                            > 2.2 * text.getFont().getSize()) {
                        wrapped++;
                    }
                    tooltip.hide();
                }
            }
            assertThat(wide).isEmpty();
            assertThat(wrapped).as("some are long").isGreaterThan(3);
        });
    }
}

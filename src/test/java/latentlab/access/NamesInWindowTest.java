package latentlab.access;

import static latentlab.app.WindowFixture.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
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

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void everythingHasRoleNameStateAndTooltip(String language) {
        NameCheck names = new NameCheck();
        Locale spoken = Locale.forLanguageTag(language);
        new Places(fixture)
                .each(
                        "",
                        (place, scene) -> onFx(() -> {
                            fixture.window.preferences().languageProperty().set(spoken);
                            names.look(place, scene);
                        }));
        assertThat(names.seen).hasSizeGreaterThan(150);
        assertThat(names.heads).as("columns of all tables").hasSizeGreaterThan(8);
        assertThat(names.faults).isEmpty();
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

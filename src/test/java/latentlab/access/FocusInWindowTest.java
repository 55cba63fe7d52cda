package latentlab.access;

import static latentlab.app.WindowFixture.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import latentlab.app.WindowFixture;
import latentlab.preferences.Theme;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tab goes to whatever can be used, and one sees where it is: wherever in the window, and in each of its cards. */
class FocusInWindowTest {
    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1280, 800);

    @ParameterizedTest
    @EnumSource(Theme.class)
    void goesEverywhereAndIsSeen(Theme theme) {
        onFx(() -> fixture.window.preferences().themeProperty().set(theme));
        boolean light = theme == Theme.LIGHT;
        FocusWalk walk = new FocusWalk();
        // The ring is the same everywhere: in the other theme, some places show it.
        new Places(fixture).each(light ? "" : "main", walk::look);
        assertThat(walk.seen).hasSizeGreaterThan(light ? 150 : 40);
        assertThat(walk.faults).isEmpty();
    }
}

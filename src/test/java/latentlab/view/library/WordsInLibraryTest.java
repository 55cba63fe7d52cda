package latentlab.view.library;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person tells runs apart that nobody has named, and learns what comparing takes. */
class WordsInLibraryTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final LibraryStage fixture = new LibraryStage(420, 600);

    private void untilListed(String... names) {
        until("listed " + List.of(names), () -> fixture.names().equals(List.of(names)));
    }

    private List<String> titles() {
        return robot.lookup(".run-name").queryAllAs(Label.class).stream()
                .filter(name -> name.getScene() != null && name.isVisible())
                .map(Label::getText)
                .toList();
    }

    /** Three runs, of which a person has named the last one. @param second file's name of another */
    private void show(String second) throws Exception {
        fixture.add("2026-11-01 08.00.00 simple 3", 1, config -> config.withLatent(3));
        fixture.add(second, 2, config -> config.withLatent(7));
        fixture.add("my own", 3, config -> config.withLatent(9));
        fixture.show();
    }

    @Test
    void runsThatNobodyHasNamedAreCalledByWhatTellsThemApart() throws Exception {
        show("2026-11-02 08.00.00 simple 7");
        until("called", () -> titles().containsAll(List.of("3 units", "7 units", "my own")));
        onFx(() -> fixture.texts.localeProperty().set(Locale.JAPANESE));
        until("called in Japanese", () -> titles().containsAll(List.of("3 次元", "7 次元", "my own")));
    }

    @Test
    void saysEachFactOfARunOnceAndCallsItTheSameWhereverItIsTold() throws Exception {
        show("2026-11-02 08.00.00 simple 7 batch 4");
        until("listed", () -> titles().stream().sorted().toList().equals(List.of("3 units", "7 units", "my own")));
        // Epochs are among the results.
        until(
                "chips",
                () -> chips().stream().sorted().toList().equals(List.of("batch=4", "batch=4", "batch=4", "latent=9")));
        RunList list = fixture.find("#library-runs");
        onFx(() -> list.getSelectionModel().clearAndSelect(1));
        onFx(list::requestFocus);
        robot.strike(KeyCode.S);
        until("starred", () -> list.getItems().get(1).run().about().star());
        robot.strike(KeyCode.CONTROL, KeyCode.Z);
        until("told", () -> told().equals("Taken back: the star of “7 units”."));
        assertThat(fixture.titles.of(fixture.runs.resolve("2026-11-02 08.00.00 simple 7 batch 4.latentlab")))
                .isEqualTo("7 units");
    }

    @Test
    void whatIsToldCallsARunInTheLanguageInWhichItIsRead() throws Exception {
        show("2026-11-02 08.00.00 simple 7 batch 4");
        until("listed", () -> titles().contains("7 units"));
        RunList list = fixture.find("#library-runs");
        onFx(() -> list.getSelectionModel().clearAndSelect(1));
        onFx(list::requestFocus);
        robot.strike(KeyCode.DELETE);
        until("deleted", () -> told().contains("“7 units”"));
        onFx(() -> fixture.texts.localeProperty().set(Locale.JAPANESE));
        assertThat(told()).contains("「7 次元」").doesNotContain("units");
        onFx(() -> fixture.texts.localeProperty().set(Locale.ENGLISH));
        until("gone", () -> list.getItems().size() == 2);
        robot.strike(KeyCode.CONTROL, KeyCode.Z);
        until("taken back", () -> told().startsWith("Taken back: ") && told().contains("“7 units”"));
        onFx(() -> fixture.texts.localeProperty().set(Locale.JAPANESE));
        assertThat(told()).contains("「7 次元」").doesNotContain("units");
    }

    private String told() {
        return fixture.notices.currentProperty().get() == null
                ? ""
                : fixture.texts.get(fixture.notices.currentProperty().get().text());
    }

    private List<String> chips() {
        return robot.lookup(".run-chip").queryAllAs(Label.class).stream()
                .filter(chip -> chip.getScene() != null)
                .map(Label::getText)
                .toList();
    }

    @Test
    void saysWhatComparingTakesWhileItCannotBe() throws Exception {
        fixture.add("first", 1, config -> config);
        fixture.show();
        untilListed("first");
        assertThat(fixture.find("#library-several").isVisible())
                .as("there is nothing to compare with")
                .isFalse();
        for (int day = 2; day < 6; day++) {
            fixture.add("run" + day, day, config -> config);
        }
        untilListed("run5", "run4", "run3", "run2", "first");
        Label several = fixture.find("#library-several");
        assertThat(several.isVisible()).isTrue();
        assertThat(several.getText())
                .isEqualTo("Select several runs, with Ctrl or Shift held down, for Compare and Side by side.");
        RunList list = fixture.find("#library-runs");
        onFx(() -> list.getSelectionModel().selectRange(0, 2));
        assertThat(several.isVisible()).isFalse();
        onFx(() -> list.getSelectionModel().selectAll());
        assertThat(several.isVisible()).isTrue();
        assertThat(several.getText()).isEqualTo("Side by side has room for two to four runs.");
    }
}

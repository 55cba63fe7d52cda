package latentlab.view.data;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.SmallDatasets;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person opens the folder of yesterday again. */
class RecentDataInWindowTest {
    private final Hand robot = Hand.ONLY;
    private final List<String> loaded = Collections.synchronizedList(new ArrayList<>());

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720).loading(this::load);

    private Dataset load(DataRequest request, Progress progress) {
        loaded.add(request.origin());
        return SmallDatasets.of(40, 10, 8, 8);
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(fixture.folder.resolve(name));
    }

    private void open(Path folder) throws Exception {
        fixture.drop(folder);
        until("opened " + folder, () -> listed().contains(folder.getFileName().toString()));
    }

    /** What the menu offers, in its order. */
    private List<String> listed() {
        return items().stream().map(MenuItem::getText).toList();
    }

    private List<MenuItem> items() {
        return fixture.<MenuButton>find("#data-choice").getItems().stream()
                .filter(item -> String.valueOf(item.getId()).startsWith("data-recent-"))
                .toList();
    }

    private static boolean focused(MenuItem item) {
        AtomicBoolean focused = new AtomicBoolean();
        onFx(() -> focused.set(item.getStyleableNode().isFocused()));
        return focused.get();
    }

    @Test
    void listsTheLastFiveAndOpensOneByKeyboardAfterTheNextStart() throws Exception {
        until("ready", () -> fixture.window.model().history().size() == 1);
        for (String name : List.of("a", "b", "c", "d", "e", "f", "b")) {
            open(folder(name));
        }
        until("five of them", () -> listed().equals(List.of("b", "f", "e", "d", "c")));

        fixture.reopen();
        until("ready again", () -> fixture.window.model().history().size() == 1);
        until("the same", () -> listed().equals(List.of("b", "f", "e", "d", "c")));
        loaded.clear();
        onFx(() -> fixture.find("#data-choice").requestFocus());
        robot.push(KeyCode.DOWN);
        until("shown", () -> fixture.<MenuButton>find("#data-choice").isShowing());
        List<MenuItem> all = fixture.<MenuButton>find("#data-choice").getItems().stream()
                .filter(item -> item.getText() != null)
                .toList();
        for (int i = 0; i < all.size() && !focused(items().get(1)); i++) {
            robot.push(KeyCode.DOWN);
        }
        assertThat(focused(items().get(1))).isTrue();
        robot.push(KeyCode.ENTER);
        until("opened", () -> loaded.contains(fixture.folder.resolve("f").toString()));
        until("first now", () -> listed().equals(List.of("f", "b", "e", "d", "c")));
    }

    @Test
    void cutsALongNameInItsMiddleAndTellsTheWholePath() throws Exception {
        until("ready", () -> fixture.window.model().history().size() == 1);
        Path leaves = folder("leaves");
        Path others = Files.createDirectories(fixture.folder.resolve("other/leaves"));
        Path named = folder("pictures of the leaves of our school garden, autumn");
        fixture.drop(named);
        until("listed", () -> listed().equals(List.of("pictures of the leav…hool garden, autumn")));
        fixture.drop(leaves);
        until("alone", () -> listed().getFirst().equals("leaves"));
        fixture.drop(others);
        until(
                "told apart",
                () -> items().size() == 3
                        && listed().getFirst().endsWith("other/leaves")
                        && listed().get(1).endsWith("/leaves"));

        robot.clickOn("#data-choice");
        robot.moveTo("#data-recent-3");
        until(
                "the path",
                () -> robot.listWindows().stream()
                        .anyMatch(each ->
                                each instanceof Tooltip tip && tip.getText().equals(named.toString())));
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void leavesOutWhatIsGoneAndSaysSoOfWhatGoesMeanwhile() throws Exception {
        until("ready", () -> fixture.window.model().history().size() == 1);
        open(folder("a"));
        open(folder("b"));
        MenuItem gone = items().getFirst();
        Files.delete(fixture.folder.resolve("b"));
        loaded.clear();
        onFx(gone::fire);
        until(
                "said",
                () -> robot.lookup(".notification-bar .label").queryAllAs(Label.class).stream()
                        .anyMatch(label -> String.valueOf(label.getText()).contains("b is not there any more")));
        assertThat(loaded).isEmpty();

        robot.clickOn("#data-choice");
        until("left out", () -> listed().equals(List.of("a")));
        robot.push(KeyCode.ESCAPE);
        folder("b");
        robot.clickOn("#data-choice");
        until("back", () -> listed().equals(List.of("b", "a")));
        robot.push(KeyCode.ESCAPE);
    }
}

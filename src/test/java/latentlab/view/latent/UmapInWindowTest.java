package latentlab.view.latent;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.embedding.umap.UmapSettings;
import latentlab.run.findings.LaidOutMap;
import latentlab.run.findings.LayoutWay.ByUmap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A UMAP of the test images: watched, gone on with, and with choices of its own. */
class UmapInWindowTest {
    private static final int EPOCHS = 2;
    private static final int UMAP = 3;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 900);

    private final Hand robot = Hand.ONLY;

    @BeforeEach
    void train() {
        fixture.train(EPOCHS, config -> config.withLatent(4));
        fixture.untilMapped("#latent-map", EPOCHS);
        choose("#latent-axes", UMAP);
        choose("#tsne-count", 0);
    }

    private void choose(String box, int index) {
        onFx(() -> fixture.<ComboBox<?>>find(box).getSelectionModel().select(index));
    }

    private String progress() {
        return fixture.<Label>find("#tsne-progress").getText();
    }

    private Set<UmapSettings> kept() {
        return fixture.run().findings().maps().stream()
                .map(LaidOutMap::way)
                .map(way -> ((ByUmap) way).settings())
                .collect(Collectors.toSet());
    }

    @Test
    void laysTheCodesOutWhileOneWatchesAndGoesOnFromTheEpochBefore() {
        until("done", () -> progress().startsWith("500 / 500 epochs;"));
        assertThat(fixture.<ToggleButton>find("#tsne-pause").isDisabled()).isTrue();
        until("said", () -> fixture.find("#latent-map").getAccessibleText().contains("a UMAP of their latent codes"));
        until("measured", () -> fixture.find("#map-quality").getAccessibleText().contains("map 10-NN"));
        WritableImage last = fixture.picture("#latent-map");

        robot.strike(KeyCode.HOME);
        until("from there on", () -> progress().startsWith("100 / 100"));
        assertThat(WindowFixture.samePixels(last, fixture.picture("#latent-map")))
                .as("another epoch, another map")
                .isFalse();
        robot.strike(KeyCode.END);
        until("kept", () -> progress().startsWith("500 / 500"));
        until("the same map", () -> WindowFixture.samePixels(last, fixture.snapshot("#latent-map")));

        robot.clickOn("#tsne-more");
        until("more", () -> progress().matches("500 / 500.*|1,000 / 1,000.*"));
        until("moved", () -> !WindowFixture.samePixels(last, fixture.snapshot("#latent-map")));
    }

    @Test
    void hasChoicesOfItsOwnAndTheTsneKeepsIts() {
        until("done", () -> progress().startsWith("500 / 500"));
        assertThat(seen()).containsExactly("umap-neighbours", "umap-distance");
        choose("#umap-neighbours", 0);
        until("from the map before", () -> progress().startsWith("100 / 100"));
        choose("#umap-distance", 5);
        until("both", () -> kept().size() == 3);
        assertThat(kept())
                .extracting(each -> each.neighbours() + " " + each.minimalDistance() + " " + each.rate())
                .containsExactlyInAnyOrder("15 0.1 1.0", "5 0.1 0.25", "5 0.8 0.25");

        choose("#latent-axes", UMAP - 1);
        until("a new map", () -> progress().contains("/ 1,000 iterations, KL"));
        assertThat(seen()).containsExactly("tsne-perplexity");
        choose("#latent-axes", UMAP);
        until("kept", () -> progress().startsWith("100 / 100 epochs"));
        onFx(() -> fixture.window.preferences().languageProperty().set(Locale.JAPANESE));
        until("Japanese", () -> progress().startsWith("100 / 100 エポック"));
    }

    private List<String> seen() {
        return List.of("#umap-neighbours", "#umap-distance", "#tsne-perplexity").stream()
                .map(fixture::<Node>find)
                .filter(Node::isVisible)
                .map(Node::getId)
                .toList();
    }

    @Test
    void mapsPixelsToo() {
        choose("#latent-source", 1);
        until(
                "pixels",
                () -> progress().startsWith("500 / 500")
                        && fixture.find("#latent-map").getAccessibleText().contains("a UMAP of their pixels"));
        assertThat(fixture.run().findings().maps())
                .anyMatch(map -> map.space() == LaidOutMap.Space.PIXELS && map.epoch() == -1);
    }

    @Test
    void pausesAndGoesOn() {
        robot.clickOn("#tsne-pause");
        ToggleButton pause = fixture.find("#tsne-pause");
        onFx(() ->
                assertThat(pause.isSelected() || progress().startsWith("500 /")).isTrue());
        if (pause.isSelected()) {
            robot.clickOn("#tsne-pause");
        }
        until("done", () -> progress().startsWith("500 / 500"));
        robot.clickOn("#tsne-more");
        until("the same one goes on", () -> progress().startsWith("1,000 / 1,000"));
    }
}

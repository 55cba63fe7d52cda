package latentlab.app;

import java.util.List;
import javafx.scene.Scene;

/** The window's style sheets. */
final class StyleSheets {
    private static final List<String> NAMES =
            List.of("latentlab", "charts", "model", "explore", "export", "lesson", "words");

    private StyleSheets() {}

    static void addTo(Scene scene) {
        for (String name : NAMES) {
            scene.getStylesheets()
                    .add(StyleSheets.class
                            .getResource("/latentlab/view/" + name + ".css")
                            .toExternalForm());
        }
    }
}

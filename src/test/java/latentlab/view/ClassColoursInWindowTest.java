package latentlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.stage.Stage;
import latentlab.figure.ClassPalette;
import latentlab.figure.ColourVision;
import latentlab.figure.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Class colours are the same in both themes; curves differ for every eye, and are seen on their background. */
@ExtendWith(ApplicationExtension.class)
class ClassColoursInWindowTest {
    /** Distance in CIELAB, of which about 2 can just be seen side by side; points lie apart. */
    private static final double DISTINCT = 25;

    /** Of lines and their labels: WCAG 2.1, 1.4.11. */
    private static final double THIN_CONTRAST = 3;

    private final ThemeColours colours = new ThemeColours();

    @Start
    void start(Stage stage) {
        Scene scene = new Scene(colours, 100, 100);
        scene.getStylesheets().add(ThemeColours.class.getResource("charts.css").toExternalForm());
        stage.setScene(scene);
        stage.show();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void areThoseOfFilesInEachTheme(boolean dark) {
        inTheme(dark, () -> {
            for (int label = 0; label < 62; label++) {
                assertThat(ThemeColours.rgb(colours.ofClass(label))).isEqualTo(ClassPalette.of(label));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void curvesAreDistinctWithAnyColourVisionAndStandOutFromTheBackground(boolean dark) {
        List<Role> curves = List.of(Role.TRAIN, Role.VALID, Role.ACCURACY);
        inTheme(dark, () -> {
            for (Role curve : curves) {
                for (Role other : curves.subList(0, curves.indexOf(curve))) {
                    assertDistinct(colours.get(curve), colours.get(other), curve + " and " + other);
                }
                assertThat(contrast(colours.get(curve), dark))
                        .as("%s on its background", curve)
                        .isGreaterThan(THIN_CONTRAST);
            }
        });
    }

    /** The gradient of all layers is as dark or light as text, those of layers have the lines' colours. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void linesOfLayersAreDistinctFromEachOtherAndFromThatOfAllAndAreSeen(boolean dark) {
        List<Role> curves = Stream.of(Role.values())
                .filter(role -> role == Role.TEXT || role.line() >= 0)
                .toList();
        inTheme(dark, () -> {
            int[] lines = curves.stream()
                    .mapToInt(role -> ThemeColours.rgb(colours.get(role)))
                    .toArray();
            assertThat(ColourVision.least(lines)).isGreaterThan(20);
            for (Role curve : curves) {
                assertThat(contrast(colours.get(curve), dark)).as("%s", curve).isGreaterThan(THIN_CONTRAST);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theDotOfEachClassIsSeenInTheLegend(boolean dark) {
        inTheme(dark, () -> {
            for (int label = 0; label < 10; label++) {
                Circle dot = new Circle(4);
                colours.dot(dot, label);
                Color seen = (Color) (dot.getStroke() == null ? dot.getFill() : dot.getStroke());
                assertThat(contrast(seen, dark)).as("class %d", label).isGreaterThanOrEqualTo(THIN_CONTRAST);
                assertThat(dot.getFill()).isEqualTo(colours.ofClass(label));
            }
        });
    }

    @Test
    void dotsThatAreHardToSeeOnTheGroundHaveAnEdgeThatIsNot() {
        int blue = ClassPalette.of(0);
        int yellow = ClassPalette.of(1);
        inTheme(true, () -> {
            int[] edges = colours.edges(new int[] {blue, yellow});
            assertThat(contrast(Color.web("#%06x".formatted(edges[0])), true)).isGreaterThan(THIN_CONTRAST);
            assertThat(edges[1]).isEqualTo(yellow);
        });
        inTheme(false, () -> {
            int[] edges = colours.edges(new int[] {blue, yellow});
            assertThat(edges[0]).isEqualTo(blue);
            assertThat(contrast(Color.web("#%06x".formatted(edges[1])), false)).isGreaterThan(THIN_CONTRAST);
        });
    }

    private void inTheme(boolean dark, Runnable check) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            colours.getScene().getRoot().getStyleClass().setAll("root");
            if (dark) {
                colours.getScene().getRoot().getStyleClass().add("dark");
            }
            // Of the theme, which only the window has.
            colours.getScene()
                    .getRoot()
                    .setStyle(
                            dark
                                    ? "-color-bg-default: #0d1117; -color-fg-default: #c9d1d9"
                                    : "-color-bg-default: white; -color-fg-default: #24292f");
            colours.applyCss();
            check.run();
        });
    }

    private static void assertDistinct(Color a, Color b, String which) {
        ColourVision.EYES.forEach(
                (eye, _) -> assertThat(ColourVision.distance(ThemeColours.rgb(a), ThemeColours.rgb(b), eye))
                        .as("%s, %s", which, eye)
                        .isGreaterThan(DISTINCT));
    }

    private static double contrast(Color colour, boolean dark) {
        return ClassPalette.contrast(ThemeColours.rgb(colour), dark ? 0x0d1117 : 0xffffff);
    }
}

package latentlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import latentlab.figure.Role;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The ten class colours are ten for every eye, and seen on their background; so are those of the curves. */
@ExtendWith(ApplicationExtension.class)
class ClassColoursInWindowTest {
    /** Distance in CIELAB, of which about 2 can just be seen side by side; points lie apart. */
    private static final double DISTINCT = 25;

    private static final double CONTRAST = 1.95;

    /** Of lines and their labels: WCAG 2.1, 1.4.11. */
    private static final double THIN_CONTRAST = 3;

    /** What eyes that lack a kind of cone make of linear RGB: Machado, Oliveira and Fernandes 2009, severity 1. */
    private static final Map<String, double[][]> EYES = Map.of(
            "all cones",
            new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            "protanopia",
            new double[][] {
                {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
            },
            "deuteranopia",
            new double[][] {
                {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
            },
            "tritanopia",
            new double[][] {
                {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
            });

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
    void areDistinctWithAnyColourVisionAndStandOutFromTheBackground(boolean dark) {
        inTheme(dark, () -> {
            for (int a = 0; a < 10; a++) {
                for (int b = 0; b < a; b++) {
                    assertDistinct(colours.ofClass(a), colours.ofClass(b), "classes " + a + " and " + b);
                }
            }
            for (int label = 0; label < 10; label++) {
                assertThat(contrast(colours.ofClass(label), dark))
                        .as("class %d on its background", label)
                        .isGreaterThan(CONTRAST);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void moreClassesHaveColoursOfTheirOwnInEachTheme(boolean dark) {
        inTheme(dark, () -> {
            assertThat(IntStream.range(0, 300).mapToObj(colours::ofClass)).doesNotHaveDuplicates();
            for (int label = 10; label < 62; label++) {
                assertThat(contrast(colours.ofClass(label), dark))
                        .as("class %d on its background", label)
                        .isGreaterThan(CONTRAST);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void soAreTheCurves(boolean dark) {
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

    private void inTheme(boolean dark, Runnable check) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            colours.getScene().getRoot().getStyleClass().setAll("root");
            if (dark) {
                colours.getScene().getRoot().getStyleClass().add("dark");
            }
            // Of the theme, which only the window has.
            colours.getScene().getRoot().setStyle("-color-bg-default: " + (dark ? "#0d1117" : "white"));
            colours.applyCss();
            check.run();
        });
    }

    private static void assertDistinct(Color a, Color b, String which) {
        EYES.forEach((eye, matrix) -> {
            double[] one = lab(seen(a, matrix));
            double[] other = lab(seen(b, matrix));
            assertThat(Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]))
                    .as("%s, %s", which, eye)
                    .isGreaterThan(DISTINCT);
        });
    }

    private static double contrast(Color colour, boolean dark) {
        double mine = luminance(linear(colour));
        double behind = luminance(linear(dark ? Color.web("#0d1117") : Color.WHITE));
        return (Math.max(mine, behind) + 0.05) / (Math.min(mine, behind) + 0.05);
    }

    private static double[] linear(Color colour) {
        return new double[] {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double[] seen(Color colour, double[][] matrix) {
        double[] linear = linear(colour);
        double[] seen = new double[3];
        for (int row = 0; row < 3; row++) {
            double sum = 0;
            for (int column = 0; column < 3; column++) {
                sum += matrix[row][column] * linear[column];
            }
            seen[row] = Math.clamp(sum, 0, 1);
        }
        return seen;
    }

    private static double luminance(double[] linear) {
        return 0.2126729 * linear[0] + 0.7151522 * linear[1] + 0.0721750 * linear[2];
    }

    /** CIE 1976 L*a*b* under D65. */
    private static double[] lab(double[] linear) {
        double x = (0.4124564 * linear[0] + 0.3575761 * linear[1] + 0.1804375 * linear[2]) / 0.95047;
        double y = luminance(linear);
        double z = (0.0193339 * linear[0] + 0.1191920 * linear[1] + 0.9503041 * linear[2]) / 1.08883;
        return new double[] {116 * cube(y) - 16, 500 * (cube(x) - cube(y)), 200 * (cube(y) - cube(z))};
    }

    private static double cube(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
    }
}

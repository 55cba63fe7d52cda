package latentlab.data.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.ImageShape;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;

class BuiltInShapesTest {
    @Test
    void areTheSameBytesOnEveryMachine() {
        Dataset some = BuiltInShapes.create(200, 50, Progress.NONE);
        assertThat(some.identity().hash())
                .isEqualTo("440d76344ce3110124531655d6a1054b93f81e4ec4ebafc99e03d4cef5fc0b2b");
    }

    @Test
    void fewerAreTheFirstOfThoseOfTheApp() throws Problem {
        Dataset all = new Datasets().load("shapes", Progress.NONE);
        assertThat(all.train().count()).isEqualTo(6_000);
        assertThat(all.test().count()).isEqualTo(1_000);
        assertThat(all.shape()).isEqualTo(ImageShape.colour(32, 32));
        Dataset few = BuiltInShapes.create(20, 10, Progress.NONE);
        assertThat(Arrays.copyOf(all.test().pixels(), few.test().pixels().length))
                .isEqualTo(few.test().pixels());
    }

    @Test
    void haveTenClassesInAllHues() {
        Dataset some = BuiltInShapes.create(600, 100, Progress.NONE);
        assertThat(IntStream.of(some.train().labels()).distinct().count()).isEqualTo(10);
        assertThat(some.classNames()).hasSize(10).contains("disc", "star", "crescent");
        Set<Integer> strongest = new HashSet<>();
        int size = some.shape().pixels();
        for (int i = 0; i < 50; i++) {
            long[] sums = new long[3];
            for (int at = 0; at < 3 * size; at++) {
                sums[at / size] += some.train().pixels()[i * 3 * size + at] & 0xFF;
            }
            strongest.add(sums[0] > sums[1] ? sums[0] > sums[2] ? 0 : 2 : sums[1] > sums[2] ? 1 : 2);
        }
        assertThat(strongest).as("images that are rather red, green and blue").containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void aShapeIsAsLargeAsItsPlaceAndNoTwoAreAlike() {
        Set<String> seen = new HashSet<>();
        for (Shape shape : Shape.values()) {
            StringBuilder raster = new StringBuilder();
            int inside = 0;
            for (int i = 0; i < 40 * 40; i++) {
                boolean holds = shape.holds(i % 40 / 16.0 - 1.25, i / 40 / 16.0 - 1.25);
                raster.append(holds);
                inside += holds ? 1 : 0;
            }
            assertThat(inside).as("%s", shape).isBetween(150, 820);
            assertThat(shape.holds(1.25, 1.25)).isFalse();
            seen.add(raster.toString());
        }
        assertThat(seen).hasSameSizeAs(Shape.values());
    }

    @Test
    void canBeCancelled() {
        assertThatThrownBy(() -> BuiltInShapes.create((_, _) -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }
}

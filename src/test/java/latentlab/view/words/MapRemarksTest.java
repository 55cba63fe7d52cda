package latentlab.view.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import latentlab.MadeUpImages;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.TrainedRun;
import latentlab.map.MapChoice;
import latentlab.map.MapColouring;
import latentlab.map.MapPoints;
import latentlab.map.MapVisibility;
import latentlab.view.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapRemarksTest {
    @TempDir
    private static Path scratch;

    private static TrainedRun trained;
    private static MapPoints points;

    private final MapRemarks remarks = new MapRemarks(new Texts());

    @BeforeAll
    static void train() throws InterruptedException {
        trained = TrainedRun.of(
                MadeUpImages.dataset(60, 5, 7),
                TrainingConfig.DEFAULT.withLatent(2).withEpochs(1),
                scratch);
        points = MapPoints.of(trained.run(), 1, MapChoice.forDimension(2), () -> true);
    }

    @AfterAll
    static void close() {
        trained.close();
    }

    private static MapVisibility ofTen(int absent, int hidden, int outside) {
        BitSet ten = new BitSet();
        ten.set(0, 10);
        return new MapVisibility(new boolean[60], ten, absent, hidden, outside);
    }

    @Test
    void saysEachReasonForWhichSelectedImagesAreNotSeen() {
        assertThat(remarks.missing(points, ofTen(0, 0, 0), MapColouring.CLASS)).isEmpty();
        assertThat(remarks.missing(points, ofTen(3, 2, 1), MapColouring.CLASS).lines())
                .satisfiesExactly(
                        absent -> assertThat(absent).startsWith("3 of 10 selected images are not on this map"),
                        hidden -> assertThat(hidden).startsWith("2 of 10 selected images are not shown"),
                        outside -> assertThat(outside).startsWith("1 of 10 selected images are outside"));
    }

    @Test
    void saysThatAModelOfFewerUnitsCannotBeColouredByOneItLacks() {
        assertThat(remarks.missing(points, MapVisibility.NONE, MapColouring.unit(1)))
                .isEmpty();
        assertThat(remarks.missing(points, MapVisibility.NONE, MapColouring.unit(2)))
                .isEqualTo("Colours are of the classes: there is no unit 3, the model of this map has 2");
    }
}

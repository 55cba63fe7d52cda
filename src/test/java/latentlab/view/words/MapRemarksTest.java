package latentlab.view.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import latentlab.MadeUpImages;
import latentlab.engine.model.StuckUnits;
import latentlab.engine.model.UnitActivity.State;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.TrainedRun;
import latentlab.glossary.Term;
import latentlab.map.MapChoice;
import latentlab.map.MapColouring;
import latentlab.map.MapMethod;
import latentlab.map.MapPoints;
import latentlab.map.MapSource;
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
    void saysOfATsneTooThatUnitsAreStuckWhetherDeadOrSaturated() {
        StuckUnits one = new StuckUnits(List.of(State.SATURATED, State.ACTIVE));
        MapPoints tsne = MapPoints.laidOut(
                MapPoints.Kind.TSNE, trained.run(), 1, new int[] {3, 5}, new float[] {0, 0, 1, 1}, one);
        MapChoice choice = new MapChoice(MapSource.LATENT, MapMethod.TSNE, 0, 1);
        assertThat(remarks.note(tsne, choice)).isEqualTo("1 of 2 units stuck");
        assertThat(remarks.term(tsne)).isEqualTo(Term.SATURATED_UNIT);
        assertThat(remarks.hint(tsne)).isEmpty();
    }

    @Test
    void saysThatAModelOfFewerUnitsCannotBeColouredByOneItLacks() {
        assertThat(remarks.missing(points, MapVisibility.NONE, MapColouring.unit(1)))
                .isEmpty();
        assertThat(remarks.missing(points, MapVisibility.NONE, MapColouring.unit(2)))
                .isEqualTo("Colours are of the classes: there is no unit 3, the model of this map has 2");
    }
}

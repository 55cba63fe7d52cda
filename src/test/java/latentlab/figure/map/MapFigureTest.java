package latentlab.figure.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.figure.Area;
import latentlab.figure.ClassPalette;
import latentlab.figure.RecordingPen;
import latentlab.figure.RecordingPen.Dot;
import latentlab.figure.RecordingPen.Words;
import latentlab.figure.Role;
import org.junit.jupiter.api.Test;

class MapFigureTest {
    private final RecordingPen pen = new RecordingPen();

    private void draw(float[] places, int[] labels, String... names) {
        draw(List.of(), places, labels, names);
    }

    private void draw(List<String> axes, float[] places, int[] labels, String... names) {
        new MapFigure(
                        new MapFigure.Words("title", "caption ".repeat(40), axes),
                        places,
                        labels,
                        List.of(names),
                        count -> count + " images")
                .draw(pen);
    }

    @Test
    void dotsHaveOneScaleUpwardsAndTheColoursOfTheirClasses() {
        draw(new float[] {0, 0, 1, 0, 0, 0.5f}, new int[] {0, 2, 11}, "a", "b", "c");
        List<Area> dots = pen.dots.stream().limit(3).map(Dot::area).toList();
        double along = dots.get(1).centreX() - dots.get(0).centreX();
        double up = dots.get(0).centreY() - dots.get(2).centreY();
        assertThat(up).isCloseTo(along / 2, within(1e-9));
        assertThat(pen.dots.stream().limit(3).map(Dot::label)).containsExactly(0, 2, 11);
    }

    @Test
    void coloursThatAreHardToSeeOnPaperHaveAnEdge() {
        draw(new float[] {0, 0, 1, 0, 0, 0.5f}, new int[] {0, 4, -1});
        List<Area> dots = pen.dots.stream().limit(3).map(Dot::area).toList();
        List<Integer> hard = IntStream.of(0, 4)
                .filter(label -> ClassPalette.textInEdge(ClassPalette.of(label), 0xFFFFFF) > 0)
                .boxed()
                .toList();
        assertThat(hard).as("green, not blue").containsExactly(4);
        assertThat(pen.rings).singleElement().satisfies(ring -> {
            assertThat(ring.role()).isEqualTo(Role.TEXT);
            assertThat(ring.area().centreX()).isCloseTo(dots.get(1).centreX(), within(1e-9));
            assertThat(ring.area().width()).isLessThan(dots.get(1).width());
        });
        assertThat(pen.tracks).as("nothing lies deep").isEmpty();
    }

    @Test
    void linesGoRoundAPlaceWhereDotsLieDeep() {
        float[] places = new float[2 * 300];
        for (int i = 0; i < 200; i++) {
            places[2 * i] = 0.5f + 0.001f * (i % 20);
            places[2 * i + 1] = 0.5f + 0.001f * (i / 20);
        }
        for (int i = 200; i < 300; i++) {
            places[2 * i] = i % 10 / 9f;
            places[2 * i + 1] = (i - 200) / 10 / 9f;
        }
        draw(places, new int[300]);
        Area crowd = pen.dots.getFirst().area();
        assertThat(pen.tracks).singleElement().satisfies(lines -> {
            assertThat(lines.role()).isEqualTo(Role.TEXT);
            double most = 0;
            for (int i = 0; i < lines.places().size(); i += 2) {
                most = Math.max(
                        most,
                        Math.hypot(
                                lines.places().get(i) - crowd.centreX(),
                                lines.places().get(i + 1) - crowd.centreY()));
            }
            assertThat(most).as("near the crowd").isBetween(4.0, 40.0);
        });
    }

    @Test
    void theLegendCountsImagesOfEachClassAndCutsLongNames() {
        draw(new float[8], new int[] {0, 0, 1, 0}, "zero", "a very long name of a class", "none");
        assertThat(pen.words()).contains("zero", "3 images", "1 images", "0 images");
        assertThat(pen.words()).anyMatch(words -> words.startsWith("a v") && words.endsWith("…"));
        assertThat(pen.words()).anyMatch(words -> words.startsWith("caption") && words.endsWith("…"));
    }

    @Test
    void withoutLabelsThereIsOneColourAndNoLegend() {
        draw(new float[] {0, 0, 1, 1}, new int[] {-1, -1});
        assertThat(pen.dots).hasSize(2).extracting(Dot::role).containsOnly(Role.MUTED);
        assertThat(pen.texts).hasSize(2);
    }

    @Test
    void axesThatMeanSomethingHaveNames() {
        draw(new float[] {0, 0, 1, 1}, new int[] {-1, -1});
        assertThat(pen.haloed).as("a t-SNE's").isEmpty();
        draw(List.of("PC 1", "PC 2"), new float[] {0, 0, 1, 1}, new int[] {-1, -1});
        assertThat(pen.haloed).containsExactly("x: PC 1", "y: PC 2");
    }

    @Test
    void namesOfClassesInOnePlaceStandBesideItEachWithALine() {
        int[] labels = IntStream.range(0, 60).map(i -> i / 30).toArray();
        draw(new float[120], labels, "seven", "nine");
        assertThat(pen.haloed).containsExactly("seven", "nine");
        List<Words> names = pen.texts.stream()
                .filter(text -> pen.haloed.contains(text.words()))
                .limit(2)
                .toList();
        assertThat(Math.abs(names.get(0).y() - names.get(1).y())).isGreaterThan(15);
        assertThat(pen.lines).hasSize(2);
    }

    @Test
    void aClassOfManyHasItsNameAtOneOfItsImages() {
        float[] places = new float[2 * 45];
        int[] labels = new int[45];
        for (int i = 0; i < 45; i++) {
            places[2 * i] = i;
            labels[i] = i < 25 ? 0 : 1;
        }
        draw(places, labels, "many", "more");
        assertThat(pen.haloed).containsExactly("many", "more");
        Words many = pen.texts.stream()
                .filter(text -> text.words().equals("many"))
                .findFirst()
                .orElseThrow();
        Comparator<Integer> distance = Comparator.comparingDouble(
                image -> Math.abs(pen.dots.get(image).area().centreX() - many.x()));
        assertThat(IntStream.range(0, 45).boxed().min(distance))
                .as("the one in the middle of its class")
                .hasValue(12);

        pen.haloed.clear();
        draw(Arrays.copyOf(places, 2 * 19), Arrays.copyOf(labels, 19), "many", "more");
        assertThat(pen.haloed).as("fewer images would lie below it").isEmpty();
        draw(places, labels, IntStream.range(0, 13).mapToObj(Integer::toString).toArray(String[]::new));
        assertThat(pen.haloed).as("more names would cover the map").isEmpty();
    }
}

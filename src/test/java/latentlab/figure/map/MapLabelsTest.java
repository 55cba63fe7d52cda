package latentlab.figure.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import latentlab.figure.Area;
import latentlab.figure.RecordingPen;
import latentlab.figure.RecordingPen.Line;
import latentlab.figure.RecordingPen.Words;
import latentlab.map.ClassMiddles.Middle;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Axes;
import latentlab.map.MapPoints.Frame;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapPoints.Range;
import latentlab.map.MapProjection;
import latentlab.map.MapZoom;
import org.junit.jupiter.api.Test;

class MapLabelsTest {
    private static final Range UNIT = new Range(0, 1);
    private static final double GUTTER = 60;

    private final RecordingPen pen = new RecordingPen();
    private final BitSet hidden = new BitSet();

    private static String name(int label) {
        return "class " + label;
    }

    private static MapPoints points(Kind kind, Range y, boolean collapsed, Middle... middles) {
        float[] none = {};
        Frame frame = kind == Kind.STRIP ? new Frame(UNIT, y) : null;
        Axes axes = new Axes(0, 1);
        return new MapPoints(
                null, 1, kind, none, none, UNIT, y, frame, Double.NaN, collapsed, null, axes, List.of(middles));
    }

    private MapProjection draw(MapPoints points, MapZoom zoom) {
        MapProjection projection = new MapProjection(points, 400, 300, GUTTER, zoom);
        MapLabels.of(pen, projection, hidden, MapLabelsTest::name).draw(pen);
        return projection;
    }

    private MapProjection drawMap(Middle... middles) {
        return draw(points(Kind.TSNE, UNIT, false, middles), MapZoom.WHOLE);
    }

    private MapProjection drawStrip(int bands) {
        Middle[] middles = new Middle[bands];
        for (int label = 0; label < bands; label++) {
            middles[label] = new Middle(label, 0.5, bands - label - 0.5, 1);
        }
        return draw(points(Kind.STRIP, new Range(0, bands), false, middles), MapZoom.WHOLE);
    }

    @Test
    void aNameStandsInTheMiddleOfItsClass() {
        MapProjection places = drawMap(new Middle(0, 0.2, 0.3, 1), new Middle(3, 0.8, 0.7, 1));
        assertThat(pen.haloed).containsExactly("class 0", "class 3");
        Words three = pen.texts.get(1);
        assertThat(three.x()).isBetween(places.placeX(0.8) - 1, places.placeX(0.8) + 1);
        assertThat(three.y()).isBetween(places.placeY(0.7) - 1, places.placeY(0.7) + 1);
        assertThat(pen.lines).isEmpty();
        assertThat(pen.dots).isEmpty();
    }

    @Test
    void aNameThatHadToMoveHasALineAndADotWhereItBelongs() {
        Middle[] crowd = new Middle[5];
        for (int label = 0; label < crowd.length; label++) {
            crowd[label] = new Middle(label, 0.5, 0.5, 1);
        }
        MapProjection places = drawMap(crowd);
        double x = places.placeX(0.5);
        double y = places.placeY(0.5);
        assertThat(pen.haloed).hasSize(5);
        assertThat(pen.lines).isNotEmpty().hasSameSizeAs(pen.dots);
        assertThat(pen.dots).allSatisfy(dot -> assertThat(dot.area()).isEqualTo(new Area(x - 2, y - 2, 4, 4)));
        assertThat(pen.lines).allSatisfy(line -> assertThat(line.places()).startsWith(x, y));
        assertThat(pen.lines)
                .extracting(Line::places)
                .allSatisfy(line -> assertThat(pen.texts)
                        .anySatisfy(text -> assertThat(line).endsWith(text.x(), text.y())));
    }

    @Test
    void onlyClassesThatAreShownAndInSightHaveNames() {
        hidden.set(1);
        Middle[] middles = {new Middle(0, 0.5, 0.5, 1), new Middle(1, 0.52, 0.52, 1), new Middle(2, 0.9, 0.9, 1)};
        draw(points(Kind.TSNE, UNIT, false, middles), new MapZoom(10, 0, 0));
        assertThat(pen.words()).containsExactly("class 0");
    }

    @Test
    void whereAllImagesLieInOneSpotThereAreNoNames() {
        draw(points(Kind.PRINCIPAL, UNIT, true, new Middle(0, 0.5, 0.5, 1)), MapZoom.WHOLE);
        assertThat(pen.texts).isEmpty();
    }

    @Test
    void inAStripANameStandsBesideTheMiddleOfItsBand() {
        hidden.set(1);
        MapProjection places = drawStrip(3);
        assertThat(pen.words()).containsExactly("class 0", "class 2");
        assertThat(pen.haloed).isEmpty();
        Words first = pen.texts.get(0);
        assertThat(first.y()).isCloseTo(places.placeY(2.5), within(1e-9));
        assertThat(first.x()).isEqualTo(GUTTER - 8);
        assertThat(first.room()).isEqualTo(GUTTER - 8);
    }

    @Test
    void ofBandsThatAreTooLowForNamesSomeHaveOne() {
        drawStrip(60);
        assertThat(pen.texts).hasSizeBetween(10, 20);
        for (int i = 1; i < pen.texts.size(); i++) {
            assertThat(pen.texts.get(i).y() - pen.texts.get(i - 1).y()).isGreaterThanOrEqualTo(14);
        }
    }

    @Test
    void theGutterHasRoomForTheWidestNameUpToAMeasure() {
        MapPoints points = points(Kind.STRIP, new Range(0, 2), false, new Middle(0, 0, 0, 1), new Middle(1, 0, 1, 1));
        assertThat(MapLabels.gutter(pen, points, label -> "x".repeat(1 + 3 * label)))
                .isEqualTo(4 * 6 + 20);
        assertThat(MapLabels.gutter(pen, points, label -> "x".repeat(100))).isEqualTo(96);
    }

    @Test
    void ofManyThatWouldCoverOneAnotherTheLargestClassesAreNamed() {
        Middle[] middles = new Middle[60];
        for (int label = 0; label < 60; label++) {
            // Twelve to a place, of which the last is the largest.
            middles[label] = new Middle(label, 0.05 + 0.22 * (label / 12), 0.5, label % 12);
        }
        drawMap(middles);
        assertThat(pen.words()).containsExactlyInAnyOrder("class 11", "class 23", "class 35", "class 47", "class 59");
        assertThat(pen.lines).as("each at its own place").isEmpty();
    }
}

package latentlab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import latentlab.data.ImageShape;
import latentlab.figure.ImageGridFigure.Row;
import latentlab.figure.RecordingPen.Picture;
import latentlab.figure.RecordingPen.Words;
import org.junit.jupiter.api.Test;

class ImageGridFigureTest {
    private static final int COLUMNS = 4;
    private static final ImageStrip ABOVE = new ImageStrip(new byte[COLUMNS * 6], ImageShape.grey(2, 3));
    private static final ImageStrip BELOW = new ImageStrip(new byte[COLUMNS * 6], ImageShape.grey(2, 3));
    private static final List<Row> ROWS = List.of(new Row("originals", ABOVE), new Row("made", BELOW));

    private final RecordingPen pen = new RecordingPen();

    private static ImageGridFigure figure(double width, double height, double... errors) {
        return new ImageGridFigure(width, height, COLUMNS, ROWS, errors, error -> "e" + error);
    }

    @Test
    void eachRowStandsBelowTheOneBeforeWithItsNameBeside() {
        ImageGridFigure figure = figure(104 + 4 * 50 + 3 * 8, 500);
        figure.draw(pen);
        assertThat(figure.side()).isEqualTo(50);
        assertThat(pen.pictures)
                .hasSize(8)
                .startsWith(
                        new Picture(ABOVE, 0, new Area(104, 0, 50, 50)),
                        new Picture(ABOVE, 1, new Area(162, 0, 50, 50)))
                .endsWith(new Picture(BELOW, 3, new Area(278, 58, 50, 50)));
        assertThat(pen.texts)
                .extracting(Words::words, Words::x, Words::y, Words::room)
                .containsExactly(tuple("originals", 96.0, 25.0, 96.0), tuple("made", 96.0, 83.0, 96.0));
    }

    @Test
    void errorsStandBelowTheirColumnsAsFarAsTheyAreKnown() {
        ImageGridFigure figure = figure(328, 500, 0.5, 0.25);
        figure.draw(pen);
        assertThat(pen.words()).endsWith("e0.5", "e0.25").hasSize(4);
        assertThat(pen.texts.getLast().x()).isEqualTo(figure.x(1) + 25);
        assertThat(pen.texts.getLast().y()).isBetween(figure.bottom(), figure.end());
    }

    @Test
    void imagesAreAsLargeAsBothDirectionsLetThem() {
        assertThat(figure(328, 60 + 8 + 18).side()).isEqualTo(30);
        assertThat(figure(600, 60 + 8 + 18).x(0)).as("in the middle").isEqualTo(104 + (600 - 104 - 186) / 2);
        assertThat(figure(20, 20).side()).as("never gone").isEqualTo(8);
        assertThat(ImageGridFigure.heightFor(328, COLUMNS)).isEqualTo(2 * 50 + 8 + 18);
        assertThat(ImageGridFigure.heightFor(5000, COLUMNS)).isEqualTo(2 * 112 + 8 + 18);
    }

    @Test
    void findsTheColumnAtAPlaceAndNoneBetweenThem() {
        ImageGridFigure figure = figure(328, 500);
        assertThat(figure.columnAt(104, 0)).isZero();
        assertThat(figure.columnAt(163, 107)).isEqualTo(1);
        assertThat(figure.columnAt(157, 20)).as("in a gap").isEqualTo(-1);
        assertThat(figure.columnAt(90, 20)).as("on a name").isEqualTo(-1);
        assertThat(figure.columnAt(104, 109)).as("below").isEqualTo(-1);
        assertThat(figure.columnAt(340, 20)).as("beside").isEqualTo(-1);
    }

    @Test
    void moreRowsMakeImagesSmallerAndNothingIsCut() {
        double two = ImageGridFigure.heightFor(700, COLUMNS);
        double four = ImageGridFigure.heightFor(700, COLUMNS, 4, 2);
        assertThat(four).isGreaterThan(two).isLessThan(2 * two);
        List<Row> rows = List.of(ROWS.getFirst(), ROWS.getLast(), ROWS.getLast(), ROWS.getLast());
        for (double height : new double[] {four, 110}) {
            ImageGridFigure.Numbers numbers = new ImageGridFigure.Numbers(new double[COLUMNS], error -> "e");
            ImageGridFigure figure = new ImageGridFigure(700, height, COLUMNS, rows, List.of(numbers, numbers));
            assertThat(figure.end()).isBetween(height - 4, height);
            assertThat(figure.place(3, 0).bottom()).isEqualTo(figure.bottom());
        }
    }

    @Test
    void smallImagesStandApartWhereTheirNumbersNeedTheRoom() {
        figure(328, 60, 0.5).draw(pen);
        assertThat(pen.texts.getLast().room()).isEqualTo(48);
        ImageGridFigure figure = figure(328, 60);
        assertThat(figure.side()).isEqualTo(17);
        assertThat(figure.x(3) + figure.side()).isLessThanOrEqualTo(328);
        assertThat(figure.columnAt(figure.x(2) + 1, 0)).isEqualTo(2);
        assertThat(figure.columnAt(figure.x(2) - 1, 0)).as("in a gap").isEqualTo(-1);
        assertThat(figure.gapAt(figure.x(2) - 3)).isEqualTo(2);
        RecordingPen narrow = new RecordingPen();
        figure(104 + 4 * 17 + 3 * 10, 60, 0.5).draw(narrow);
        assertThat(narrow.texts.getLast().room()).as("as much as there is").isEqualTo(23);
        ImageGridFigure bare = new ImageGridFigure(328, 60, COLUMNS, ROWS, List.of());
        assertThat(bare.x(1) - bare.x(0)).as("nothing to read").isEqualTo(bare.side() + 8);
    }

    @Test
    void aRowWithColoursForValuesSaysWhichIsWhichWhereThereIsRoom() {
        WeightStrip signed = new WeightStrip(new float[COLUMNS * 6], 1, ImageShape.grey(2, 3), 0);
        WeightStrip colours = new WeightStrip(new float[8], 1, ImageShape.grey(1, 8), 0);
        Row row = new Row("error", signed, new ImageGridFigure.Scale(colours, "-1", "+1"));
        new ImageGridFigure(328, 500, COLUMNS, List.of(ROWS.getFirst(), row), List.of()).draw(pen);
        assertThat(pen.words()).containsExactly("originals", "error", "+1", "-1");
        assertThat(pen.weights).hasSize(2);
        assertThat(pen.weights.getFirst().weights()).isSameAs(colours);
        assertThat(pen.weights.getLast().placed()).hasSize(COLUMNS);
        RecordingPen low = new RecordingPen();
        new ImageGridFigure(328, 60, COLUMNS, List.of(ROWS.getFirst(), row), List.of()).draw(low);
        assertThat(low.words()).containsExactly("originals", "error");
    }
}

package latentlab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import latentlab.figure.TileLayout.Tile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileLayoutTest {
    private static final double WIDTH = 940;
    private static final double HEIGHT = 172;

    @ParameterizedTest
    @CsvSource({"1, 2, false", "2, 1, false", "20, 2, false", "33, 1, true", "128, 2, false", "1000, 2, true"})
    void everyImageIsInsideAndIsTheOneAtItsPlace(int units, int banks, boolean numbers) {
        TileLayout layout = TileLayout.of(units, banks, numbers, WIDTH, HEIGHT);
        for (int bank = 0; bank < banks; bank++) {
            for (int index = 0; index < units; index++) {
                Tile tile = new Tile(bank, index);
                double x = layout.x(tile);
                double y = layout.y(tile);
                assertThat(x).isBetween(TileLayout.CAPTION_WIDTH, WIDTH - layout.side());
                assertThat(y).isBetween(TileLayout.NUMBER_HEIGHT, layout.height() - layout.side());
                assertThat(layout.at(x + 1, y + 1)).isEqualTo(tile);
                assertThat(layout.at(x + layout.side() - 1, y + layout.side() - 1))
                        .isEqualTo(tile);
                assertThat(layout.at(x + 1, y - 1)).as("its number").isNull();
            }
        }
        assertThat(layout.at(0, 20)).isNull();
    }

    @Test
    void whatFitsIsSeenAtOnceAndWhatDoesNotIsScrolled() {
        assertThat(TileLayout.of(20, 2, false, WIDTH, HEIGHT).height()).isLessThanOrEqualTo(HEIGHT);
        assertThat(TileLayout.of(128, 2, false, WIDTH, HEIGHT).height()).isGreaterThan(HEIGHT);
        assertThat(TileLayout.of(2, 2, false, WIDTH, HEIGHT).side())
                .as("few units are shown large")
                .isGreaterThan(70);
    }

    @Test
    void stepsGoThroughTheUnitsAndFromBankToBank() {
        TileLayout layout = TileLayout.of(1000, 2, true, WIDTH, HEIGHT);
        int columns = layout.columns();
        Tile second = new Tile(0, 1);
        assertThat(layout.next(second, 1, 0)).isEqualTo(new Tile(0, 2));
        assertThat(layout.next(second, 0, 1)).isEqualTo(new Tile(1, 1));
        assertThat(layout.next(new Tile(1, 1), 0, 1)).isEqualTo(new Tile(0, columns + 1));
        assertThat(layout.next(second, 0, -1)).as("nothing above").isEqualTo(second);
        assertThat(layout.next(new Tile(0, 0), -1, 0)).isEqualTo(new Tile(0, 0));
        assertThat(layout.next(new Tile(1, 999), 1, 0)).isEqualTo(new Tile(1, 999));
        assertThat(layout.next(new Tile(1, 999), 0, 1)).isEqualTo(new Tile(1, 999));
    }
}

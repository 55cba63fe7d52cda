package latentlab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import latentlab.data.ImageShape;
import org.junit.jupiter.api.Test;

class WeightScaleTest {
    @Test
    void levelsReachFromTheGreatestMagnitudeBelowZeroToThatAbove() {
        WeightStrip strip = new WeightStrip(new float[] {-2, -1, 0, 1, 2}, 2, ImageShape.grey(1, 5), 0);
        assertThat(strip.levels()).containsExactly(0, 127 - 63, 127, 127 + 64, 254);
        assertThat(WeightScale.weight(0)).isEqualTo(-1);
        assertThat(WeightScale.weight(WeightScale.ZERO)).isZero();
        assertThat(WeightScale.weight(254)).isEqualTo(1);
        assertThat(new WeightStrip(new float[] {0}, 0, ImageShape.grey(1, 1), 0).levels())
                .as("nothing but zeros")
                .containsExactly(127);
    }

    @Test
    void signsHaveColoursOfTheirOwnAndSmallWeightsAreSeen() {
        assertThat(WeightScale.end(-0.1)).isEqualTo(Role.WEIGHT_NEGATIVE);
        assertThat(WeightScale.end(0.1)).isEqualTo(Role.WEIGHT_POSITIVE);
        assertThat(WeightScale.strength(0)).isZero();
        assertThat(WeightScale.strength(-0.01)).isEqualTo(0.1);
        assertThat(WeightScale.strength(1)).isEqualTo(1);
    }

    @Test
    void ofColourImagesOneChannelIsSeen() {
        WeightStrip strip = new WeightStrip(new float[2 * 3 * 4 * 5], 1, ImageShape.colour(4, 5), 2);
        assertThat(strip.together()).isFalse();
        assertThat(strip.width()).isEqualTo(5);
        assertThat(strip.height()).isEqualTo(4);
        assertThat(strip.offset(1)).isEqualTo(60 + 40);
    }

    @Test
    void orAllTogetherWithGreyForNothing() {
        float[] weights = {0, 2, 0, -2, 0, 0.5f, /* the second unit */ 2, 0, -2, 0, 2, 0};
        WeightStrip strip = new WeightStrip(weights, 2, ImageShape.colour(1, 2), WeightStrip.TOGETHER);
        assertThat(strip.together()).isTrue();
        assertThat(strip.colours(0)).containsExactly(0x808080, 0xFF01C0);
        assertThat(strip.colours(1)).containsExactly(0xFF01FF, 0x808080);
    }

    @Test
    void greyImagesHaveOneChannelWhateverIsAskedFor() {
        WeightStrip strip = new WeightStrip(new float[8], 1, ImageShape.grey(2, 2), WeightStrip.TOGETHER);
        assertThat(strip.together()).isFalse();
        assertThat(strip.offset(1)).isEqualTo(4);
    }

    @Test
    void theLegendHasZeroInTheMiddleOfItsBar() {
        RecordingPen pen = new RecordingPen();
        new WeightLegendFigure(0.5, String::valueOf).draw(pen);
        assertThat(pen.words()).containsExactly("-0.5", "0.0", "0.5");
        Area bar = pen.scales.getFirst();
        assertThat(pen.texts.get(0).x()).isEqualTo(bar.x());
        assertThat(pen.texts.get(1).x()).isEqualTo(bar.centreX());
        assertThat(pen.texts.get(2).x()).isEqualTo(bar.right());
        assertThat(bar.right()).isLessThan(WeightLegendFigure.WIDTH);
    }
}

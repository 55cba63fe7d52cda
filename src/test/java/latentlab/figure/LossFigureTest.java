package latentlab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import latentlab.figure.LossPanel.Curve;
import latentlab.figure.LossPanel.Measure;
import latentlab.run.RateChange;
import org.junit.jupiter.api.Test;

class LossFigureTest {
    private static final LossWords WORDS = new LossWords() {
        @Override
        public String both() {
            return "both";
        }

        @Override
        public String measure() {
            return "error";
        }

        @Override
        public String epochs() {
            return "epoch";
        }

        @Override
        public String loss(double tick, List<Double> ticks) {
            return tick + " of " + ticks.size();
        }

        @Override
        public String share(double tick) {
            return tick + " shared";
        }

        @Override
        public String epoch(double tick) {
            return "#" + tick;
        }

        @Override
        public String rate(double rate) {
            return "rate " + rate;
        }

        @Override
        public String branch() {
            return "branch";
        }

        @Override
        public String untrained(double loss) {
            return loss + " untrained";
        }
    };

    private final RecordingPen pen = new RecordingPen();

    private static Curve curve(Role role, double... values) {
        return new Curve(role.name(), role, Measure.LOSS, values, null);
    }

    private static double[] falling(int epochs) {
        return IntStream.rangeClosed(0, epochs)
                .mapToDouble(e -> 0.5 + 0.5 / (1 + e))
                .toArray();
    }

    @Test
    void pointsToTheUntrainedLossThatTheAxisLeavesOut() {
        LossFigure above = draw(LossStyle.WINDOW, List.of(List.of(curve(Role.VALID, 0.9, 0.7, 0.6))));
        assertThat(above.panels().getFirst().leftOut()).isEqualTo(0.9);
        LossFigure below = draw(LossStyle.WINDOW, List.of(List.of(curve(Role.VALID, 0.3, 0.7, 0.6))));
        assertThat(below.panels().getFirst().leftOut()).isEqualTo(0.3);
        LossFigure within = draw(LossStyle.WINDOW, List.of(List.of(curve(Role.VALID, 0.8, 0.7, 0.6))));
        assertThat(within.panels().getFirst().leftOut()).isNaN();
    }

    @Test
    void pointsToTheUntrainedLossesOfTwoCurvesOnEitherSideOfTheAxis() {
        LossFigure both = draw(
                LossStyle.WINDOW, List.of(List.of(curve(Role.TRAIN, 0.3, 0.7, 0.6), curve(Role.VALID, 0.9, 0.7, 0.6))));
        LossPanel panel = both.panels().getFirst();
        assertThat(panel.leftOut()).isEqualTo(0.9);
        assertThat(pen.tracks(Role.TEXT))
                .extracting(head -> head.places().get(3))
                .containsExactly(panel.plot().y(), panel.plot().bottom());
    }

    private LossFigure draw(LossStyle style, List<List<Curve>> contents, RateChange... changes) {
        int last = contents.getFirst().getFirst().values().length - 1;
        LossFigure figure = LossFigure.of(
                900,
                300,
                contents,
                new AxisScale(0, Math.max(1, last), false),
                _ -> new AxisScale(0.4, 0.8, false),
                style,
                WORDS,
                List.of(changes));
        figure.draw(pen);
        return figure;
    }

    @Test
    void panelsShareTheWidthAndTheirPlotsLeaveRoomForWhatStandsAroundThem() {
        Curve train = curve(Role.TRAIN, falling(10));
        Curve valid = curve(Role.VALID, falling(10));
        List<LossPanel> panels = draw(LossStyle.FILE, List.of(List.of(train, valid), List.of(train), List.of(valid)))
                .panels();
        assertThat(panels).extracting(panel -> panel.plot().x()).containsExactly(70.0, 370.0, 670.0);
        assertThat(panels)
                .allSatisfy(panel ->
                        assertThat(panel.plot()).isEqualTo(new Area(panel.plot().x(), 46, 210, 206)));
        assertThat(pen.clips).hasSize(3);
        assertThat(pen.words()).contains("both", "TRAIN", "VALID", "0.6 of 3", "#5.0");
    }

    /** Joined at the point where it was left. */
    @Test
    void whatABranchSharesWithAnotherRunIsFaint() {
        LossFigure figure = draw(LossStyle.WINDOW, List.of(List.of(curve(Role.TRAIN, falling(10)))));
        pen.tracks.clear();
        figure.branchedAt(4).draw(pen);
        LossPanel panel = figure.panels().getFirst();
        assertThat(pen.tracks(Role.TRAIN))
                .hasSize(2)
                .satisfiesExactly(
                        shared -> {
                            assertThat(shared.width()).isEqualTo(1);
                            assertThat(shared.places())
                                    .hasSize(10)
                                    .startsWith(panel.x(0))
                                    .contains(panel.x(4));
                        },
                        own -> {
                            assertThat(own.width()).isEqualTo(1.75);
                            assertThat(own.places())
                                    .hasSize(14)
                                    .startsWith(panel.x(4))
                                    .contains(panel.x(10));
                        });
        assertThat(pen.words()).contains("branch");
    }

    @Test
    void aCurveIsDrawnFromEpochToEpoch() {
        LossPanel panel = draw(LossStyle.WINDOW, List.of(List.of(curve(Role.TRAIN, 0.8, 0.4, 0.8))))
                .panels()
                .getFirst();
        Area plot = panel.plot();
        assertThat(pen.tracks(Role.TRAIN))
                .singleElement()
                .satisfies(line -> assertThat(line.places())
                        .containsExactly(plot.x(), plot.y(), plot.centreX(), plot.bottom(), plot.right(), plot.y()));
        assertThat(pen.tracks(Role.TRAIN).getFirst().begun()).isEqualTo(1);
        assertThat(pen.dots).isEmpty();
    }

    @Test
    void ofMoreEpochsThanCanBeToldApartItDrawsWhatTheySpan() {
        double[] jagged = IntStream.rangeClosed(0, 20_000)
                .mapToDouble(e -> 0.6 + (e % 2 == 0 ? 0.1 : -0.1))
                .toArray();
        Area plot = draw(LossStyle.WINDOW, List.of(List.of(curve(Role.TRAIN, jagged))))
                .panels()
                .getFirst()
                .plot();
        List<Double> places = pen.tracks(Role.TRAIN).getFirst().places();
        assertThat(places).hasSizeBetween(2 * (int) plot.width(), 6 * (int) plot.width());
        double upper = plot.bottom() - 0.75 * plot.height();
        double lower = plot.bottom() - 0.25 * plot.height();
        assertThat(places.stream().anyMatch(y -> Math.abs(y - upper) < 1e-6)).isTrue();
        assertThat(places.stream().anyMatch(y -> Math.abs(y - lower) < 1e-6)).isTrue();
    }

    @Test
    void inAFileEachOfFewEpochsIsADotAndTheWindowHasDotsOnlyForPointsAlone() {
        double[] gaps = {0.7, Double.NaN, 0.6, 0.5};
        draw(LossStyle.FILE, List.of(List.of(curve(Role.TRAIN, gaps))));
        // That of epoch 0 twice: for itself, and as one without neighbours.
        assertThat(pen.dots.stream().map(RecordingPen.Dot::area).distinct()).hasSize(3);
        pen.dots.clear();
        draw(LossStyle.WINDOW, List.of(List.of(curve(Role.TRAIN, gaps))));
        assertThat(pen.dots)
                .singleElement()
                .satisfies(dot -> assertThat(dot.role()).isEqualTo(Role.TRAIN));
        assertThat(pen.tracks(Role.TRAIN).getLast().begun()).isEqualTo(2);
    }

    @Test
    void aRateChangeIsMarkedBetweenTheEpochsOfTheOldRateAndTheNew() {
        Area plot = draw(
                        LossStyle.WINDOW,
                        List.of(List.of(curve(Role.TRAIN, falling(10)))),
                        new RateChange(5, 0.01, 0.005))
                .panels()
                .getFirst()
                .plot();
        double x = Math.floor(plot.x() + 0.45 * plot.width()) + 0.5;
        assertThat(pen.lines).extracting(RecordingPen.Line::places).contains(List.of(x, plot.y(), x, plot.bottom()));
        assertThat(pen.words()).contains("rate 0.005");
    }

    @Test
    void saysInAFileWhereACurveBeginsThatComesInFromAbove() {
        draw(LossStyle.FILE, List.of(List.of(curve(Role.TRAIN, 1, 0.7, 0.6))));
        assertThat(pen.words()).contains("1.0 untrained");
        pen.texts.clear();
        draw(LossStyle.FILE, List.of(List.of(curve(Role.TRAIN, 0.3, 0.7, 0.6))));
        assertThat(pen.words()).as("from below").contains("0.3 untrained");
        pen.texts.clear();
        draw(LossStyle.FILE, List.of(List.of(curve(Role.TRAIN, Double.NaN, 0.7, 0.6), curve(Role.VALID, 1, 0.7, 0.6))));
        assertThat(pen.words()).as("one of several").contains("1.0 untrained");
        pen.texts.clear();
        draw(LossStyle.FILE, List.of(List.of(curve(Role.TRAIN, 0.75, 0.7, 0.6))));
        assertThat(pen.words()).noneMatch(words -> words.contains("untrained"));
    }

    @Test
    void sharesHaveAnAxisOfTheirOwnAtTheRight() {
        Curve share = new Curve("accuracy", Role.ACCURACY, Measure.SHARE, new double[] {0, 0.5, 1}, null);
        LossPanel panel = draw(LossStyle.WINDOW, List.of(List.of(curve(Role.TRAIN, falling(2)), share)))
                .panels()
                .getFirst();
        assertThat(panel.plot().right()).isEqualTo(900 - 10 - LossPanel.SHARES_ROOM);
        assertThat(panel.y(share, 0)).isEqualTo(panel.plot().bottom());
        assertThat(panel.y(share, 2)).isEqualTo(panel.plot().y());
        assertThat(pen.words()).contains("1.0 shared");
    }
}

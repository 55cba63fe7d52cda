package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class TeamSizeTest {
    private static final int STEPS = 40_000;
    /** Steps of a trial. */
    private static final int TRIAL = 48;

    @Test
    void allWorkWhereThatPays() {
        assertThat(share(new TeamSize(2), size -> size == 2 ? 0.6 : 1)).isGreaterThan(0.95);
        assertThat(share(new TeamSize(8), size -> 1.0 / size)).isGreaterThan(0.95);
    }

    @Test
    void oneDoesWhereTheOthersOnlyWait() {
        assertThat(share(new TeamSize(2), size -> size == 2 ? 10 : 1)).isLessThan(0.05);
    }

    @Test
    void whatIsAsFastIsNotChangedForNothing() {
        assertThat(share(new TeamSize(2), size -> size == 2 ? 0.98 : 1)).isLessThan(0.05);
        TeamSize all = new TeamSize(2);
        share(all, size -> size == 2 ? 0.6 : 1);
        assertThat(share(all, size -> size == 2 ? 1 : 0.98)).isGreaterThan(0.95);
    }

    @Test
    void oneBeginsSinceCompilersNeedTheOtherCores() {
        TeamSize team = new TeamSize(2);
        for (int step = 0; step < TRIAL; step++) {
            assertThat(team.next()).isEqualTo(1);
            team.took(1);
        }
        assertThat(team.next()).isEqualTo(2);
    }

    @Test
    void allComeSoonAfterTheCompilersAreDone() {
        int[] steps = {0};
        assertThat(share(new TeamSize(2), size -> size == 2 ? steps[0]++ < 3 * TRIAL ? 2 : 0.6 : 1, 40 * TRIAL))
                .isGreaterThan(0.5);
    }

    @Test
    void oneHiccupDoesNotSendTheOthersAway() {
        TeamSize team = new TeamSize(2);
        share(team, size -> size == 2 ? 0.9 : 1);
        int twos = 0;
        int ones = 0;
        int mostOnes = 0;
        for (int step = 0; step < STEPS; step++) {
            boolean two = team.next() == 2;
            twos = two ? twos + 1 : 0;
            ones = two ? 0 : ones + 1;
            mostOnes = Math.max(mostOnes, ones);
            // Late before a trial, which is compared with it, one step takes as long as ten.
            boolean hiccup = two && twos == 3060;
            team.took(hiccup ? 9 : two ? 0.9 : 1);
        }
        assertThat(mostOnes).isEqualTo(TRIAL);
    }

    @Test
    void aTrialThatIsLostIsOverSoon() {
        TeamSize team = new TeamSize(2);
        for (int step = 0; step < TRIAL; step++) {
            team.took(1);
        }
        assertThat(share(team, size -> size == 2 ? 20 : 1, TRIAL)).isLessThan(4.0 / TRIAL);
    }

    @Test
    void anotherProgramThatComesAndGoesIsNoticed() {
        TeamSize team = new TeamSize(2);
        IntToDoubleFunction quiet = size -> size == 2 ? 0.6 : 1;
        assertThat(share(team, quiet)).isGreaterThan(0.95);
        assertThat(share(team, size -> size == 2 ? 4 : 1.2)).isLessThan(0.1);
        assertThat(share(team, quiet)).isGreaterThan(0.85);
    }

    @Test
    void aloneThereIsNothingToTry() {
        TeamSize team = new TeamSize(1);
        for (int step = 0; step < STEPS; step++) {
            assertThat(team.next()).isEqualTo(1);
            team.took(1);
        }
    }

    /** @return share of the steps in which all took part */
    private static double share(TeamSize team, IntToDoubleFunction seconds) {
        return share(team, seconds, STEPS);
    }

    private static double share(TeamSize team, IntToDoubleFunction seconds, int steps) {
        int all = 0;
        for (int step = 0; step < steps; step++) {
            int size = team.next();
            all += size > 1 ? 1 : 0;
            team.took(seconds.applyAsDouble(size));
        }
        return (double) all / steps;
    }
}

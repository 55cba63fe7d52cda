package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class TeamSizeTest {
    private static final int STEPS = 40_000;

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
        assertThat(share(new TeamSize(2), size -> size == 2 ? 1 : 0.98)).isGreaterThan(0.95);
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
        int all = 0;
        for (int step = 0; step < STEPS; step++) {
            int size = team.next();
            all += size > 1 ? 1 : 0;
            team.took(seconds.applyAsDouble(size));
        }
        return (double) all / STEPS;
    }
}

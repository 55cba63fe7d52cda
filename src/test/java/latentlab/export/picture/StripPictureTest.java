package latentlab.export.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import latentlab.text.Messages;
import latentlab.text.Problem;
import org.junit.jupiter.api.Test;

class StripPictureTest {
    @Test
    void saysWhatToDoWhereItWouldBeTooLarge() {
        assertThatCode(() -> StripPicture.check(20_000, 20_000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> StripPicture.check(20_000, 20_001))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(new Messages(Locale.ENGLISH).text(problem.sentence()))
                                .isEqualTo("Images of 20,000 × 20,001 pixels are too large for one file:"
                                        + " choose fewer epochs."));
        assertThatThrownBy(() -> StripPicture.check(Long.MAX_VALUE / 2, 4)).isInstanceOf(Problem.class);
    }
}

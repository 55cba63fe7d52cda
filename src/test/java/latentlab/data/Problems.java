package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import latentlab.text.Messages;
import latentlab.text.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is asked of every problem: one sentence in each language, that names what it is about. */
public final class Problems {
    private Problems() {}

    /** @param mentioned what the sentence has to name, such as a file */
    public static Problem of(ThrowingCallable action, String key, Object... mentioned) {
        Problem problem = catchThrowableOfType(Problem.class, action);
        assertThat(problem).as("a problem").isNotNull();
        assertThat(problem.sentence().key()).isEqualTo(key);
        for (Locale language : Messages.LANGUAGES) {
            String text = new Messages(language).text(problem.sentence());
            // Names of run files end in this, those of classes begin with it.
            assertThat(text.replace(".latentlab", "")).doesNotContain("{", "\n", "null", "latentlab");
            for (Object each : mentioned) {
                assertThat(text).contains(each.toString());
            }
        }
        return problem;
    }
}

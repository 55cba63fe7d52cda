package latentlab.lesson;

import java.util.List;
import latentlab.engine.settings.TrainingConfig;

/**
 * Something to learn on a run of one's own, step by step.
 *
 * @param id tells it from others: the name of its file without the ending
 * @param about what one learns, in a sentence or two
 * @param minutes it takes
 * @param data that it is written for, in the words of the command line
 * @param config of its first run
 * @param show done when it begins
 */
public record Lesson(
        String id,
        Bilingual<String> title,
        Bilingual<String> about,
        int minutes,
        String data,
        TrainingConfig config,
        List<Action> show,
        List<Step> steps) {
    /** What the names of lessons' files end with. */
    public static final String SUFFIX = ".lesson.md";
}

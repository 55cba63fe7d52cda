package latentlab.lesson;

import latentlab.text.Problem;
import latentlab.text.Sentence;

/** Where in a lesson's file something is wrong. */
final class Place {
    private Place() {}

    /** @return the problem, with its file and line */
    static Problem problem(String file, int line, Problem what) {
        return new Problem(Sentence.of("lesson.wrong", file, line, what.sentence()), what);
    }

    static Problem problem(String file, int line, String key, Object... values) {
        return problem(file, line, Problem.of(key, values));
    }
}

package latentlab.view.lesson;

import java.util.Map;
import latentlab.lesson.MeasuredValue;
import latentlab.lesson.Quantity;
import latentlab.lesson.Question;
import latentlab.lesson.Step;
import latentlab.text.PlainNumber;
import latentlab.text.Sentence;

/** What users predict, as it is kept, and what there is to say of it afterwards. */
final class Answers {
    /** Nothing predicted. */
    static final String NO_IDEA = "";

    private Answers() {}

    /**
     * @param typed by the user, for a share with or without the sign of percent
     * @return the number as it is kept; null if it is none
     */
    static String number(Question.Number question, String typed) {
        boolean share = share(question);
        String plain = typed.strip();
        if (share && plain.endsWith("%")) {
            plain = plain.substring(0, plain.length() - 1).strip();
        }
        try {
            return Double.toString(PlainNumber.real(plain) / (share ? 100 : 1));
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** Whether the answer is asked for in percent. */
    static boolean share(Question.Number question) {
        return question.measured().quantity().format() == Quantity.Format.SHARE;
    }

    /**
     * @param texts of the step, in the language in which the choices are to be named
     * @param answer as it is kept
     * @return what was predicted and what came true; null if there is nothing to say
     */
    static Sentence verdict(Step step, Step.Texts texts, String answer, Map<MeasuredValue, Double> values) {
        if (answer == null || answer.equals(NO_IDEA)) {
            return null;
        }
        try {
            return compared(step, texts, answer, values);
        } catch (NumberFormatException _) {
            // It was kept for a question of another kind, which the lesson's author has changed since.
            return null;
        }
    }

    private static Sentence compared(Step step, Step.Texts texts, String answer, Map<MeasuredValue, Double> values) {
        return switch (step.question()) {
            case null -> null;
            case Question.Words _ -> Sentence.of("view.lesson.said", answer);
            case Question.Number(MeasuredValue measured) ->
                Sentence.of("view.lesson.number", measured.said(Double.parseDouble(answer)), measured.said(values));
            case Question.Choice(int _, int right) -> {
                long chosen = PlainNumber.whole(answer);
                if (chosen < 0 || chosen >= texts.choices().size()) {
                    throw new NumberFormatException(answer);
                }
                String words = texts.choices().get((int) chosen);
                yield right < 0 || otherwise(step, values) != null
                        ? Sentence.of("view.lesson.said", words)
                        : right == chosen
                                ? Sentence.of("view.lesson.right", words)
                                : Sentence.of(
                                        "view.lesson.wrong",
                                        words,
                                        texts.choices().get(right));
            }
        };
    }

    /** @return what the lesson says and the user's run does not do; null where there is nothing */
    static Sentence otherwise(Step step, Map<MeasuredValue, Double> values) {
        return step.claims().stream()
                .filter(claim -> claim.fails(values))
                .findFirst()
                .map(claim -> ClaimWords.disproved(claim, values))
                .orElse(null);
    }
}

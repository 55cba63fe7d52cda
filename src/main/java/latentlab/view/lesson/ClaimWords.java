package latentlab.view.lesson;

import java.util.Map;
import latentlab.engine.settings.TrainingConfig;
import latentlab.lesson.Claim;
import latentlab.lesson.MeasuredValue;
import latentlab.lesson.NamedSetting;
import latentlab.text.Sentence;
import latentlab.view.words.NextRunWords;

/** Claims of lessons as a person reads them: their files have them in one language's words. */
final class ClaimWords {
    private ClaimWords() {}

    /** @return that a claim is disproved, with both of its sides and what the user's run has for them */
    static Sentence disproved(Claim claim, Map<MeasuredValue, Double> values) {
        MeasuredValue kind = claim.values().findFirst().orElseThrow();
        return Sentence.of(
                "view.lesson.otherwise",
                side(claim.less(), kind),
                side(claim.more(), kind),
                kind.said(claim.less().in(values)),
                kind.said(claim.more().in(values)));
    }

    /** @param kind of the numbers on both sides */
    private static Sentence side(Claim.Side side, MeasuredValue kind) {
        if (side.value() == null) {
            return kind.said(side.factor());
        }
        Sentence name = name(side.value());
        return side.factor() == 1 ? name : Sentence.of("view.lesson.times", NextRunWords.written(side.factor()), name);
    }

    private static Sentence name(MeasuredValue value) {
        Sentence name = value.quantity().title();
        if (value.epoch() >= 0) {
            name = Sentence.of("view.lesson.after", name, value.epoch());
        }
        return value.run() == null ? name : Sentence.of("view.lesson.ofRun", name, setting(value.run()));
    }

    private static <T> Sentence setting(NamedSetting<T> named) {
        return NextRunWords.having(named.setting(), named.in(TrainingConfig.DEFAULT));
    }
}

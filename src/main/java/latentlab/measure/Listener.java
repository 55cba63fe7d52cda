package latentlab.measure;

import latentlab.text.Sentence;

/** Receives results as soon as they are measured. */
public interface Listener {
    void measured(Figure figure);

    /** Called after one turn of several; figures follow once all are finished, or when they are interrupted. */
    void turned(Turn turn);

    /** Something could not be measured, or users should know something about a result. */
    void remark(Sentence what);
}

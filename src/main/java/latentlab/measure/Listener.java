package latentlab.measure;

import latentlab.text.Sentence;

/** Hears what is measured, as soon as it is. */
public interface Listener {
    void measured(Figure figure);

    /** A turn of several is over; figures follow once all are, or when they are interrupted. */
    void turned(Turn turn);

    /** Something could not be measured, or should be known about what was. */
    void remark(Sentence what);
}

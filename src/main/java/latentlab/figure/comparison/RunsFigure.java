package latentlab.figure.comparison;

import latentlab.figure.Pen;

/** A figure of several runs that says what is where, once it has been drawn. */
public interface RunsFigure {
    void draw(Pen pen);

    /** @return what is pointed at from a place; null for nothing */
    Spot at(double x, double y);

    /** Draws what is pointed at over the figure as it was drawn last. */
    void emphasise(Pen pen, Spot spot);

    /**
     * @param from what is pointed at; null for nothing yet
     * @param right by how much to go to the right, -1 to 1
     * @param down by how much to go down, likewise
     * @return what a person comes to who walks through the figure; null where there is nothing at all
     */
    Spot step(Spot from, int right, int down);

    /** @return the colour of a run, as a number of a class; -1 where runs have none of their own */
    default int colour(int run) {
        return -1;
    }
}

package latentlab.planted.figure;

import java.awt.Graphics2D;

/** Draws itself with one toolkit, and so on one kind of ground only. */
final class FigureOnACanvas {
    Graphics2D graphics;
}

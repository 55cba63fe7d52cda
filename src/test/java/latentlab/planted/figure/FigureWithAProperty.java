package latentlab.planted.figure;

import javafx.beans.property.SimpleDoubleProperty;

/** Follows the width of a window. */
final class FigureWithAProperty {
    final SimpleDoubleProperty width = new SimpleDoubleProperty();
}

package latentlab.planted.run;

import javafx.beans.property.SimpleObjectProperty;

/** Tells of itself as a window would have it. */
final class RunWithAProperty {
    final SimpleObjectProperty<String> state = new SimpleObjectProperty<>();
}

package latentlab.planted.engine;

import javafx.beans.property.SimpleIntegerProperty;

/** Knows the user interface's library. */
final class EngineWithAProperty {
    final SimpleIntegerProperty epoch = new SimpleIntegerProperty();
}

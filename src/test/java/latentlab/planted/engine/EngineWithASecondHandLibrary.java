package latentlab.planted.engine;

import org.nd4j.shade.jackson.databind.ObjectMapper;

/** Reads its settings with what ND4J carries for itself. */
final class EngineWithASecondHandLibrary {
    ObjectMapper json;
}

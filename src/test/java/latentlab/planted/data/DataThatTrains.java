package latentlab.planted.data;

import latentlab.planted.engine.Machine;

/** Reaches up a layer. */
final class DataThatTrains {
    Machine machine;
}

package latentlab.planted.run;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Holds what must not leave the engine. */
final class RunWithAnArray {
    INDArray latent;
}

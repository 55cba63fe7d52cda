package latentlab.engine.training;

import java.util.List;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.kernels.PlainKernels;

/** Every kind of kernels that runs on this JVM: the plain ones, and the fast ones where the Vector API is present. */
public final class AllKernels {
    private AllKernels() {}

    public static List<Kernels> here() {
        Kernels fastest = Kernels.fastest();
        return fastest instanceof PlainKernels ? List.of(fastest) : List.of(new PlainKernels(), fastest);
    }
}

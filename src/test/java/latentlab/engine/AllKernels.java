package latentlab.engine;

import java.util.List;

/** Every kind of kernels that runs on this JVM: the plain ones, and the fast ones where the Vector API is present. */
final class AllKernels {
    private AllKernels() {}

    static List<Kernels> here() {
        Kernels fastest = Kernels.fastest();
        return fastest instanceof PlainKernels ? List.of(fastest) : List.of(new PlainKernels(), fastest);
    }
}

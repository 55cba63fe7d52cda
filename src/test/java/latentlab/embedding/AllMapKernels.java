package latentlab.embedding;

import java.util.List;

/** Every kind of kernels that runs on this JVM: the plain ones, and the fast ones where the Vector API is present. */
final class AllMapKernels {
    private AllMapKernels() {}

    static List<MapKernels> here() {
        MapKernels fastest = MapKernels.fastest();
        return fastest instanceof PlainMapKernels ? List.of(fastest) : List.of(new PlainMapKernels(), fastest);
    }
}

package latentlab.engine.cost;

import java.lang.management.ManagementFactory;
import latentlab.engine.training.ComputeBackend;
import org.bytedeco.javacpp.Pointer;

/** How much memory there is outside the Java heap. Loads no library: before that has happened, all of it is there. */
public final class NativeMemory {
    /** Times the heap: what JavaCPP lets a process take where nobody has said otherwise. */
    private static final int HEAPS = 4;

    private NativeMemory() {}

    /**
     * @return bytes this process may still take, by the limit that goes by the heap's; Long.MAX_VALUE where there is
     *     none
     */
    public static long allowed() {
        if (!ComputeBackend.ready()) {
            return HEAPS * Runtime.getRuntime().maxMemory();
        }
        long most = Pointer.maxPhysicalBytes();
        return most <= 0 ? Long.MAX_VALUE : most - Pointer.physicalBytes();
    }

    /**
     * @return bytes this process could take if no other took any, of a machine or, in a container, of what that is
     *     given
     */
    public static long possible() {
        long total =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : Long.MAX_VALUE;
        return total - (ComputeBackend.ready() ? Pointer.physicalBytes() : 0);
    }
}

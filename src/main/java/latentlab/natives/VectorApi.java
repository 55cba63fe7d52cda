package latentlab.natives;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Java's Vector API. It is an incubator module, which Java adds with {@code --add-modules} only with a warning to
 * everybody who starts the program, and then keeps a start cache that is half as good. So it is loaded here, the first
 * time it is asked for, by what the JDK itself loads modules of its own with that are needed late, such as the one for
 * agents. The compilers take it as they do one that was there from the start.
 */
public final class VectorApi {
    private static final Logger LOG = System.getLogger(VectorApi.class.getName());
    private static final String MODULE = "jdk.incubator.vector";

    private static volatile boolean leftOut;

    private VectorApi() {}

    /**
     * Whether classes that use it may be used: if Java was started with
     * {@code --add-exports=java.base/jdk.internal.module=ALL-UNNAMED} or with {@code --add-modules}, and has it at all.
     */
    public static boolean present() {
        return Loaded.PRESENT;
    }

    /**
     * From now on it is not loaded late: Java cannot write a start cache of classes that need a module which was. Call
     * it before {@link #present}.
     */
    public static void leaveOut() {
        leftOut = true;
    }

    /** Loads it once. */
    private static final class Loaded {
        static final boolean PRESENT = load();

        private static boolean load() {
            if (ModuleLayer.boot().findModule(MODULE).isPresent()) {
                return true;
            }
            if (leftOut) {
                return false;
            }
            try {
                Class.forName("jdk.internal.module.Modules")
                        .getMethod("loadModule", String.class)
                        .invoke(null, MODULE);
                return true;
            } catch (ReflectiveOperationException e) {
                LOG.log(Level.INFO, "without the Vector API: {0}", e.toString());
                return false;
            }
        }
    }
}

package latentlab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.module.ModuleFinder;
import org.junit.jupiter.api.condition.EnabledIf;

/** Of tests that hold the fast kernels to the plain ones: skipped by name on a JVM that has no fast ones. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(value = "latentlab.NeedsVectorApi$Module#present", disabledReason = "this JVM runs without the Vector API")
public @interface NeedsVectorApi {
    /** That has it: {@code --add-exports=java.base/jdk.internal.module=ALL-UNNAMED}. */
    final class Module {
        private Module() {}

        static boolean present() {
            return ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent()
                    && Object.class.getModule().isExported("jdk.internal.module", NeedsVectorApi.class.getModule());
        }
    }
}

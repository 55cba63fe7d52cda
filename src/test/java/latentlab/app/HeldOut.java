package latentlab.app;

import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/**
 * What a file browser would hold out to be dropped. The headless platform has no drags, so this fills the toolkit's own
 * board by hand.
 */
public final class HeldOut {
    private HeldOut() {}

    /** From the user interface's thread. */
    public static Dragboard files(Path... paths) throws ReflectiveOperationException {
        Constructor<?> constructor = Dragboard.class.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Class<?> contents = constructor.getParameterTypes()[0];
        return (Dragboard) constructor.newInstance(Proxy.newProxyInstance(
                contents.getClassLoader(),
                new Class<?>[] {contents},
                (_, method, arguments) -> switch (method.getName()) {
                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                    case "hasContent" -> arguments[0] == DataFormat.FILES;
                    case "getContent" -> Stream.of(paths).map(Path::toFile).toList();
                    default -> null;
                }));
    }
}

package latentlab.packaging;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the Vector API an ordinary module of the linked Java. Else this Java says at each start that the module is an
 * incubator, which is of no use to somebody who installed a program, and keeps no start cache of its modules.
 *
 * <p>It is one number, in the module's description, and again in the tables that jlink makes of all of them. Both are
 * class files in the image, which are neither compressed nor summed up, so that it is changed where it is.
 */
final class Incubator {
    private static final String MODULE = "jdk.incubator.vector";
    /** Variables of the environment from which Java takes options. */
    static final List<String> OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** Tables of all modules of an image, written by jlink. */
    private static final String TABLES = "modules/java.base/jdk/internal/module";

    private static final String TABLE = "SystemModules\\$.+\\.class";
    /** Not resolved by default, and an incubator: flags of the attribute ModuleResolution, which is the JDK's own. */
    private static final byte INCUBATOR = 1 | 8;

    private static final byte ORDINARY = 1;

    private static final byte DUP = 0x59;
    private static final byte BIPUSH = 0x10;
    private static final byte INVOKESPECIAL = (byte) 0xb7;

    private Incubator() {}

    /**
     * @param runtime the linked Java, whose one incubator module is the Vector API
     * @throws IllegalStateException if it still warns, as that of another JDK might
     */
    static void end(Path runtime) throws IOException, InterruptedException {
        try (FileChannel image = FileChannel.open(
                runtime.resolve("lib", "modules"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer bytes = image.map(FileChannel.MapMode.READ_WRITE, 0, image.size());
            for (byte[] before : classes(runtime)) {
                int at = find(ByteBuffer.wrap(before), said(before, INCUBATOR));
                if (at >= 0) {
                    int place = find(bytes, before);
                    if (place < 0) {
                        throw new IllegalStateException("The linked Java keeps its modules in another way");
                    }
                    bytes.put(place + at, said(before, ORDINARY));
                }
            }
        }
        ProcessBuilder silent = new ProcessBuilder(
                        runtime.resolve("bin", "java").toString(), "--add-modules=" + MODULE, "--version")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        // Java says which of these it has picked up.
        silent.environment().keySet().removeAll(OPTIONS);
        Process start = silent.start();
        String errors = new String(start.getErrorStream().readAllBytes());
        if (start.waitFor() != 0 || !errors.isEmpty()) {
            throw new IllegalStateException("The linked Java does not start in silence: " + errors);
        }
    }

    private static List<byte[]> classes(Path runtime) throws IOException {
        List<byte[]> classes = new ArrayList<>();
        try (FileSystem modules = FileSystems.newFileSystem(
                        URI.create("jrt:/"), Map.of("java.home", runtime.toString()));
                Stream<Path> tables = Files.list(modules.getPath(TABLES))) {
            classes.add(Files.readAllBytes(modules.getPath("modules", MODULE, "module-info.class")));
            for (Path table : tables.filter(one -> one.getFileName().toString().matches(TABLE))
                    .toList()) {
                classes.add(Files.readAllBytes(table));
            }
        }
        return classes;
    }

    /** @return the bytes with which a class says that a module has these flags */
    private static byte[] said(byte[] bytes, byte flags) {
        ClassModel model = ClassFile.of().parse(bytes);
        if (!model.isModuleInfo()) {
            // new ModuleResolution(flags), without the index of the class.
            return new byte[] {DUP, BIPUSH, flags, INVOKESPECIAL};
        }
        int name = model.findAttribute(Attributes.moduleResolution())
                .orElseThrow()
                .attributeName()
                .index();
        return new byte[] {(byte) (name >> 8), (byte) name, 0, 0, 0, 2, 0, flags};
    }

    /** @return where it begins; -1 if it is nowhere */
    private static int find(ByteBuffer bytes, byte[] sought) {
        ByteBuffer first = ByteBuffer.wrap(sought);
        for (int at = 0; at <= bytes.limit() - sought.length; at++) {
            if (bytes.get(at) == sought[0] && bytes.slice(at, sought.length).equals(first)) {
                return at;
            }
        }
        return -1;
    }
}

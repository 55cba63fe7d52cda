package latentlab.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Works in a scratch folder, in a process of its own, until its standard input ends. */
final class ChildWithFolder {
    private ChildWithFolder() {}

    /** @param args where to make it */
    public static void main(String[] args) throws Exception {
        try (ScratchFolder scratch = ScratchFolder.create(Path.of(args[0]), "test")) {
            Files.writeString(
                    Files.createDirectory(scratch.path().resolve("inside")).resolve("work"), "much");
            System.out.println(scratch.path());
            System.in.read();
        }
        System.out.println("gone");
    }

    static Process start(Path parent) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        ChildWithFolder.class.getName(),
                        parent.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}

package latentlab.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes a file in a process of its own, and stays in the middle of it until its standard input says to go on. */
final class ChildWriter {
    private ChildWriter() {}

    /** @param args the file */
    public static void main(String[] args) throws Exception {
        OutputFile.write(Path.of(args[0]), out -> {
            out.write(new byte[1 << 20]);
            System.out.println("half");
            System.in.read();
            out.write("end".getBytes(StandardCharsets.UTF_8));
        });
        System.out.println("whole");
    }

    static Process start(Path file) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        ChildWriter.class.getName(),
                        file.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}

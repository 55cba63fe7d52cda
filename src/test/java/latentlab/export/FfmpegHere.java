package latentlab.export;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Whether this machine has an ffmpeg on its path; tests of real videos are skipped by name where it has not. */
public final class FfmpegHere {
    private FfmpegHere() {}

    public static boolean found() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "ffmpeg")));
    }
}

package latentlab.export.animation;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * An ffmpeg of this machine.
 *
 * @param program how it is called
 * @param encoder the best of those it has
 */
record Ffmpeg(String program, String encoder) {
    /** H.264 plays everywhere; MPEG-4 is what every ffmpeg has. */
    private static final List<String> ENCODERS = List.of("libx264", "libopenh264", "h264_videotoolbox", "mpeg4");

    /** @throws Problem if there is none */
    static Ffmpeg find(String program) throws Problem {
        try {
            Process process = new ProcessBuilder(program, "-hide_banner", "-encoders")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            List<String> words;
            try (Stream<String> lines =
                    process.inputReader(Charset.defaultCharset()).lines()) {
                words = lines.flatMap(line -> Stream.of(line.strip().split("\\s+")))
                        .toList();
            }
            return new Ffmpeg(
                    program,
                    ENCODERS.stream().filter(words::contains).findFirst().orElse(ENCODERS.getLast()));
        } catch (IOException e) {
            throw new Problem(Sentence.of("export.mp4.missing"), e);
        }
    }

    /**
     * Begins to write a video of the frames that the process is given, red, green and blue of each pixel. Players take
     * even sides only, so that there may be one row and column more, in black.
     *
     * @param said receives what it has to say, which is nothing unless something is wrong
     */
    Process encode(Path video, Path said, int width, int height, int millis, String comment) throws IOException {
        return new ProcessBuilder(
                        program,
                        "-y",
                        "-loglevel",
                        "error",
                        "-f",
                        "rawvideo",
                        "-pixel_format",
                        "rgb24",
                        "-video_size",
                        width + "x" + height,
                        "-framerate",
                        "1000/" + millis,
                        "-i",
                        "-",
                        "-vf",
                        "pad=ceil(iw/2)*2:ceil(ih/2)*2",
                        "-c:v",
                        encoder,
                        "-pix_fmt",
                        "yuv420p",
                        "-movflags",
                        "+faststart",
                        "-metadata",
                        "comment=" + comment,
                        video.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(said.toFile())
                .start();
    }

    /**
     * Waits until the video is whole.
     *
     * @throws IOException with the last it has said, if it has failed
     */
    void finish(Process process, Path said) throws IOException {
        try {
            int code = process.waitFor();
            if (code != 0) {
                String words = new String(Files.readAllBytes(said), Charset.defaultCharset());
                throw new IOException(
                        words.isBlank()
                                ? "exit code " + code
                                : words.strip().lines().toList().getLast());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    Sentence failed(IOException why) {
        return Sentence.of("export.mp4.failed", String.valueOf(why.getMessage()));
    }
}

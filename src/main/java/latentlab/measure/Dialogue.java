package latentlab.measure;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that answers lines with lines. Waiting for an answer can be cancelled at any time. */
final class Dialogue implements AutoCloseable {
    /** Most characters of an answer; the rest of its line counts as another answer. */
    private static final int LONGEST = 1000;

    private static final int WAITING = 16;
    private static final long POLL_MILLIS = 100;
    private static final long END_SECONDS = 1;

    private final Process process;
    private final BufferedWriter questions;
    /** Answers not read yet; an empty one once the process has closed its output. */
    private final BlockingQueue<Optional<String>> answers = new ArrayBlockingQueue<>(WAITING);

    private final Thread listener;

    /** @throws IOException if the command does not exist */
    Dialogue(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        questions = process.outputWriter();
        listener = Thread.ofPlatform().daemon().name("dialogue").start(this::listen);
    }

    private void listen() {
        try {
            // Not closed here: on some systems, closing waits until processes that have inherited the stream have
            // ended.
            BufferedReader out = process.inputReader();
            StringBuilder line = new StringBuilder();
            int c;
            do {
                c = read(out);
                if (c == '\n' || c < 0 && !line.isEmpty() || line.length() == LONGEST) {
                    answers.put(Optional.of(line.toString().strip()));
                    line.setLength(0);
                }
                if (c >= 0 && c != '\n') {
                    line.append((char) c);
                }
            } while (c >= 0);
            answers.put(Optional.empty());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static int read(BufferedReader out) {
        try {
            return out.read();
        } catch (IOException _) {
            return -1; // closed together with the process
        }
    }

    /** @throws IOException if the process has ended */
    void ask(String question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
    }

    /**
     * Waits for the next line.
     *
     * @param limit of the wait
     * @param waiting called several times a second; an exception from it ends the wait
     * @return the line, or null if the process has ended without one
     */
    String answer(Duration limit, Runnable waiting) throws TimeoutException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            waiting.run();
            Optional<String> answer = answers.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (answer != null) {
                return answer.orElse(null);
            }
            if (System.nanoTime() - start > limit.toNanos()) {
                throw new TimeoutException();
            }
        }
    }

    /** Ends the process, whatever it is doing, and those it has started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        listener.interrupt();
        try {
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package latentlab.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * Prints results, each at once. Unlike other PrintStreams, which swallow errors, it tells when something cannot be
 * written.
 */
public final class ResultStream extends PrintStream {
    private final Watched watched;

    public ResultStream(OutputStream out, Charset charset) {
        this(new Watched(out), charset);
    }

    private ResultStream(Watched watched, Charset charset) {
        super(new BufferedOutputStream(watched), true, charset);
        this.watched = watched;
    }

    /** @return the first failure to write; null if there was none */
    public IOException failure() {
        flush();
        return watched.failure();
    }

    /**
     * @param action run on the thread that prints when something cannot be written; at once if that has happened
     *     already
     */
    void onFailure(Runnable action) {
        watched.onFailure(action);
    }

    private static final class Watched extends OutputStream {
        private final OutputStream out;
        private IOException failure;
        private Runnable action = () -> {};

        Watched(OutputStream out) {
            this.out = out;
        }

        public synchronized IOException failure() {
            return failure;
        }

        void onFailure(Runnable next) {
            boolean failed;
            synchronized (this) {
                action = next;
                failed = failure != null;
            }
            if (failed) {
                next.run();
            }
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                fail(e);
                throw e;
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                fail(e);
                throw e;
            }
        }

        private void fail(IOException e) {
            Runnable told;
            synchronized (this) {
                if (failure != null) {
                    return;
                }
                failure = e;
                told = action;
            }
            told.run();
        }
    }
}

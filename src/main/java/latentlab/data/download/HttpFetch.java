package latentlab.data.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import latentlab.data.DataProblems;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Fetches files by HTTP, a request at a time. Progress is reported while nothing arrives too, so that a task can be
 * cancelled at any moment; a server that sends nothing for a while is given up, however slow it may otherwise be.
 */
final class HttpFetch implements AutoCloseable {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final long POLL_MILLIS = 50;
    private static final Duration CONNECT = Duration.ofSeconds(8);

    private final HttpClient client;
    private final Duration patience;

    /** @param patience how long to wait for each next piece of an answer, and (if that is less) for a connection */
    HttpFetch(Duration patience) {
        this.patience = patience;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience.compareTo(CONNECT) < 0 ? patience : CONNECT)
                .build();
    }

    /** No connection to a server, or none to any network: nothing has been answered. */
    static final class NoConnectionException extends IOException {
        NoConnectionException(Throwable cause) {
            super(cause);
        }
    }

    /**
     * Completes a file that may be there in part: asks for the rest, and starts over with a server that only gives the
     * whole. What has arrived stays when the transfer breaks.
     *
     * @param part the file; its folder exists
     * @param file what is fetched
     * @throws NoConnectionException if the server cannot be reached
     * @throws IOException if the server does not give the file
     * @throws Problem if it cannot be written here
     */
    void fetch(URI address, Path part, RemoteFile<?> file, Progress progress) throws IOException, Problem {
        long have = size(part);
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        Task task = new Task(address, file, progress);
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = task.response(request.build(), have);
        Pieces pieces = new Pieces();
        response.body().subscribe(pieces);
        try {
            switch (response.statusCode()) {
                case OK -> task.write(pieces, part, 0);
                case PARTIAL -> {
                    String range =
                            response.headers().firstValue("Content-Range").orElse("");
                    if (!range.startsWith("bytes " + have + "-")) {
                        throw new IOException(address + " sent " + range + " instead of what follows " + have);
                    }
                    task.write(pieces, part, have);
                }
                case RANGE_NOT_SATISFIABLE -> {
                    // There is nothing left to fetch; whoever checks the file will see whether it is the right one.
                    if (have == 0) {
                        throw new IOException(address + " answered 416");
                    }
                }
                default -> throw new IOException(address + " answered " + response.statusCode());
            }
        } finally {
            pieces.cancel();
        }
    }

    static long size(Path part) {
        try {
            return Files.size(part);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        client.shutdownNow();
    }

    /** One request, with what is needed to tell how far it is. */
    private final class Task {
        private final URI address;
        private final RemoteFile<?> file;
        private final Progress progress;

        Task(URI address, RemoteFile<?> file, Progress progress) {
            this.address = address;
            this.file = file;
            this.progress = progress;
        }

        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response(HttpRequest request, long have) throws IOException {
            CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> answer =
                    client.sendAsync(request, HttpResponse.BodyHandlers.ofPublisher());
            try {
                long start = System.nanoTime();
                while (true) {
                    report(have);
                    try {
                        return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                    } catch (TimeoutException waiting) {
                        giveUpAfter(start);
                    }
                }
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            } catch (InterruptedException e) {
                throw interrupted();
            } finally {
                answer.cancel(true);
            }
        }

        private IOException failure(Throwable cause) {
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                return new NoConnectionException(cause);
            }
            return cause instanceof IOException failure ? failure : new IOException(cause);
        }

        void write(Pieces pieces, Path part, long from) throws IOException, Problem {
            FileChannel channel = open(part, from);
            try {
                long at = from;
                for (List<ByteBuffer> piece = next(pieces, at); piece != null; piece = next(pieces, at)) {
                    for (ByteBuffer buffer : piece) {
                        at += buffer.remaining();
                        if (at > file.maxBytes()) {
                            channel.truncate(0);
                            throw new IOException(address + " sends more than " + file.name() + " can be");
                        }
                        write(channel, buffer, part);
                    }
                }
                report(at);
            } finally {
                channel.close();
            }
        }

        private FileChannel open(Path part, long from) throws Problem {
            try {
                // To read as well, as opening a pipe to write alone would wait for whoever reads it.
                FileChannel channel = FileChannel.open(
                        part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                channel.truncate(from).position(from);
                return channel;
            } catch (IOException e) {
                throw DataProblems.unwritable(part.getParent(), e);
            }
        }

        private void write(FileChannel channel, ByteBuffer buffer, Path part) throws Problem {
            try {
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            } catch (IOException e) {
                throw DataProblems.unwritable(part.getParent(), e);
            }
        }

        /** @return null at the end */
        private List<ByteBuffer> next(Pieces pieces, long at) throws IOException {
            long start = System.nanoTime();
            try {
                while (true) {
                    report(at);
                    Signal signal = pieces.queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                    if (signal == null) {
                        giveUpAfter(start);
                    } else if (signal.failure() != null) {
                        throw new IOException(address + " broke off", signal.failure());
                    } else {
                        pieces.askForMore();
                        return signal.piece();
                    }
                }
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }

        private void giveUpAfter(long start) throws IOException {
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new IOException(address + " has sent nothing for " + patience);
            }
        }

        private void report(long at) {
            progress.report(
                    Math.min(1, (double) at / file.bytes()),
                    Sentence.of(
                            "data.progress.downloading", address.getHost(), file.name(), at / 1e6, file.bytes() / 1e6));
        }
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException();
    }

    /** A piece of the body, or the failure that ended it, or neither at its end. */
    private record Signal(List<ByteBuffer> piece, Throwable failure) {}

    /** Hands the body over piece by piece to a thread that can give up waiting. One piece is asked for at a time. */
    private static final class Pieces implements Flow.Subscriber<List<ByteBuffer>> {
        final BlockingQueue<Signal> queue = new LinkedBlockingQueue<>();
        private volatile Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription granted) {
            subscription = granted;
            askForMore();
        }

        void askForMore() {
            subscription.request(1);
        }

        void cancel() {
            if (subscription != null) {
                subscription.cancel();
            }
        }

        @Override
        public void onNext(List<ByteBuffer> piece) {
            queue.add(new Signal(piece, null));
        }

        @Override
        public void onError(Throwable failure) {
            queue.add(new Signal(null, failure));
        }

        @Override
        public void onComplete() {
            queue.add(new Signal(null, null));
        }
    }
}

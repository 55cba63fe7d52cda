package latentlab.data.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A mirror on this machine, as good or as faulty as a test needs it. */
public final class Mirror implements AutoCloseable {
    /** Answers one request for a file. */
    interface Answer {
        void give(HttpExchange exchange, byte[] file) throws IOException, InterruptedException;
    }

    /** The file, or what follows the first bytes when that is asked for. */
    public static final Answer GOOD = (exchange, file) -> {
        int from = from(exchange);
        if (from == 0) {
            send(exchange, 200, file, 0, file.length);
        } else if (from >= file.length) {
            exchange.sendResponseHeaders(416, -1);
        } else {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
            send(exchange, 206, file, from, file.length - from);
        }
    };

    /** Knows no ranges. */
    static final Answer WHOLE = (exchange, file) -> send(exchange, 200, file, 0, file.length);

    static final Answer NOT_FOUND = (exchange, file) -> exchange.sendResponseHeaders(404, -1);

    static final Answer WRONG_BYTES = (exchange, file) -> {
        byte[] wrong = file.clone();
        wrong[wrong.length / 2] ^= 1;
        GOOD.give(exchange, wrong);
    };

    /** Ten times as much as the file has. */
    static final Answer TOO_MUCH = (exchange, file) -> {
        exchange.sendResponseHeaders(200, 0);
        for (int i = 0; i < 10; i++) {
            exchange.getResponseBody().write(file);
        }
    };

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch stalled = new CountDownLatch(1);
    private volatile Answer answer;

    /** Each request's file, with its range if it had one. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    public Mirror(Map<String, byte[]> files, Answer answer) throws IOException {
        this.files.putAll(files);
        this.answer = answer;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/files/");
    }

    /** @return a dataset as it is published, but to be had from here alone */
    public <T> PublicDataset<T> of(PublicDataset<T> published) {
        return of(published, published.files());
    }

    /** @param files in place of those published */
    <T> PublicDataset<T> of(PublicDataset<T> published, List<RemoteFile<T>> files) {
        return new PublicDataset<>(
                published.origin(),
                published.brand(),
                published.classNames(),
                List.of(address()),
                files,
                published.parts());
    }

    public void answer(Answer next) {
        answer = next;
    }

    /** Promises the file, breaks off after some of its bytes, and is good from then on. */
    public Answer brokenOnceAfter(int bytes, Answer then) {
        return (exchange, file) -> {
            answer = then;
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file, 0, bytes);
            exchange.getResponseBody().flush();
        };
    }

    /** Sends some bytes of the file and then nothing, but keeps the connection. */
    public Answer stallingAfter(int bytes) {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file, 0, bytes);
            exchange.getResponseBody().flush();
            stalled.countDown();
            closed.await();
        };
    }

    /** Does not even answer. */
    public Answer silent() {
        return (exchange, file) -> {
            stalled.countDown();
            closed.await();
        };
    }

    boolean hasStalled() {
        return stalled.getCount() == 0;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
        String range = exchange.getRequestHeaders().getFirst("Range");
        requests.add(range == null ? name : name + " " + range);
        try (exchange) {
            answer.give(exchange, files.get(name));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int from(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        return range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    }

    private static void send(HttpExchange exchange, int status, byte[] file, int from, int length) throws IOException {
        exchange.sendResponseHeaders(status, length);
        exchange.getResponseBody().write(file, from, length);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        workers.shutdownNow();
    }
}

package latentlab.data.pictures;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import latentlab.data.Account;
import latentlab.data.ForeignFiles;
import latentlab.data.archive.Archive;
import latentlab.data.archive.Entry;
import latentlab.data.archive.Entry.Obstacle;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** The pictures in an archive, which is read from its beginning to its end, once to see what there is and once more. */
final class PictureArchive implements PictureStore {
    private static final long POLL_MILLIS = 50;
    /** Bytes that may wait in memory to be decoded. */
    private static final long WAITING = Runtime.getRuntime().maxMemory() / 16;

    private final Archive archive;
    private final List<Entry> pictures = new ArrayList<>();
    private final List<Account.LeftOut> lost = new ArrayList<>();
    private Account account = Account.NONE;

    private PictureArchive(Archive archive) {
        this.archive = archive;
    }

    /** @throws Problem if it cannot be read */
    static PictureArchive look(Archive archive, Progress progress) throws Problem {
        PictureArchive store = new PictureArchive(archive);
        int[] seen = {0};
        Runnable watch = () -> progress.report(
                -1, Sentence.of("data.progress.listing", archive.path().toString(), seen[0]++));
        store.sort(archive.content(watch), watch);
        return store;
    }

    private void sort(Archive.Content content, Runnable watch) {
        List<String> others = new ArrayList<>();
        List<String> archives = new ArrayList<>();
        Map<Obstacle, List<String>> obstacles = new EnumMap<>(Obstacle.class);
        EmptyFolders empty = new EmptyFolders();
        content.folders().stream().filter(name -> !foreign(name + "/")).forEach(empty::folder);
        for (Entry entry : content.entries()) {
            watch.run();
            if (foreign(entry.name())) {
                continue;
            }
            empty.file(entry.name());
            if (PictureName.archive(entry.name())) {
                archives.add(entry.name());
            } else if (!PictureName.picture(entry.name())) {
                others.add(entry.name());
            } else if (entry.obstacle() != null) {
                obstacles
                        .computeIfAbsent(entry.obstacle(), _ -> new ArrayList<>())
                        .add(entry.name());
            } else {
                pictures.add(entry);
            }
        }
        account = account.withLeftOut(Sentence.of("data.left.twice"), withoutFormer())
                .withLeftOut(Sentence.of("data.left.emptyFolder"), empty.names())
                .withLeftOut(Sentence.of("data.left.archive"), archives)
                .withLeftOut(Sentence.of("data.left.other"), others);
        Comparator<String> order = new PictureOrder();
        pictures.sort((a, b) -> {
            watch.run();
            return order.compare(a.name(), b.name());
        });
        obstacles.forEach((obstacle, names) -> {
            String reason = "data.left." + obstacle.name().toLowerCase(Locale.ROOT);
            if (obstacle == Obstacle.LINK) {
                account = account.withLeftOut(Sentence.of(reason), names);
            } else {
                lost.add(new Account.LeftOut(Sentence.of(reason), names));
            }
        });
        Charset guessed = content.guessed();
        if (guessed != null) {
            account = account.withWarnings(
                    Sentence.of("data.warning.names", archive.path().toString(), guessed.displayName(Locale.ROOT)));
        }
        if (!content.ended()) {
            account = account.withWarnings(
                    Sentence.of("data.warning.noEnd", archive.path().toString()));
        }
    }

    /** Where a name comes twice, the later entry counts, as for all that unpack archives. */
    private List<String> withoutFormer() {
        Map<String, Entry> latest = new HashMap<>();
        pictures.forEach(entry -> latest.put(entry.name(), entry));
        List<String> former = pictures.stream()
                .filter(entry -> latest.get(entry.name()) != entry)
                .map(Entry::name)
                .toList();
        pictures.removeIf(entry -> latest.get(entry.name()) != entry);
        return former;
    }

    private static boolean foreign(String name) {
        int last = name.lastIndexOf('/');
        for (String folder : name.substring(0, Math.max(0, last)).split("/")) {
            if (ForeignFiles.folder(folder)) {
                return true;
            }
        }
        return ForeignFiles.file(name.substring(last + 1));
    }

    @Override
    public Path path() {
        return archive.path();
    }

    @Override
    public List<String> names() {
        return pictures.stream().map(Entry::name).toList();
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public List<Account.LeftOut> lost() {
        return lost;
    }

    @Override
    public boolean linked() {
        return false;
    }

    @Override
    public boolean linked(int picture) {
        return false;
    }

    @Override
    public Object identity(int picture) {
        return picture;
    }

    @Override
    public void hand(int[] wanted, Taker taker, Progress progress) throws Problem, InterruptedException {
        Map<Integer, Integer> indices = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            indices.put(pictures.get(wanted[i]).number(), i);
        }
        Sentence what = Sentence.of("data.progress.opening", archive.path().toString());
        Runnable watch = () -> progress.report(-1, what);
        archive.read(indices::containsKey, new Handing(wanted, indices, taker, watch), watch);
    }

    /** Waits for pictures to be decoded where too many of them would be in memory. */
    private final class Handing implements Archive.Sink {
        private record Waiting(Future<?> picture, long bytes) {}

        private final int[] wanted;
        private final Map<Integer, Integer> indices;
        private final Taker taker;
        private final Runnable watch;
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private long bytesWaiting;

        Handing(int[] wanted, Map<Integer, Integer> indices, Taker taker, Runnable watch) {
            this.wanted = wanted;
            this.indices = indices;
            this.taker = taker;
            this.watch = watch;
        }

        @Override
        public void take(int number, byte[] bytes) throws Problem, InterruptedException {
            bytesWaiting += bytes.length;
            Future<?> picture = hand(number, bytes, null);
            waiting.add(new Waiting(picture, bytes.length));
            while (waiting.peek() != null
                    && (bytesWaiting > WAITING || waiting.peek().picture.isDone())) {
                Waiting oldest = waiting.remove();
                await(oldest.picture);
                bytesWaiting -= oldest.bytes;
            }
        }

        @Override
        public void damaged(int number, IOException cause) throws Problem {
            hand(number, null, cause);
        }

        private Future<?> hand(int number, byte[] bytes, IOException damage) throws Problem {
            int index = indices.get(number);
            String name = pictures.get(wanted[index]).name();
            String place = archive.path() + "/" + name;
            return taker.take(index, new PictureBytes(name, place, bytes, damage));
        }

        private void await(Future<?> picture) throws InterruptedException {
            while (true) {
                watch.run();
                try {
                    picture.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                    return;
                } catch (TimeoutException _) {
                    // Asked once more whether anybody waits for it.
                } catch (ExecutionException _) {
                    // Whoever reads the pictures is told so by the same picture.
                    return;
                }
            }
        }
    }
}

package latentlab.run.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import latentlab.embedding.MapQuality;
import latentlab.embedding.TsneSettings;
import latentlab.embedding.umap.UmapSettings;
import latentlab.engine.training.EpochResult;
import latentlab.run.NeighbourAccuracy;
import latentlab.run.findings.Findings;
import latentlab.run.findings.LaidOutMap;
import latentlab.run.findings.LaidOutMap.Space;
import latentlab.run.findings.LayoutWay;
import latentlab.run.findings.LayoutWay.ByTsne;
import latentlab.run.findings.LayoutWay.ByUmap;
import latentlab.run.findings.Said;
import latentlab.run.findings.TestError;
import latentlab.text.Problem;

/**
 * What was found out about a run after its training, in its file. What is damaged there is left out: it can be computed
 * anew.
 */
public final class FindingRows {
    private static final String LATENT = "latent";
    private static final String PIXELS = "pixels";
    /** Of a t-SNE and of a UMAP. Older versions of the program know the first only, and pass over the other. */
    private static final String METRIC = "euclidean";

    private static final String UMAP = "umap";
    /** What a UMAP's rate is kept in, as a whole number. */
    private static final double RATE = 1000;

    /** What the columns of a map say of the way it was laid out; the names are those of a t-SNE. */
    private record Way(String metric, double perplexity, long seed, int exaggerated, double divergence) {
        static Way of(LaidOutMap map) {
            return switch (map.way()) {
                case ByTsne(TsneSettings of) ->
                    new Way(METRIC, of.perplexity(), of.seed(), of.exaggerated(), map.divergence());
                case ByUmap(UmapSettings of) ->
                    new Way(UMAP, of.neighbours(), of.seed(), (int) Math.rint(of.rate() * RATE), of.minimalDistance());
            };
        }

        LayoutWay read(int iterations) {
            return metric.equals(METRIC)
                    ? new ByTsne(new TsneSettings(perplexity, seed, exaggerated))
                    : new ByUmap(new UmapSettings((int) perplexity, divergence, iterations, exaggerated / RATE, seed));
        }
    }

    private FindingRows() {}

    /**
     * Adds what the file does not have yet, also while another thread or program trains the run. Only of epochs that
     * the file has as they are known here: others may come later, or are those of another program. The findings are
     * told which bookmarks and which note are in the file now; a file of another run leaves them to be written.
     *
     * @param path of the run's file
     * @param id of the run
     * @param history of the run as far as it is known
     * @return whether the file has all of it now
     * @throws Problem if it is no run file, or cannot be written
     */
    public static boolean keep(Path path, String id, List<EpochResult> history, Findings findings) throws Problem {
        boolean[] same = new boolean[1];
        boolean[] all = new boolean[1];
        SortedMap<Integer, String> bookmarks = findings.bookmarks();
        Said said = findings.said();
        try (RunDatabase database = RunDatabase.open(path, false)) {
            database.transaction(() -> {
                same[0] = database.rows("SELECT value FROM run WHERE key = 'id'", row -> row.getString(1))
                        .equals(List.of(id));
                all[0] = same[0] && add(database, history, findings, bookmarks, said);
            });
        } catch (SQLException e) {
            throw RunDatabase.problem(path, e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        if (same[0]) {
            findings.kept(bookmarks, said);
        }
        return all[0];
    }

    private static boolean add(
            RunDatabase database,
            List<EpochResult> history,
            Findings findings,
            SortedMap<Integer, String> bookmarks,
            Said said)
            throws SQLException {
        if (findings.marked() || findings.noted()) {
            RunAbout about = AboutRows.read(database);
            about = findings.marked() ? about.withBookmarks(bookmarks) : about;
            AboutRows.write(database, findings.noted() ? about.withNote(said.note()) : about);
        }
        Map<Integer, Long> checks = history.stream().collect(Collectors.toMap(EpochResult::epoch, RunRows::crc));
        Set<Integer> there = new HashSet<>();
        database.rows("SELECT epoch, crc FROM epoch", row -> {
            int epoch = row.getInt(1);
            return Objects.equals(checks.get(epoch), row.getLong(2)) && there.add(epoch);
        });
        Map<Integer, Double> accuracies = new TreeMap<>(findings.accuracies());
        Map<Integer, TestError> errors = new TreeMap<>(findings.errors());
        List<LaidOutMap> maps = findings.maps();
        boolean all = there.containsAll(accuracies.keySet())
                && there.containsAll(errors.keySet())
                && maps.stream().allMatch(map -> map.epoch() < 0 || there.contains(map.epoch()));
        accuracies.keySet().retainAll(there);
        errors.keySet().retainAll(there);
        ErrorRows.write(database, errors, testImages(database));
        write(
                database,
                accuracies,
                maps.stream()
                        .filter(map -> map.epoch() < 0 || there.contains(map.epoch()))
                        .toList(),
                testImages(database));
        return all;
    }

    private static int testImages(RunDatabase database) throws SQLException {
        return Integer.parseInt(database.rows("SELECT value FROM data WHERE key = 'test'", row -> row.getString(1))
                .getFirst());
    }

    /**
     * Writes what is not there yet.
     *
     * @param testImages of the run's data
     */
    static void write(RunDatabase database, Map<Integer, Double> accuracies, List<LaidOutMap> maps, int testImages)
            throws SQLException {
        if (accuracies.isEmpty() && maps.isEmpty()) {
            return;
        }
        database.makeFindings();
        Map<Integer, Double> known = accuracies(database, testImages, Integer.MAX_VALUE);
        int images = NeighbourAccuracy.imagesOf(testImages);
        int neighbours = MapQuality.neighboursOf(images);
        database.rows(
                "INSERT OR REPLACE INTO accuracy VALUES (?, ?, ?, ?, ?, ?)",
                accuracies.entrySet().stream()
                        .filter(each -> !known.containsKey(each.getKey()))
                        .map(each -> new Object[] {
                            LATENT,
                            each.getKey(),
                            neighbours,
                            images,
                            each.getValue(),
                            crc(LATENT, each.getKey(), neighbours, images, each.getValue())
                        })
                        .toList());
        Set<Long> whole = maps(database, testImages, Integer.MAX_VALUE).stream()
                .map(map -> crc(map, bytes(map.images()), bytes(map.positions())))
                .collect(Collectors.toSet());
        for (LaidOutMap map : maps) {
            byte[] indices = bytes(map.images());
            byte[] positions = bytes(map.positions());
            long crc = crc(map, indices, positions);
            if (!whole.contains(crc)) {
                write(database, map, indices, positions, crc);
            }
        }
        database.row(
                "DELETE FROM map WHERE place NOT IN (SELECT place FROM map ORDER BY place DESC LIMIT ?)",
                Findings.MOST_MAPS);
    }

    private static void write(RunDatabase database, LaidOutMap map, byte[] images, byte[] positions, long crc)
            throws SQLException {
        Integer epoch = map.epoch() < 0 ? null : map.epoch();
        Way way = Way.of(map);
        database.row(
                "DELETE FROM map WHERE space = ? AND epoch IS ? AND metric = ? AND perplexity = ?"
                        + " AND (metric = ? OR divergence = ?) AND length(images) = ?",
                name(map.space()),
                epoch,
                way.metric(),
                way.perplexity(),
                METRIC,
                way.divergence(),
                images.length);
        database.row(
                "INSERT INTO map (space, epoch, metric, perplexity, seed, exaggerated, iterations, divergence, images,"
                        + " positions, crc) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                name(map.space()),
                epoch,
                way.metric(),
                way.perplexity(),
                way.seed(),
                way.exaggerated(),
                map.iterations(),
                way.divergence(),
                images,
                positions,
                crc);
    }

    /**
     * @param testImages of the run's data
     * @param epochs of the run
     * @return accuracies by epoch, of as many images and neighbours as the app uses
     */
    static SortedMap<Integer, Double> accuracies(RunDatabase database, int testImages, int epochs) throws SQLException {
        SortedMap<Integer, Double> accuracies = new TreeMap<>();
        if (!database.hasFindings()) {
            return accuracies;
        }
        int images = NeighbourAccuracy.imagesOf(testImages);
        int neighbours = MapQuality.neighboursOf(images);
        database.rows(
                "SELECT epoch, neighbours, images, value, crc FROM accuracy WHERE space = '" + LATENT + "'", row -> {
                    int epoch = row.getInt(1);
                    double value = RecordRows.real(row, 4);
                    if (epoch < epochs
                            && row.getInt(2) == neighbours
                            && row.getInt(3) == images
                            && row.getLong(5) == crc(LATENT, epoch, neighbours, images, value)) {
                        accuracies.put(epoch, value);
                    }
                    return null;
                });
        return accuracies;
    }

    /**
     * @param testImages of the run's data
     * @param epochs of the run
     * @return maps, the oldest first
     */
    static List<LaidOutMap> maps(RunDatabase database, int testImages, int epochs) throws SQLException {
        if (!database.hasFindings()) {
            return List.of();
        }
        return database
                .rows(
                        "SELECT space, epoch, metric, perplexity, seed, exaggerated, iterations, divergence, crc,"
                                + " images, positions FROM map WHERE length(images) <= ?"
                                + " AND length(positions) = 2 * length(images) ORDER BY place LIMIT ?",
                        FindingRows::map,
                        Integer.BYTES * testImages,
                        Findings.MOST_MAPS)
                .stream()
                .filter(map -> map != null && map.epoch() < epochs && fits(map.images(), testImages))
                .toList();
    }

    /** @return null for one that is damaged, or of a kind that is not known */
    private static LaidOutMap map(ResultSet row) throws SQLException {
        String space = row.getString(1);
        int epoch = row.getInt(2);
        boolean none = row.wasNull();
        byte[] images = row.getBytes(10);
        byte[] positions = row.getBytes(11);
        Way way = new Way(row.getString(3), row.getDouble(4), row.getLong(5), row.getInt(6), RecordRows.real(row, 8));
        boolean umap = UMAP.equals(way.metric());
        if (none != PIXELS.equals(space) || !(none || LATENT.equals(space)) || !(umap || METRIC.equals(way.metric()))) {
            return null;
        }
        LaidOutMap map = new LaidOutMap(
                none ? Space.PIXELS : Space.LATENT,
                none ? -1 : epoch,
                way.read(row.getInt(7)),
                row.getInt(7),
                umap ? Double.NaN : way.divergence(),
                integers(images),
                floats(positions));
        return crc(map, images, positions) == row.getLong(9) ? map : null;
    }

    private static boolean fits(int[] images, int testImages) {
        int before = -1;
        for (int image : images) {
            if (image <= before || image >= testImages) {
                return false;
            }
            before = image;
        }
        return images.length > 0;
    }

    static long crc(String space, int epoch, int neighbours, int images, double value) {
        return RowCheck.of(RowCheck.of(space.getBytes(StandardCharsets.UTF_8)), epoch, neighbours, images, value);
    }

    private static long crc(LaidOutMap map, byte[] images, byte[] positions) {
        Way way = Way.of(map);
        return RowCheck.of(
                map.space().ordinal(),
                map.epoch(),
                way.perplexity(),
                way.seed(),
                way.exaggerated(),
                map.iterations(),
                way.divergence(),
                RowCheck.of(images),
                RowCheck.of(positions));
    }

    private static String name(Space space) {
        return space == Space.PIXELS ? PIXELS : LATENT;
    }

    private static byte[] bytes(int[] numbers) {
        ByteBuffer bytes = little(new byte[numbers.length * Integer.BYTES]);
        bytes.asIntBuffer().put(numbers);
        return bytes.array();
    }

    private static byte[] bytes(float[] numbers) {
        ByteBuffer bytes = little(new byte[numbers.length * Float.BYTES]);
        bytes.asFloatBuffer().put(numbers);
        return bytes.array();
    }

    private static int[] integers(byte[] bytes) {
        int[] numbers = new int[bytes.length / Integer.BYTES];
        little(bytes).asIntBuffer().get(numbers);
        return numbers;
    }

    private static float[] floats(byte[] bytes) {
        float[] numbers = new float[bytes.length / Float.BYTES];
        little(bytes).asFloatBuffer().get(numbers);
        return numbers;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

package latentlab.export.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.npy.NpzOutput;
import latentlab.embedding.PrincipalPlane;
import latentlab.embedding.TsneSettings;
import latentlab.embedding.umap.UmapSettings;
import latentlab.engine.model.Reconstructions;
import latentlab.export.Origin;
import latentlab.export.OutputFile;
import latentlab.run.Run;
import latentlab.run.findings.LaidOutMap;
import latentlab.run.findings.LayoutWay.ByTsne;
import latentlab.run.findings.LayoutWay.ByUmap;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * What a model makes of every test image after an epoch: its label, error and code, and where it lies on the plane of
 * the codes' two principal components, as the window's map has it (of one latent unit: its value, and 0).
 */
public final class CodesTable {
    /** Images at a time. */
    private static final int CHUNK = 500;

    private final Run run;
    private final int epoch;
    private final Progress progress;
    private final int count;
    private final int latent;
    private final float[] codes;
    private final float[] places;
    private final float[] errors;

    /** @throws CancellationException if the progress has been cancelled */
    private CodesTable(Run run, int epoch, Progress progress) {
        this.run = run;
        this.epoch = epoch;
        this.progress = progress;
        count = run.dataset().test().count();
        latent = run.model().latent();
        codes = new float[count * latent];
        errors = new float[count];
        for (int from = 0; from < count; from += CHUNK) {
            progress.report(0.5 * from / count, Sentence.of("export.codes.progress", from, count));
            int[] some = IntStream.range(from, Math.min(count, from + CHUNK)).toArray();
            System.arraycopy(run.latent(epoch, some), 0, codes, from * latent, some.length * latent);
            Reconstructions reconstructions = run.reconstruct(epoch, some);
            for (int i = 0; i < some.length; i++) {
                errors[from + i] = (float) reconstructions.errors()[i];
            }
        }
        places = places();
    }

    private float[] places() {
        float[] xy = new float[2 * count];
        if (latent == 1) {
            for (int i = 0; i < count; i++) {
                xy[2 * i] = codes[i];
            }
            return xy;
        }
        PrincipalPlane plane = run.principalPlane(epoch, () -> {
            progress.report(0.5, Sentence.of("export.codes.progress", count, count));
            return true;
        });
        float[] x = plane.along(0, codes);
        float[] y = plane.along(1, codes);
        for (int i = 0; i < count; i++) {
            xy[2 * i] = x[i];
            xy[2 * i + 1] = y[i];
        }
        return xy;
    }

    /**
     * As comma-separated values, a line an image: {@code index,label,class,error,code_0,…,x,y}, with as many digits as
     * it takes to read back the same number. Those of label and class are empty where the data have none.
     *
     * @throws Problem when the file cannot be written
     * @throws CancellationException if the progress has been cancelled
     */
    public static void writeCsv(Path file, Run run, int epoch, Progress progress) throws Problem {
        CodesTable table = new CodesTable(run, epoch, progress);
        OutputFile.write(file, out -> {
            out.write(table.header().getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < table.count; i++) {
                if (i % CHUNK == 0) {
                    progress.report(0.5 + 0.5 * i / table.count, Sentence.of("export.codes.progress", i, table.count));
                }
                out.write(table.line(i).getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private String header() {
        StringBuilder header = new StringBuilder("index,label,class,error");
        for (int unit = 0; unit < latent; unit++) {
            header.append(",code_").append(unit);
        }
        return header.append(",x,y\n").toString();
    }

    private String line(int image) {
        Dataset data = run.dataset();
        int label = data.test().label(image);
        StringBuilder line = new StringBuilder().append(image).append(',');
        line.append(label < 0 ? "," : label + "," + CsvText.field(data.className(label)));
        line.append(',').append(errors[image]);
        for (int unit = 0; unit < latent; unit++) {
            line.append(',').append(codes[image * latent + unit]);
        }
        line.append(',').append(places[2 * image]).append(',').append(places[2 * image + 1]);
        return line.append('\n').toString();
    }

    /**
     * As arrays for NumPy: {@code index} [n], {@code label} [n] (-1 where the data have none), {@code error} [n],
     * {@code codes} [n, latent] and {@code places} [n, 2]. Each t-SNE that the run has of these codes or of the pixels
     * follows with its perplexity in its name, such as {@code tsne_latent_30} [m, 2], and its images,
     * {@code tsne_latent_30_index} [m]; each UMAP with its neighbours and minimal distance, such as
     * {@code umap_latent_15_0_1}. Of several with one name the newest.
     *
     * @throws Problem when the file cannot be written
     * @throws CancellationException if the progress has been cancelled
     */
    public static void writeNpz(Path file, Run run, int epoch, Progress progress) throws Problem {
        CodesTable table = new CodesTable(run, epoch, progress);
        OutputFile.write(file, out -> {
            NpzOutput npz = new NpzOutput(out);
            int n = table.count;
            int[] index = IntStream.range(0, n).toArray();
            npz.ints("index", index, n);
            npz.ints(
                    "label",
                    Arrays.stream(index).map(run.dataset().test()::label).toArray(),
                    n);
            npz.floats("error", table.errors, 0, n);
            npz.floats("codes", table.codes, 0, n, table.latent);
            npz.floats("places", table.places, 0, n, 2);
            maps(npz, run.findings().maps(), epoch);
            npz.text("latent_lab", Origin.json(run, epoch));
            npz.finish();
        });
    }

    private static void maps(NpzOutput npz, List<LaidOutMap> maps, int epoch) throws IOException {
        Map<String, LaidOutMap> byName = new LinkedHashMap<>();
        for (LaidOutMap map : maps) {
            boolean pixels = map.space() == LaidOutMap.Space.PIXELS;
            if (pixels || map.epoch() == epoch) {
                byName.put(name(map), map);
            }
        }
        for (Map.Entry<String, LaidOutMap> each : byName.entrySet()) {
            int images = each.getValue().images().length;
            npz.floats(each.getKey(), each.getValue().positions(), 0, images, 2);
            npz.ints(each.getKey() + "_index", each.getValue().images(), images);
        }
    }

    private static String name(LaidOutMap map) {
        String space = map.space().name().toLowerCase(Locale.ROOT);
        return switch (map.way()) {
            case ByTsne(TsneSettings way) -> "tsne_" + space + "_" + written(way.perplexity());
            case ByUmap(UmapSettings way) ->
                "umap_" + space + "_" + way.neighbours() + "_" + written(way.minimalDistance());
        };
    }

    private static String written(double number) {
        return number == Math.rint(number)
                ? String.valueOf((long) number)
                : String.valueOf(number).replace('.', '_');
    }
}

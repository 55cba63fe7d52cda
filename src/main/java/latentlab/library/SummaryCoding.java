package latentlab.library;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import latentlab.data.DataRequest;
import latentlab.data.ImageShape;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.BranchedFrom;
import latentlab.run.file.RunAbout;
import latentlab.run.file.RunSamples;
import latentlab.run.file.RunSamples.Sample;
import latentlab.run.findings.TestError;
import latentlab.text.Sentence;

/** A run's summary as bytes, for the index. Whoever changes it raises {@link IndexFile#VERSION}. */
final class SummaryCoding {
    private SummaryCoding() {}

    static byte[] bytes(RunSummary summary) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, summary.id());
            about(out, summary.about());
            out.writeLong(summary.created().toEpochMilli());
            words(out, summary.config().texts());
            text(out, summary.dataName().key());
            out.writeInt(summary.dataName().values().size());
            for (Object value : summary.dataName().values()) {
                text(out, String.valueOf(value));
            }
            text(out, summary.data().origin());
            words(out, summary.data().words());
            out.writeInt(summary.epochs());
            out.writeDouble(summary.bestLoss());
            out.writeInt(summary.bestEpoch());
            out.writeBoolean(summary.error() != null);
            if (summary.error() != null) {
                out.writeDouble(summary.error().mse());
            }
            out.writeInt(summary.losses().size());
            for (double loss : summary.losses()) {
                out.writeDouble(loss);
            }
            out.writeDouble(summary.seconds());
            samples(out, summary.thumbnails());
            out.writeBoolean(summary.from() != null);
            if (summary.from() != null) {
                text(out, summary.from().run());
                out.writeInt(summary.from().epoch());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException if these are no such bytes; likewise an IllegalArgumentException */
    static RunSummary summary(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new RunSummary(
                    text(in),
                    about(in),
                    Instant.ofEpochMilli(in.readLong()),
                    TrainingConfig.ofTexts(words(in)),
                    sentence(in),
                    DataRequest.of(text(in), words(in)),
                    in.readInt(),
                    in.readDouble(),
                    in.readInt(),
                    in.readBoolean() ? new TestError(in.readDouble()) : null,
                    losses(in),
                    in.readDouble(),
                    samples(in),
                    in.readBoolean() ? new BranchedFrom(text(in), in.readInt()) : null);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        block(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(block(in), StandardCharsets.UTF_8);
    }

    private static void block(DataOutputStream out, byte[] block) throws IOException {
        out.writeInt(block.length);
        out.write(block);
    }

    private static byte[] block(DataInputStream in) throws IOException {
        byte[] block = new byte[count(in)];
        in.readFully(block);
        return block;
    }

    /** @return how many follow, each of a byte or more: what is damaged may claim any number */
    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available()) {
            throw new IOException(count + " of " + in.available());
        }
        return count;
    }

    private static void words(DataOutputStream out, Map<String, String> words) throws IOException {
        out.writeInt(words.size());
        for (Map.Entry<String, String> entry : words.entrySet()) {
            text(out, entry.getKey());
            text(out, entry.getValue());
        }
    }

    private static Map<String, String> words(DataInputStream in) throws IOException {
        Map<String, String> words = new LinkedHashMap<>();
        for (int left = count(in); left > 0; left--) {
            words.put(text(in), text(in));
        }
        return words;
    }

    private static Sentence sentence(DataInputStream in) throws IOException {
        String key = text(in);
        List<Object> values = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            values.add(text(in));
        }
        return new Sentence(key, values);
    }

    private static void about(DataOutputStream out, RunAbout about) throws IOException {
        text(out, about.name());
        text(out, about.note());
        out.writeBoolean(about.star());
        out.writeInt(about.tags().size());
        for (String tag : about.tags()) {
            text(out, tag);
        }
        out.writeInt(about.bookmarks().size());
        for (Map.Entry<Integer, String> entry : about.bookmarks().entrySet()) {
            out.writeInt(entry.getKey());
            text(out, entry.getValue());
        }
    }

    private static RunAbout about(DataInputStream in) throws IOException {
        String name = text(in);
        String note = text(in);
        boolean star = in.readBoolean();
        TreeSet<String> tags = new TreeSet<>();
        for (int left = count(in); left > 0; left--) {
            tags.add(text(in));
        }
        TreeMap<Integer, String> bookmarks = new TreeMap<>();
        for (int left = count(in); left > 0; left--) {
            bookmarks.put(in.readInt(), text(in));
        }
        return new RunAbout(name, note, star, tags, bookmarks);
    }

    private static List<Double> losses(DataInputStream in) throws IOException {
        List<Double> losses = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            losses.add(in.readDouble());
        }
        return losses;
    }

    private static void samples(DataOutputStream out, RunSamples samples) throws IOException {
        out.writeInt(samples.shape().channels());
        out.writeInt(samples.shape().height());
        out.writeInt(samples.shape().width());
        out.writeInt(samples.samples().size());
        for (Sample sample : samples.samples()) {
            out.writeInt(sample.image());
            block(out, sample.original());
            block(out, sample.reconstruction());
        }
    }

    private static RunSamples samples(DataInputStream in) throws IOException {
        ImageShape shape = new ImageShape(in.readInt(), in.readInt(), in.readInt());
        List<Sample> samples = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            samples.add(new Sample(in.readInt(), image(in, shape), image(in, shape)));
        }
        return new RunSamples(shape, samples);
    }

    private static byte[] image(DataInputStream in, ImageShape shape) throws IOException {
        byte[] image = block(in);
        if (image.length != shape.size()) {
            throw new IOException(image.length + " bytes of " + shape);
        }
        return image;
    }
}

package latentlab.export.player;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.engine.model.Reconstructions;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export;
import latentlab.export.ExportOption;
import latentlab.export.Origin;
import latentlab.export.OutputFile;
import latentlab.export.table.JsonNumber;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * The timeline as a single page for a browser, which needs nothing else, neither an address nor this program: originals
 * over reconstructions, the losses, and controls to play them.
 */
public final class HtmlPlayer {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final int NARROW_COLUMNS = 5;

    /** What stands in the page itself. */
    private static final List<String> LABELS = List.of(
            "bounce",
            "curve",
            "epoch",
            "epochHelp",
            "error",
            "faster",
            "first",
            "grid",
            "jump",
            "keys",
            "last",
            "loop",
            "loopHelp",
            "next",
            "noscript",
            "once",
            "original",
            "pause",
            "play",
            "player",
            "previous",
            "reconstruction",
            "repeat",
            "reverse",
            "rows",
            "seek",
            "speed",
            "speedHelp",
            "theme",
            "train",
            "valid");

    /** What its program fills in, with numbers of its own. */
    private static final List<String> PATTERNS =
            List.of("play", "pause", "position", "trainLoss", "validLoss", "meanError", "image", "millis");

    private final Export.Subject subject;
    private final Dataset dataset;
    private final int[] samples;
    private final List<EpochResult> epochs;
    private final Messages messages;
    private final Progress progress;

    private HtmlPlayer(Export.Subject subject, Messages messages, Progress progress) throws Problem {
        this.subject = subject;
        this.messages = messages;
        this.progress = progress;
        dataset = subject.run().dataset();
        samples = subject.images().inOrder();
        epochs = subject.epochs();
    }

    /**
     * Writes the chosen epochs that are kept, working them out one by one.
     *
     * @param messages language of the page
     * @throws Problem when the file cannot be written, or none of the epochs is kept
     * @throws CancellationException when cancelled through progress; nothing is left behind
     */
    public static void write(Path file, Export.Subject subject, Messages messages, Progress progress) throws Problem {
        HtmlPlayer player = new HtmlPlayer(subject, messages, progress);
        OutputFile.write(file, player::write);
    }

    private void write(OutputStream target) throws IOException {
        Map<String, String> words = words();
        Writer out = new OutputStreamWriter(target, StandardCharsets.UTF_8);
        String template = template();
        Matcher place = PLACE.matcher(template);
        int from = 0;
        while (place.find()) {
            out.write(template, from, place.start() - from);
            from = place.end();
            if (place.group(1).equals("data")) {
                writeData(out);
            } else {
                out.write(words.get(place.group(1)));
            }
        }
        out.write(template, from, template.length() - from);
        out.flush();
    }

    private static String template() {
        try (InputStream in = HtmlPlayer.class.getResourceAsStream("player.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> words() {
        int all = subject.history().size();
        Map<String, String> words = new HashMap<>();
        for (String label : LABELS) {
            words.put(label, escaped(text(label)));
        }
        words.put("title", escaped(text("title", dataset.name())));
        words.put("shown", escaped(epochs.size() < all ? text("some", epochs.size(), all) : text("all", all)));
        words.put("language", messages.locale().getLanguage());
        words.put("columns", Integer.toString(samples.length));
        words.put("columnsNarrow", Integer.toString(Math.min(NARROW_COLUMNS, samples.length)));
        words.put("width", Integer.toString(dataset.shape().width()));
        words.put("height", Integer.toString(dataset.shape().height()));
        words.put("origin", inScript(Origin.json(subject.run(), subject.images(), -1)));
        words.put("words", inScript(patterns()));
        return words;
    }

    private String text(String word, Object... values) {
        return messages.text("export.player." + word, values);
    }

    private String patterns() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            PATTERNS.forEach(word -> json.writeStringProperty(word, text(word, "{0}", "{1}")));
            json.writeEndObject();
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Nothing within a script may look like its end. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }

    private void writeData(Writer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), new ScriptWriter(out))) {
            json.writeStartObject();
            json.writeNumberProperty("width", dataset.shape().width());
            json.writeNumberProperty("height", dataset.shape().height());
            json.writeNumberProperty("millis", subject.get(ExportOption.FRAME));
            json.writeNumberProperty("last", subject.history().size() - 1);
            json.writeArrayPropertyStart("names");
            for (int sample : samples) {
                json.writeString(name(sample));
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("epochs");
            epochs.forEach(result -> json.writeNumber(result.epoch()));
            json.writeEndArray();
            json.writeArrayPropertyStart("history");
            for (EpochResult result : subject.history()) {
                json.writeStartArray();
                json.writeNumber(result.epoch());
                number(json, result.trainLoss());
                number(json, result.validLoss());
                json.writeEndArray();
            }
            json.writeEndArray();
            images(json);
            json.writeEndObject();
        }
    }

    private String name(int sample) {
        int label = dataset.test().label(sample);
        return label < 0 ? Integer.toString(sample) : dataset.className(label);
    }

    private void images(JsonGenerator json) throws IOException {
        PlayerSprites sprites = new PlayerSprites(dataset.test(), 1 + epochs.size(), samples.length);
        double[][] errors = new double[epochs.size()][];
        json.writeNumberProperty("rowsEach", sprites.rowsEach());
        json.writeArrayPropertyStart("sprites");
        int size = dataset.test().size();
        sprite(json, sprites.add(dataset.test().pixels(), places(samples, size)));
        int[] inOrder = IntStream.range(0, samples.length).toArray();
        for (int i = 0; i < epochs.size(); i++) {
            progress.report((double) i / epochs.size(), Sentence.of("export.gif.progress", i + 1, epochs.size()));
            Reconstructions made = subject.run().reconstruct(epochs.get(i).epoch(), samples);
            sprite(json, sprites.add(made.pixels(), places(inOrder, size)));
            errors[i] = made.errors();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("errors");
        for (double[] each : errors) {
            json.writeStartArray();
            for (double error : each) {
                number(json, error);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static int[] places(int[] indices, int size) {
        return IntStream.of(indices).map(index -> index * size).toArray();
    }

    private static void sprite(JsonGenerator json, byte[] png) {
        if (png != null) {
            json.writeString("data:image/png;base64," + Base64.getEncoder().encodeToString(png));
        }
    }

    /** Six digits say all that is shown. */
    private static void number(JsonGenerator json, double number) {
        boolean finite = Double.isFinite(number);
        JsonNumber.write(
                json, finite ? new BigDecimal(number).round(new MathContext(6)).doubleValue() : number);
    }
}

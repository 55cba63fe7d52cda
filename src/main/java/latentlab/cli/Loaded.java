package latentlab.cli;

import java.io.PrintStream;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.data.Account.LeftOut;
import latentlab.data.AccountLines;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Messages;
import latentlab.text.Sentence;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Tells what loading a dataset did. */
public final class Loaded {
    /** Names of classes and files are in any language; what reads the output may not know its encoding. */
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Loaded() {}

    /** Says it in short, with an empty line before what comes next. */
    public static void tell(Dataset dataset, PrintStream out, Messages messages) {
        tell(dataset, false, out, messages);
        out.println();
    }

    /** @return the settings with the batch that is usual for so many images; says so if it is another one */
    public static TrainingConfig fitted(TrainingConfig config, Dataset dataset, PrintStream out, Messages messages) {
        int images = dataset.train().count();
        int batch = TrainingConfig.usualBatch(images);
        if (batch != config.batch()) {
            out.println(messages.text("cli.batch.few", batch, config.batch(), images) + "\n");
        }
        return config.withBatch(batch);
    }

    /** @param all with all names, one a line */
    static void tell(Dataset dataset, boolean all, PrintStream out, Messages messages) {
        out.println(messages.text(dataset.name()));
        for (AccountLines.Line line : AccountLines.of(dataset)) {
            out.println((line.warning() ? "! " : "  ") + messages.text(all ? line.sentence() : line.brief()));
            if (all) {
                line.names().forEach(name -> out.println("    " + name));
            }
        }
        out.flush();
    }

    /**
     * @param messages language of the sentences
     * @return one JSON object on one line
     */
    static String json(Dataset dataset, Messages messages) {
        StringWriter text = new StringWriter();
        int[] counts = AccountLines.classCounts(dataset);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("name", messages.text(dataset.name()));
            json.writeNumberProperty("train", dataset.train().count());
            json.writeNumberProperty("validation", dataset.validationCount());
            json.writeNumberProperty("test", dataset.test().count());
            json.writeNumberProperty("channels", dataset.shape().channels());
            json.writeNumberProperty("height", dataset.shape().height());
            json.writeNumberProperty("width", dataset.shape().width());
            json.writeArrayPropertyStart("classes");
            IntStream.range(0, counts.length).mapToObj(dataset::className).forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("classCounts");
            IntStream.of(counts).forEach(json::writeNumber);
            json.writeEndArray();
            sentences(json, "parts", dataset.account().parts(), messages);
            json.writeArrayPropertyStart("leftOut");
            for (LeftOut left : dataset.account().leftOut()) {
                json.writeStartObject();
                json.writeStringProperty("reason", messages.text(left.reason()));
                json.writeNumberProperty("count", left.count());
                json.writeArrayPropertyStart("names");
                left.names().forEach(json::writeString);
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            sentences(json, "changed", dataset.account().changed(), messages);
            sentences(json, "warnings", dataset.account().warnings(), messages);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void sentences(JsonGenerator json, String name, List<Sentence> sentences, Messages messages) {
        json.writeArrayPropertyStart(name);
        sentences.stream().map(messages::text).forEach(json::writeString);
        json.writeEndArray();
    }
}

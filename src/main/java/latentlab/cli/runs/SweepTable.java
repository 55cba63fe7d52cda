package latentlab.cli.runs;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.cli.terminal.TextTable;
import latentlab.comparison.ComparedRun;
import latentlab.engine.settings.Setting;
import latentlab.engine.training.EpochResult;
import latentlab.export.table.CsvText;
import latentlab.export.table.JsonNumber;
import latentlab.run.findings.TestError;
import latentlab.sweep.Outcome;
import latentlab.sweep.Plan;
import latentlab.sweep.Swept;
import latentlab.text.Messages;
import latentlab.text.Sentence;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * What a sweep came to, a line a trial in the order of the plan. The same in every language, so that scripts can read
 * it.
 *
 * @param accuracies shape [outcomes], NaN where there is none; null for no such column
 */
record SweepTable(Plan plan, List<Outcome> outcomes, double[] accuracies) {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** @return for a person: losses to six decimals, seconds to one */
    String text() {
        return new TextTable(heading(), rows("%.6f", "%.4f", "%.1f", "-")).text();
    }

    /** @return comma-separated, each number as many digits as it takes to read back the same */
    String csv() {
        return Stream.concat(Stream.of(heading()), rows("%s", "%s", "%s", "").stream())
                .map(row -> row.stream().map(CsvText::field).collect(Collectors.joining(",")) + "\n")
                .collect(Collectors.joining());
    }

    /** Those that are not the same in all trials. */
    private List<Setting<?>> settings() {
        return Setting.ALL.stream()
                .filter(setting -> setting == Setting.SEED && plan.seeds() > 1
                        || plan.swept().stream().map(Swept::setting).anyMatch(each -> each == setting))
                .toList();
    }

    private List<String> heading() {
        List<String> heading = new ArrayList<>(List.of("trial"));
        settings().forEach(setting -> heading.add(setting.name()));
        heading.addAll(List.of("best_loss", "best_epoch", "test_mse"));
        if (accuracies != null) {
            heading.add("accuracy");
        }
        heading.addAll(List.of("epochs", "seconds", "state"));
        return heading;
    }

    private List<List<String>> rows(String losses, String shares, String seconds, String nothing) {
        return IntStream.range(0, outcomes.size())
                .mapToObj(i -> row(i, losses, shares, seconds, nothing))
                .toList();
    }

    private List<String> row(int index, String losses, String shares, String seconds, String nothing) {
        Outcome outcome = outcomes.get(index);
        ComparedRun run = outcome.run();
        EpochResult best = run == null ? null : run.best();
        List<String> row =
                new ArrayList<>(List.of(Integer.toString(outcome.trial().number())));
        for (Setting<?> setting : settings()) {
            String text = outcome.trial().config().text(setting);
            row.add(text.isEmpty() ? "none" : text);
        }
        row.add(best == null ? nothing : number(losses, best.validLoss(), nothing));
        row.add(best == null ? nothing : Integer.toString(best.epoch()));
        row.add(number(
                losses,
                run == null || run.error() == null ? Double.NaN : run.error().mse(),
                nothing));
        if (accuracies != null) {
            row.add(number(shares, accuracies[index], nothing));
        }
        row.add(run == null ? nothing : Integer.toString(run.epochs()));
        row.add(run == null ? nothing : number(seconds, run.seconds(), nothing));
        row.add(state(outcome));
        return row;
    }

    private static String state(Outcome outcome) {
        return outcome.state().name().toLowerCase(Locale.ROOT);
    }

    private static String number(String format, double value, String nothing) {
        return Double.isNaN(value) ? nothing : String.format(Locale.ROOT, format, value);
    }

    /**
     * @param folder of the trials' files
     * @param conclusions what may be concluded
     * @return one object on one line, null for what is no number
     */
    String json(Path folder, List<Sentence> conclusions, Messages messages) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("trials");
            for (int i = 0; i < outcomes.size(); i++) {
                trial(json, i, folder, messages);
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("conclusions");
            conclusions.forEach(sentence -> json.writeString(messages.text(sentence)));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private void trial(JsonGenerator json, int index, Path folder, Messages messages) {
        Outcome outcome = outcomes.get(index);
        ComparedRun run = outcome.run();
        EpochResult best = run == null ? null : run.best();
        json.writeStartObject();
        json.writeNumberProperty("trial", outcome.trial().number());
        json.writeStringProperty("file", folder.resolve(outcome.trial().file()).toString());
        json.writeObjectPropertyStart("settings");
        settings()
                .forEach(setting -> json.writeStringProperty(
                        setting.name(), outcome.trial().config().text(setting)));
        json.writeEndObject();
        json.writeStringProperty("state", state(outcome));
        if (outcome.why() != null) {
            json.writeStringProperty("why", messages.text(outcome.why()));
        }
        JsonNumber.write(json, "bestLoss", best == null ? Double.NaN : best.validLoss());
        JsonNumber.write(json, "bestEpoch", best == null ? Double.NaN : best.epoch());
        JsonNumber.write(
                json, "trainLoss", run == null ? Double.NaN : run.last().trainLoss());
        JsonNumber.write(
                json, "validLoss", run == null ? Double.NaN : run.last().validLoss());
        TestError error = run == null ? null : run.error();
        JsonNumber.write(json, "testMse", error == null ? Double.NaN : error.mse());
        JsonNumber.write(json, "testPsnr", error == null ? Double.NaN : error.psnr());
        if (accuracies != null) {
            JsonNumber.write(json, "accuracy", accuracies[index]);
        }
        JsonNumber.write(json, "epochs", run == null ? Double.NaN : run.epochs());
        JsonNumber.write(json, "seconds", run == null ? Double.NaN : run.seconds());
        json.writeEndObject();
    }
}

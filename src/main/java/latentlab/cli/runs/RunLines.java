package latentlab.cli.runs;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import latentlab.library.Entry;
import latentlab.library.RunSummary;
import latentlab.run.StartWeights;
import latentlab.text.Excerpt;
import latentlab.text.Messages;

/** Runs as lines of text. Their columns are the same in every language, so that scripts can read them. */
final class RunLines {
    static final String HEADING =
            String.format(Locale.ROOT, "%-8s  %-16s  %11s  %12s  %s", "id", "begun", "epochs", "best_valid", "run");
    /** Letters of an id, which tell some million runs apart. */
    private static final int ID = 8;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private RunLines() {}

    static String line(Entry entry, Messages messages) {
        if (!entry.readable()) {
            return columns("-", entry.changed().toInstant(), "-", "-") + Excerpt.of(entry.name()) + ": "
                    + messages.text(entry.fault());
        }
        RunSummary run = entry.run();
        List<String> words = new ArrayList<>();
        words.add((run.about().star() ? "* " : "") + Excerpt.of(entry.name()) + ":");
        words.add(messages.text(run.dataName()));
        words.addAll(settings(run));
        run.about().tags().forEach(tag -> words.add("#" + Excerpt.of(tag)));
        return columns(id(run), run.created(), run.epochs() + "/" + run.planned(), loss(run.bestLoss()))
                + String.join(" ", words);
    }

    private static String columns(String id, Instant begun, String epochs, String loss) {
        return String.format(Locale.ROOT, "%-8s  %s  %11s  %12s  ", id, MOMENT.format(begun), epochs, loss);
    }

    /** @return how an id begins, enough to name the run by */
    static String id(RunSummary run) {
        String id = run.id();
        return id.substring(0, Math.min(ID, id.length()));
    }

    private static String loss(double loss) {
        return Double.isNaN(loss) ? "-" : String.format(Locale.ROOT, "%.6f", loss);
    }

    private static List<String> settings(RunSummary run) {
        return run.changedSettings().entrySet().stream()
                .map(each -> each.getKey().name() + "=" + each.getValue())
                .toList();
    }

    /** All there is to say of one run, a line each. @param weights it began with; null if they were drawn */
    static List<String> all(Entry entry, StartWeights.From weights, Messages messages) {
        List<String> lines = new ArrayList<>();
        lines.add(Excerpt.of(entry.name()));
        lines.add(named("file", entry.file().toString()));
        lines.add(named("size", messages.text("cli.runs.show.size", entry.bytes() / 1e6)));
        if (!entry.readable()) {
            lines.add("! " + messages.text(entry.fault()));
            return lines;
        }
        RunSummary run = entry.run();
        lines.add(named("id", run.id()));
        lines.add(named("begun", MOMENT.format(run.created())));
        lines.add(named("data", messages.text(run.dataName()) + " (" + data(run) + ")"));
        lines.add(named("epochs", run.epochs() + "/" + run.planned()));
        lines.add(named("best_valid", loss(run.bestLoss()) + (run.bestEpoch() < 0 ? "" : " @ " + run.bestEpoch())));
        lines.add(named("seconds", String.format(Locale.ROOT, "%.1f", run.seconds())));
        lines.add(named("settings", String.join(" ", settings(run))));
        if (weights != null) {
            lines.add(named("weights", Excerpt.of(weights.file()) + " " + weights.hash()));
        }
        lines.add(named("star", run.about().star() ? "*" : "-"));
        lines.add(named("tags", String.join(", ", run.about().tags())));
        run.about().note().lines().forEach(line -> lines.add(named("note", line)));
        run.about().bookmarks().forEach((epoch, note) -> lines.add(named("bookmark", (epoch + " " + note).strip())));
        return lines;
    }

    private static String data(RunSummary run) {
        return run.data().origin()
                + run.data().words().entrySet().stream()
                        .map(each -> " --" + each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining());
    }

    private static String named(String name, String value) {
        return String.format(Locale.ROOT, "  %-10s  %s", name, value).stripTrailing();
    }
}

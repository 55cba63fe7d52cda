package latentlab.cli.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latentlab.cli.terminal.TextTable;
import latentlab.comparison.ComparedRun;
import latentlab.comparison.Comparison;
import latentlab.comparison.Difference;
import latentlab.engine.training.EpochResult;
import latentlab.export.table.CsvText;

/**
 * Runs as lines of a table: in what they differ, and what they came to. The same in every language, so that scripts can
 * read it.
 */
record ComparisonTable(Comparison comparison) {
    private static final List<String> RESULTS =
            List.of("best_loss", "best_epoch", "train_loss", "valid_loss", "epochs", "seconds");

    /** @return for a person: numbers to six decimals, seconds to one */
    String text() {
        return new TextTable(heading(), rows("%.6f", "%.1f", "-")).text();
    }

    /** @return comma-separated, as RFC 4180 has it, each number as many digits as it takes to read back the same */
    String csv() {
        StringBuilder csv = new StringBuilder();
        append(csv, heading());
        rows("%s", "%s", "").forEach(row -> append(csv, row));
        return csv.toString();
    }

    private static void append(StringBuilder csv, List<String> row) {
        csv.append(row.stream().map(CsvText::field).collect(Collectors.joining(",")))
                .append('\n');
    }

    private List<String> heading() {
        List<String> heading = new ArrayList<>(List.of("run"));
        comparison.differences().forEach(difference -> heading.add(difference.name()));
        heading.addAll(RESULTS);
        return heading;
    }

    private List<List<String>> rows(String losses, String seconds, String nothing) {
        return IntStream.range(0, comparison.runs().size())
                .mapToObj(run -> row(run, losses, seconds, nothing))
                .toList();
    }

    private List<String> row(int index, String losses, String seconds, String nothing) {
        ComparedRun run = comparison.runs().get(index);
        List<String> row = new ArrayList<>(List.of(run.name()));
        for (Difference difference : comparison.differences()) {
            String value = difference.values().get(index);
            row.add(value.isEmpty() ? nothing : value);
        }
        EpochResult best = run.best();
        row.add(best == null ? nothing : number(losses, best.validLoss(), nothing));
        row.add(best == null ? nothing : Integer.toString(best.epoch()));
        row.add(number(losses, run.last().trainLoss(), nothing));
        row.add(number(losses, run.last().validLoss(), nothing));
        row.add(Integer.toString(run.epochs()));
        row.add(number(seconds, run.seconds(), nothing));
        return row;
    }

    private static String number(String format, double value, String nothing) {
        return Double.isNaN(value) ? nothing : String.format(Locale.ROOT, format, value);
    }
}

package latentlab.cli.runs;

import java.util.List;
import latentlab.cli.Command;
import latentlab.cli.Options;
import latentlab.cli.Values;
import latentlab.engine.settings.Domain;
import latentlab.library.Bin;
import latentlab.library.Entry;
import latentlab.library.Library;
import latentlab.library.Query;
import latentlab.library.SortOrder;
import latentlab.text.Messages;
import latentlab.text.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The {@code runs list} command: a line for each run of a library, or what programs read. */
final class RunsListCommand implements Command {
    private static final Domain.Choice<SortOrder> ORDERS = Domain.choiceWithout(SortOrder.class);

    private final RunsAtHand runs;

    RunsListCommand(RunsAtHand runs) {
        this.runs = runs;
    }

    @Override
    public CommandSpec spec(Options options) {
        CommandSpec spec = options.command(this, "list", "cli.runs.list.about");
        RunsAtHand.addFolder(spec, options);
        options.add(spec, "--search", "QUERY", new Values.Text(), "cli.option.runs.search");
        options.add(
                spec,
                "--sort",
                "ORDER",
                new Values.Choice(ORDERS.words()),
                "cli.option.runs.sort",
                String.join(", ", ORDERS.words()),
                ORDERS.text(SortOrder.DATE));
        options.addSwitch(spec, "--bin", "cli.option.runs.bin");
        options.addSwitch(spec, "--json", "cli.option.runs.json");
        return spec;
    }

    @Override
    public boolean run(ParseResult parsed) throws Problem {
        Messages messages = runs.messages();
        Library library = runs.library(parsed);
        String order = parsed.matchedOptionValue("--sort", ORDERS.text(SortOrder.DATE));
        List<Entry> all = parsed.hasMatchedOption("--bin")
                ? new Bin(library).list().stream().map(Bin.Deleted::entry).toList()
                : runs.list(library);
        Query query = new Query(parsed.matchedOptionValue("--search", ""), messages::text, all);
        query.notUnderstood().forEach(each -> runs.screen().err().println(messages.text(each)));
        List<Entry> found = all.stream()
                .filter(query::matches)
                .sorted(ORDERS.parse(order).comparator(messages.locale()))
                .toList();
        print(found, all.size(), library, parsed.hasMatchedOption("--json"));
        return true;
    }

    private void print(List<Entry> found, int all, Library library, boolean json) {
        Messages messages = runs.messages();
        if (json) {
            found.forEach(each -> runs.screen().out().println(RunJson.of(each, messages)));
            return;
        }
        if (found.isEmpty()) {
            String key = all == 0 ? "cli.runs.list.empty" : "cli.runs.list.notFound";
            runs.screen().err().println(messages.text(key, library.folder().toString(), all));
            return;
        }
        runs.screen().out().println(RunLines.HEADING);
        found.forEach(each -> runs.screen().out().println(RunLines.line(each, messages)));
    }
}

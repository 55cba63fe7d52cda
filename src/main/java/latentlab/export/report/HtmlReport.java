package latentlab.export.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Date;
import java.util.concurrent.CancellationException;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export;
import latentlab.export.Origin;
import latentlab.export.OutputFile;
import latentlab.run.BranchedFrom;
import latentlab.run.Run;
import latentlab.run.StartWeights;
import latentlab.text.AppVersion;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * A run as a person hands it in: a single page for a browser or a printer, which needs nothing else. What was set, the
 * model, the losses, images of some epochs, the maps with their numbers, and the user's own words.
 */
public final class HtmlReport {
    private static final double PICTURES = 0.2;
    private static final double IMAGES = 0.4;

    private final Export.Subject subject;
    private final Run run;
    private final Words words;
    private final Page page = new Page();

    private HtmlReport(Export.Subject subject, Messages messages) {
        this.subject = subject;
        run = subject.run();
        words = new Words(messages);
    }

    /**
     * Writes a report of the chosen epochs, and of the losses of all.
     *
     * @param messages language of the page
     * @throws Problem when the file cannot be written, or none of the epochs is kept
     * @throws CancellationException when cancelled through progress; nothing is left behind
     */
    public static void write(Path file, Export.Subject subject, Messages messages, Progress progress) throws Problem {
        String html = new HtmlReport(subject, messages).html(progress);
        OutputFile.write(file, out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
    }

    private String html(Progress progress) throws Problem {
        Sentence what = Sentence.of("export.report.progress");
        progress.report(0, what);
        ChosenEpochs chosen = ChosenEpochs.of(subject);
        page.open("html", "lang", words.messages().locale().getLanguage());
        head();
        page.open("body").open("main");
        title(chosen);
        ownWords();
        new SettingTables(page, words, run).write(subject.rateChanges());
        Progress pictures = progress.part(0, PICTURES);
        new ModelSection(page, words, subject).write(pictures);
        new LossSection(page, words, subject, chosen).write(pictures);
        new ImageRows(page, words, subject, chosen).write(progress.part(PICTURES, IMAGES));
        new MapSection(page, words, run, chosen.last().epoch()).write(progress.part(IMAGES, 1));
        bookmarks();
        footer();
        return page.close().close().close().toString();
    }

    private void head() {
        page.open("head").empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "name", "color-scheme", "content", "light dark");
        page.empty("meta", "name", "generator", "content", "Latent Lab " + AppVersion.text());
        page.element("title", name());
        page.empty("link", "rel", "icon", "href", "data:,");
        page.raw("style", style());
        page.raw("script", Origin.json(run, subject.images(), -1), "type", "application/json", "id", "origin");
        page.close();
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The user's own name of the run, or what tells it from most others. */
    private String name() {
        String own = run.findings().said().name();
        String word =
                switch (run.config().kind()) {
                    case SIMPLE -> "title";
                    case TIED -> "titleTied";
                    case VARIATIONAL -> "titleVariational";
                };
        return own.isBlank()
                ? words.text(word, run.dataset().name(), run.model().latent())
                : own;
    }

    private void title(ChosenEpochs chosen) {
        page.open("header").element("h1", name());
        if (run.start().begun() > 0) {
            page.element("p", words.text("begun", new Date(run.start().begun())), "class", "muted");
        }
        page.open("dl", "class", "facts");
        fact("data", words.messages().text(run.start().data().name()));
        fact("layers", ModelSection.layers(run.model()));
        fact("trained", words.text("epochs", subject.history().size() - 1));
        EpochResult best = chosen.best();
        fact("bestLoss", words.text("lossAt", best.validLoss(), best.epoch()));
        double seconds =
                subject.history().stream().mapToDouble(EpochResult::seconds).sum();
        fact("time", words.text("seconds", seconds));
        BranchedFrom from = run.start().from();
        if (from != null) {
            fact("branch", words.text("branchedFrom", from.epoch(), from.run()));
        }
        StartWeights.From weights = run.start().weights();
        if (weights != null) {
            fact("weights", words.text("weightsFrom", weights.file(), weights.hash()));
        }
        page.close().close();
    }

    private void fact(String name, String value) {
        page.open("div").element("dt", words.text(name)).element("dd", value).close();
    }

    /** In paragraphs as they were typed, in any script: each is written the way of its first letter. */
    private void ownWords() {
        String own = subject.words() == null ? run.findings().said().note() : subject.words();
        if (own.isBlank()) {
            return;
        }
        page.open("section", "class", "words").element("h2", words.text("words"));
        for (String paragraph : own.strip().split("\\R\\s*\\R")) {
            page.open("p", "dir", "auto");
            String[] lines = paragraph.split("\\R");
            for (int line = 0; line < lines.length; line++) {
                if (line > 0) {
                    page.empty("br");
                }
                page.text(lines[line].stripTrailing());
            }
            page.close();
        }
        page.close();
    }

    private void bookmarks() {
        if (run.findings().bookmarks().isEmpty()) {
            return;
        }
        page.open("section").element("h2", words.text("bookmarks")).open("ul");
        run.findings().bookmarks().headMap(subject.history().size()).forEach((epoch, note) -> {
            double loss = subject.history().get(epoch).validLoss();
            page.open("li").element("strong", words.text("epochLoss", epoch, loss));
            if (!note.isEmpty()) {
                page.text(" ").element("span", note, "dir", "auto");
            }
            page.close();
        });
        page.close().close();
    }

    private void footer() {
        page.open("footer").element("h2", words.text("environment"));
        page.element("p", words.messages().text(run.arithmetic().sentence()));
        page.element(
                "p",
                words.text(
                        "written",
                        AppVersion.text(),
                        new Date(),
                        Runtime.version().toString(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch")));
        page.element("p", words.text("run", run.id())).close();
    }
}

package latentlab.export.report;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export;
import latentlab.export.picture.InlinePicture;
import latentlab.export.picture.View;
import latentlab.text.Problem;
import latentlab.text.Progress;

/** The losses: their curves, those of the epochs that matter most, and folded away those of all. */
record LossSection(Page page, Words words, Export.Subject subject, ChosenEpochs chosen) {
    private static final int WIDTH = 820;
    /** Rows of the long table; of more epochs it has every second, third and so on. */
    private static final int MOST = 500;

    void write(Progress progress) throws Problem {
        List<EpochResult> history = subject.history();
        page.open("section").element("h2", words.text("losses"));
        InlinePicture picture = InlinePicture.of(subject, View.LOSS, WIDTH, words.messages(), progress);
        EpochResult best = chosen.best();
        EpochResult last = history.getLast();
        String told = words.text(
                "curves",
                history.size() - 1,
                history.getFirst().validLoss(),
                best.validLoss(),
                best.epoch(),
                last.validLoss());
        ModelSection.figure(page, picture, told, null, "drawn");
        table(Stream.of(history.getFirst(), best, last).distinct().toList());
        if (history.size() > 3) {
            int step = (history.size() + MOST - 1) / MOST;
            List<EpochResult> some = IntStream.range(0, history.size())
                    .filter(epoch -> epoch % step == 0 || epoch == best.epoch() || epoch == history.size() - 1)
                    .mapToObj(history::get)
                    .toList();
            page.open("details");
            page.element("summary", words.text(step == 1 ? "allEpochs" : "someEpochs", some.size()));
            table(some);
            page.close();
        }
        page.close();
    }

    private void table(List<EpochResult> epochs) {
        Map<Integer, Double> accuracies = subject.run().findings().accuracies();
        boolean known = epochs.stream().anyMatch(result -> accuracies.containsKey(result.epoch()));
        page.open("div", "class", "wide").open("table", "class", "numbers");
        page.open("thead").open("tr");
        for (String head : List.of("epoch", "trainLoss", "validLoss", "rate", "duration")) {
            page.element("th", words.text(head), "scope", "col");
        }
        if (known) {
            page.element("th", words.text("accuracy"), "scope", "col");
        }
        page.close().close().open("tbody");
        for (EpochResult result : epochs) {
            page.open("tr").open("th", "scope", "row").text(Integer.toString(result.epoch()));
            String name = name(result);
            if (name != null) {
                page.text(" ").element("span", words.text(name), "class", "muted");
            }
            page.close();
            page.element("td", words.loss(result.trainLoss())).element("td", words.loss(result.validLoss()));
            page.element("td", words.text("rateValue", result.learningRate()));
            page.element("td", words.text("seconds", result.seconds()));
            if (known) {
                page.element("td", words.share(accuracies.get(result.epoch())));
            }
            page.close();
        }
        page.close().close().close();
    }

    private String name(EpochResult result) {
        return result.epoch() == 0 ? "untrained" : result.equals(chosen.best()) ? "best" : null;
    }
}

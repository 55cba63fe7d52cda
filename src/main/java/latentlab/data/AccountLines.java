package latentlab.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latentlab.text.Sentence;

/** What is said of a dataset once it is loaded, line by line. */
public final class AccountLines {
    /** How many classes, or names of what was left out, a short account gives. */
    private static final int FEW = 10;

    /** @param warning whether a person should look at it before training */
    public record Line(Sentence sentence, boolean warning) {}

    private final Dataset dataset;
    private final int names;
    private final List<Line> lines = new ArrayList<>();

    private AccountLines(Dataset dataset, int names) {
        this.dataset = dataset;
        this.names = names;
    }

    /** @return with the first classes, and the first names of what was left out */
    public static List<Line> brief(Dataset dataset) {
        return new AccountLines(dataset, FEW).lines();
    }

    /** @return with all of them */
    public static List<Line> all(Dataset dataset) {
        return new AccountLines(dataset, Integer.MAX_VALUE).lines();
    }

    private List<Line> lines() {
        ImageShape shape = dataset.shape();
        say(Sentence.of(
                shape.grey() ? "data.account.grey" : "data.account.colour",
                dataset.train().count(),
                dataset.validationCount(),
                dataset.test().count(),
                shape.width(),
                shape.height()));
        say(classes());
        Account account = dataset.account();
        account.parts().forEach(this::say);
        account.changed().forEach(this::say);
        for (Account.LeftOut left : account.leftOut()) {
            lines.add(new Line(
                    Sentence.of("data.account.leftOut", left.count(), left.reason(), list(left.names())), true));
        }
        account.warnings().forEach(warning -> lines.add(new Line(warning, true)));
        return lines;
    }

    private void say(Sentence sentence) {
        lines.add(new Line(sentence, false));
    }

    private Sentence classes() {
        int[] counts = classCounts(dataset);
        if (counts.length == 0) {
            return Sentence.of("data.account.noClasses");
        }
        List<String> each = IntStream.range(0, counts.length)
                .mapToObj(label -> dataset.className(label) + " (" + counts[label] + ")")
                .toList();
        return Sentence.of("data.account.classes", counts.length, list(each));
    }

    private String list(List<String> all) {
        String some = all.stream().limit(names).collect(Collectors.joining(", "));
        return all.size() > names ? some + ", …" : some;
    }

    /** @return images of each class in both parts together, by label; empty without labels */
    public static int[] classCounts(Dataset dataset) {
        int classes = Math.max(
                dataset.classNames().size(),
                Math.max(dataset.train().classes(), dataset.test().classes()));
        int[] counts = new int[classes];
        for (ImageSet images : Arrays.asList(dataset.train(), dataset.test())) {
            for (int i = 0; images.labelled() && i < images.count(); i++) {
                counts[images.label(i)]++;
            }
        }
        return counts;
    }
}

package latentlab.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latentlab.text.Sentence;

/** What is said of a dataset once it is loaded, line by line. */
public final class AccountLines {
    /** How many names a short account gives of many. */
    private static final int FEW = 10;

    /**
     * @param sentence what is said
     * @param names of what it is said of; none where the sentence says it all
     * @param warning whether a person should look at it before training
     */
    public record Line(Sentence sentence, List<String> names, boolean warning) {
        /** @return with the first names */
        public Sentence brief() {
            if (names.isEmpty()) {
                return sentence;
            }
            String some = names.stream().limit(FEW).collect(Collectors.joining(", "));
            return Sentence.of("data.account.names", sentence, isCut() ? some + ", …" : some);
        }

        /** Whether there are more names than {@link #brief} gives. */
        public boolean isCut() {
            return names.size() > FEW;
        }
    }

    private final List<Line> lines = new ArrayList<>();

    private AccountLines() {}

    public static List<Line> of(Dataset dataset) {
        AccountLines account = new AccountLines();
        account.add(dataset);
        return account.lines;
    }

    private void add(Dataset dataset) {
        ImageShape shape = dataset.shape();
        say(Sentence.of(
                shape.grey() ? "data.account.grey" : "data.account.colour",
                dataset.train().count(),
                dataset.validationCount(),
                dataset.test().count(),
                shape.width(),
                shape.height()));
        classes(dataset);
        Account account = dataset.account();
        account.parts().forEach(this::say);
        account.changed().forEach(this::say);
        for (Account.LeftOut left : account.leftOut()) {
            Sentence sentence = Sentence.of("data.account.leftOut", left.count(), left.reason());
            lines.add(new Line(sentence, left.names(), true));
        }
        account.warnings().forEach(warning -> lines.add(new Line(warning, List.of(), true)));
    }

    private void say(Sentence sentence) {
        lines.add(new Line(sentence, List.of(), false));
    }

    private void classes(Dataset dataset) {
        int[] counts = classCounts(dataset);
        if (counts.length == 0) {
            say(Sentence.of("data.account.noClasses"));
            return;
        }
        List<String> each = IntStream.range(0, counts.length)
                .mapToObj(label -> dataset.className(label) + " (" + counts[label] + ")")
                .toList();
        lines.add(new Line(Sentence.of("data.account.classes", counts.length), each, false));
    }

    /** @return images of each class in both parts together, by label; empty without labels */
    public static int[] classCounts(Dataset dataset) {
        int classes = Math.max(
                dataset.classNames().size(),
                Math.max(dataset.train().classes(), dataset.test().classes()));
        int[] counts = new int[classes];
        for (ImageSet images : List.of(dataset.train(), dataset.test())) {
            for (int i = 0; images.labelled() && i < images.count(); i++) {
                counts[images.label(i)]++;
            }
        }
        return counts;
    }
}

package latentlab.view.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import latentlab.data.ImageShape;
import latentlab.engine.settings.Activation;
import latentlab.engine.training.StepTrace;
import latentlab.engine.training.StepTrace.Gradient;
import latentlab.engine.training.StepTrace.Losses;
import latentlab.engine.training.StepTrace.Sum;
import latentlab.engine.training.StepTrace.Update;
import latentlab.glossary.Term;
import latentlab.text.Messages;

/** What is said of one step of training, part by part. */
final class StepText {
    /** Terms of a sum that are written out: the largest. */
    private static final int TERMS = 5;

    /**
     * @param title of the part
     * @param term that it is about
     * @param words what happens in it
     * @param lines with the numbers, in columns: a name, what it is worked out from, what it comes to
     */
    record Part(String title, Term term, String words, List<Line> lines) {}

    /**
     * A line of numbers; the first or the second column may be empty.
     *
     * @param term that it is about; null for that of its part
     */
    record Line(String name, String how, String value, Term term) {
        Line about(Term term) {
            return new Line(name, how, value, term);
        }
    }

    private final Messages messages;
    private final StepTrace trace;
    private final ImageShape shape;
    private final int hidden;

    /** @param hidden layers before the code */
    StepText(Messages messages, StepTrace trace, ImageShape shape, int hidden) {
        this.messages = messages;
        this.trace = trace;
        this.shape = shape;
        this.hidden = hidden;
    }

    List<Part> parts() {
        return List.of(image(), unit(), activation(), pixel(), loss(), gradient(), update(), after());
    }

    /** All of it, to be pasted elsewhere. */
    static String plain(String heading, List<Part> parts) {
        StringBuilder text = new StringBuilder(heading).append('\n');
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            text.append('\n')
                    .append(numbered(i, part))
                    .append('\n')
                    .append(part.words())
                    .append('\n');
            for (Line line : part.lines()) {
                text.append(String.join("\t", "", line.name(), line.how(), line.value()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** Heading of a part, with its number. */
    static String numbered(int index, Part part) {
        return index + 1 + "  " + part.title();
    }

    private Part image() {
        int pixel = trace.chosen().pixel();
        List<Line> lines = new ArrayList<>();
        lines.add(line("x[" + pixel + "]", place(pixel), trace.original()[pixel]));
        boolean noisy = trace.input()[pixel] != trace.original()[pixel];
        if (noisy) {
            lines.add(line("x̃[" + pixel + "]", say("view.step.noisy"), trace.input()[pixel])
                    .about(Term.NOISE));
        }
        return part(
                "image",
                Term.BATCH,
                lines,
                trace.chosen().image() + 1,
                trace.images()[trace.chosen().image()],
                shape.size());
    }

    private Part unit() {
        String input = hidden == 0 ? "x" : "h";
        List<Line> lines = terms(trace.unit(), "w", input, trace.chosen().unit());
        lines.add(line("z", say("view.step.sum"), trace.unit().value()));
        return part(
                hidden == 0 ? "unit" : "unit.hidden",
                Term.UNIT,
                lines,
                trace.chosen().unit() + 1,
                trace.unit().inputs().length);
    }

    private Part activation() {
        Sum sum = trace.unit();
        return part(
                "activation",
                Term.ACTIVATION,
                List.of(line("h", formula(sum.activation(), sum.value()), sum.output())),
                trace.chosen().unit() + 1);
    }

    private Part pixel() {
        int pixel = trace.chosen().pixel();
        List<Line> lines = terms(trace.pixel(), "w", "h", pixel);
        lines.add(line("z", say("view.step.sum"), trace.pixel().value()));
        lines.add(line(
                "y",
                formula(trace.pixel().activation(), trace.pixel().value()),
                trace.pixel().output()));
        lines.add(line("y − x", "", trace.pixel().output() - trace.original()[pixel]));
        return part("pixel", Term.DECODER, lines, place(pixel), trace.pixel().inputs().length);
    }

    private List<Line> terms(Sum sum, String weight, String input, int row) {
        int count = sum.weights().length;
        List<Integer> largest = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(sum.weights()[i] * sum.inputs()[i])))
                .limit(TERMS)
                .toList();
        List<Line> lines = new ArrayList<>();
        double rest = sum.value() - sum.bias();
        for (int i : largest) {
            double term = sum.weights()[i] * sum.inputs()[i];
            rest -= term;
            lines.add(line(
                    weight + "[" + row + ", " + i + "] · " + input + "[" + i + "]",
                    number(sum.weights()[i]) + " · " + number(sum.inputs()[i]),
                    term));
        }
        if (count > TERMS) {
            lines.add(line("…", say("view.step.others", count - TERMS), rest));
        }
        lines.add(line("b[" + row + "]", say("view.step.bias"), sum.bias()).about(Term.BIAS));
        return lines;
    }

    private Part loss() {
        Losses loss = trace.loss();
        String pixel =
                switch (loss.kind()) {
                    case MSE, SSE -> "(y − x)²";
                    case GAUSSIAN -> "(y − x)² / 2";
                    case BCE, BERNOULLI -> "−x ln y − (1 − x) ln (1 − y)";
                    case MAE -> "|y − x|";
                };
        boolean sums =
                loss.kind() == latentlab.engine.settings.Loss.SSE || loss.kind().isLikelihood();
        String mean = say(sums ? "view.step.pixels.sum" : "view.step.pixels");
        List<Line> lines = new ArrayList<>();
        lines.add(line(say("view.step.loss.pixel"), pixel, loss.pixel()));
        lines.add(line(say("view.step.loss.image"), mean, loss.image()));
        lines.add(line(say("view.step.loss.batch"), say("view.step.images", trace.images().length), loss.batch()));
        if (loss.sparsity() > 0) {
            lines.add(line(
                            say("view.step.loss.sparsity"),
                            say("view.step.images", trace.images().length),
                            loss.sparsity())
                    .about(Term.SPARSITY));
        }
        return part("loss", Term.LOSS, lines, trace.images().length);
    }

    private Part gradient() {
        Gradient gradient = trace.gradient();
        List<Line> lines = new ArrayList<>();
        lines.add(line(
                say("view.step.gradient.image"),
                "δ · " + (hidden == 0 ? "x" : "h") + " = " + number(gradient.delta()) + " · "
                        + number(gradient.input()),
                gradient.delta() * gradient.input()));
        lines.add(line(
                say("view.step.gradient.encoder"), say("view.step.added", trace.images().length), gradient.encoder()));
        if (gradient.decoder() != 0) {
            lines.add(line(
                    say("view.step.gradient.decoder"),
                    say("view.step.added", trace.images().length),
                    gradient.decoder()));
        }
        lines.add(line("g", say("view.step.gradient.engine"), gradient.value()).about(Term.BACKPROPAGATION));
        lines.add(line("ΔL / Δw", say("view.step.gradient.difference"), gradient.difference()));
        if (gradient.clipped() != 1) {
            lines.add(line(
                            say("view.step.gradient.clipped"),
                            "|g| = " + number(gradient.norm()),
                            gradient.value() * gradient.clipped())
                    .about(Term.CLIPPING));
        }
        if (gradient.decay() != 0) {
            lines.add(
                    line(say("view.step.gradient.decay"), "", gradient.decay()).about(Term.WEIGHT_DECAY));
        }
        if (gradient.clipped() != 1 || gradient.decay() != 0) {
            lines.add(line("g", say("view.step.gradient.given"), gradient.given()));
        }
        return part(
                "gradient",
                Term.GRADIENT,
                lines,
                gradient.array() + "[" + gradient.row() + ", " + gradient.column() + "]");
    }

    private Part update() {
        Update update = trace.update();
        List<Line> lines = new ArrayList<>();
        lines.add(line("η", say("view.step.rate"), update.rate()).about(Term.LEARNING_RATE));
        String momentum = number(update.momentum());
        String given = number(trace.gradient().given());
        switch (update.optimiser()) {
            case SGD -> {}
            case MOMENTUM, NESTEROV ->
                lines.add(line(
                        "v", momentum + " · " + number(update.firstBefore()) + " + " + given, update.firstAfter()));
            case RMSPROP ->
                lines.add(line("s", "0.99 · " + number(update.secondBefore()) + " + 0.01 · g²", update.secondAfter()));
            case ADAM, ADAMW -> {
                double first = 1 - Math.pow(update.momentum(), update.step());
                double second = 1 - Math.pow(0.999, update.step());
                lines.add(line("t", say("view.step.steps"), Long.toString(update.step())));
                lines.add(line(
                        "m",
                        momentum + " · " + number(update.firstBefore()) + " + " + number(1 - update.momentum()) + " · "
                                + given,
                        update.firstAfter()));
                lines.add(
                        line("v", "0.999 · " + number(update.secondBefore()) + " + 0.001 · g²", update.secondAfter()));
                lines.add(line("m̂", "m / (1 − " + momentum + "^t)", update.firstAfter() / first));
                lines.add(line("v̂", "v / (1 − 0.999^t)", update.secondAfter() / second));
            }
        }
        lines.add(line("Δw", step(update), -update.change()));
        if (update.kept() != 1) {
            lines.add(line(say("view.step.kept"), "(1 − η λ) w", update.kept() * update.before())
                    .about(Term.WEIGHT_DECAY));
        }
        return part(
                update.known() ? "update" : "update.unknown",
                Term.OPTIMISER,
                lines,
                messages.text("view.choice." + update.optimiser().name().toLowerCase(Locale.ROOT)));
    }

    private static String step(Update update) {
        return switch (update.optimiser()) {
            case SGD -> "−η g";
            case MOMENTUM -> "−η v";
            case NESTEROV -> "−η (g + " + number(update.momentum()) + " v)";
            case RMSPROP -> "−η g / (√s + 10⁻⁸)";
            case ADAM, ADAMW -> "−η m̂ / (√v̂ + 10⁻⁸)";
        };
    }

    private Part after() {
        Update update = trace.update();
        return part(
                "after",
                Term.WEIGHT,
                List.of(
                        line("w", say("view.step.before"), update.before()),
                        line("w + Δw", say("view.step.formula"), update.byFormula()),
                        line("w", say("view.step.engine"), update.after()),
                        line(say("view.step.loss.before"), "", trace.loss().batch())
                                .about(Term.LOSS),
                        line(say("view.step.loss.after"), "", trace.loss().after())
                                .about(Term.LOSS)));
    }

    private static String formula(Activation activation, double z) {
        String sum = number(z);
        return switch (activation) {
            case SIGMOID -> "1 / (1 + e^−z), z = " + sum;
            case RELU -> "max(0, " + sum + ")";
            case LEAKY_RELU -> z < 0 ? "0.01 · " + sum : sum;
            case TANH -> "tanh(" + sum + ")";
            case ELU -> z < 0 ? "e^z − 1, z = " + sum : sum;
            case LINEAR -> "z";
        };
    }

    private String place(int pixel) {
        int inside = pixel % shape.pixels();
        return say("view.step.place", inside / shape.width(), inside % shape.width(), pixel / shape.pixels());
    }

    private Part part(String name, Term term, List<Line> lines, Object... values) {
        return new Part(
                messages.text("view.step.title." + name),
                term,
                messages.text("view.step.words." + name, values),
                lines);
    }

    private String say(String key, Object... values) {
        return messages.text(key, values);
    }

    private static Line line(String name, String how, double value) {
        return line(name, how, number(value));
    }

    private static Line line(String name, String how, String value) {
        return new Line(name, how, value, null);
    }

    /** In the notation of code, with a minus as long as a plus: six digits after the point, or a power of ten. */
    static String number(double value) {
        double size = Math.abs(value);
        String text = value == 0
                ? "0"
                : size >= 1e-3 && size < 1e5
                        ? String.format(Locale.ROOT, "%.6f", value)
                        : String.format(Locale.ROOT, "%.4e", value);
        return text.replace('-', '−');
    }
}

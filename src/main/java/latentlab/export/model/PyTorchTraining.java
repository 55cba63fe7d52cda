package latentlab.export.model;

import java.util.Locale;
import latentlab.engine.settings.BetaSchedule;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Schedule;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;

/** The settings of a run as lines of a Python script for PyTorch. */
record PyTorchTraining(TrainingConfig config) {
    static PyTorchTraining of(EpochModel epoch) {
        // Plateaus follow from losses that a script does not know: what they have made of the rate stays.
        return new PyTorchTraining(
                epoch.config().get(Setting.SCHEDULE) == Schedule.PLATEAU
                        ? epoch.config().withLearningRate(epoch.result().learningRate())
                        : epoch.config());
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.1f", value)
                : Double.toString(value);
    }

    private String number(Setting<Double> setting) {
        return number(config.get(setting));
    }

    /** Names and values that the lines below use. */
    String constants() {
        StringBuilder lines = new StringBuilder("BATCH = " + config.batch() + "\nRATE = "
                + number(config.learningRate()) + "  # of learning, before the schedule\n");
        if (config.get(Setting.NOISE) != Noise.NONE) {
            lines.append("NOISE = ").append(number(Setting.NOISE_LEVEL)).append('\n');
        }
        switch (config.get(Setting.SCHEDULE)) {
            case CONSTANT, COSINE -> {}
            case STEP ->
                lines.append("FACTOR, EVERY = ")
                        .append(number(Setting.SCHEDULE_FACTOR))
                        .append(", ")
                        .append(config.get(Setting.SCHEDULE_EPOCHS))
                        .append('\n');
            case ONE_CYCLE, WARM_UP ->
                lines.append("WARM_UP = ").append(number(Setting.WARM_UP)).append("  # share of all steps\n");
            case PLATEAU -> {}
        }
        return lines.toString();
    }

    /** @param output Python that makes the reconstruction of the sums */
    String loss(String output) {
        return switch (config.get(Setting.LOSS)) {
            case MSE -> "F.mse_loss(" + output + ", wanted)";
            case SSE -> "F.mse_loss(" + output + ", wanted, reduction=\"sum\") / len(wanted)";
            case BCE -> "F.binary_cross_entropy_with_logits(sums, wanted)";
            case MAE -> "F.l1_loss(" + output + ", wanted)";
            case BERNOULLI -> "F.binary_cross_entropy_with_logits(sums, wanted, reduction=\"sum\") / len(wanted)";
            case GAUSSIAN -> "F.mse_loss(" + output + ", wanted, reduction=\"sum\") / (2 * len(wanted))";
        };
    }

    /** Whether the loss has a divergence whose weight is another from batch to batch. */
    boolean beta() {
        return config.kind() == ModelKind.VARIATIONAL;
    }

    /** The lines that make the code, and what else the loss needs of it. */
    String code() {
        if (!beta()) {
            return "    code = model.encode(noisy)";
        }
        // A unit's divergence counts only above its free nats, and has no slope below them.
        String free = config.get(Setting.FREE_BITS) > 0 ? ".clamp(min=" + number(Setting.FREE_BITS) + ")" : "";
        return """
                    mean, log_variance = model.moments(noisy)
                    code = mean + torch.randn_like(mean) * (log_variance / 2).exp()
                    divergence = ((mean**2 + log_variance.exp() - log_variance - 1) / 2).mean(0)@FREE@.sum()\
                """.replace("@FREE@", free);
    }

    String penalty() {
        if (beta()) {
            return " + beta * divergence";
        }
        return config.get(Setting.SPARSITY) > 0
                ? " + " + number(Setting.SPARSITY) + " * code.abs().sum() / len(code)"
                : "";
    }

    /** The weight of the divergence in a batch, as {@link BetaSchedule} has it. */
    private String weight() {
        String beta = number(Setting.BETA);
        long epochs = config.get(Setting.BETA_WARM_UP);
        String share = "(epoch + batch / batches) / " + epochs;
        String way =
                switch (config.get(Setting.BETA_SCHEDULE)) {
                    case LINEAR -> "min(1.0, " + share + ")";
                    case COSINE -> "(1 - math.cos(math.pi * min(1.0, " + share + "))) / 2";
                    case CYCLIC -> "min(1.0, (epoch + batch / batches) % " + 2 * epochs + " / " + epochs + ")";
                };
        return "\n\ndef beta(epoch, batch, batches):\n    \"\"\"The weight of the divergence.\"\"\"\n    return "
                + (epochs == 0 ? beta : beta + " * " + way) + "\n";
    }

    String noise() {
        return switch (config.get(Setting.NOISE)) {
            case NONE -> "    return images";
            case GAUSSIAN -> "    return (images + NOISE * torch.randn_like(images)).clamp(0, 1)";
            case MASKING -> "    return images.masked_fill(torch.rand_like(images) < NOISE, 0)";
            case SALT_AND_PEPPER ->
                "    either = (torch.rand_like(images) < 0.5).float()\n"
                        + "    return torch.where(torch.rand_like(images) < NOISE, either, images)";
        };
    }

    /** What the rate is multiplied by in a batch, as {@link Schedule} has it. */
    String factor() {
        String body =
                switch (config.get(Setting.SCHEDULE)) {
                    case CONSTANT -> "    return 1.0\n";
                    case STEP -> "    return FACTOR ** (epoch // EVERY)\n";
                    case COSINE -> "    return between(1.0, 0.0, epoch / planned)\n";
                    case ONE_CYCLE -> """
                            return cycle(1 / 25, 1.0, 1 / 250000, epoch * batches + batch, planned * batches)
                        """;
                    case WARM_UP ->
                        "    return min(1.0, (epoch * batches + batch + 1) / (WARM_UP * planned * batches))\n";
                    case PLATEAU -> "    return 1.0  # the plateaus that the run met are in RATE\n";
                };
        String along = body.contains("between(") || body.contains("cycle(") ? """
                def between(start, end, share):
                    \"""Along half a cosine.\"""
                    return end + (start - end) * (1 + math.cos(math.pi * min(1.0, share))) / 2


                """ : "";
        String cycle = config.get(Setting.SCHEDULE) == Schedule.ONE_CYCLE ? """
                def cycle(start, middle, end, step, steps):
                    top = WARM_UP * steps - 1
                    if step < top:
                        return between(start, middle, step / top)
                    return between(middle, end, (step - top) / (steps - 1 - top))


                """ : "";
        return along + cycle
                + "def factor(epoch, batch, batches, planned):\n    \"\"\"The schedule of the learning rate.\"\"\"\n"
                + body
                + (beta() ? weight() : "");
    }

    /** The one-cycle schedule moves what the optimiser keeps, too. */
    String momentum() {
        if (config.get(Setting.SCHEDULE) != Schedule.ONE_CYCLE) {
            return "";
        }
        String indent = "\n                ";
        String now = "cycle(0.95, 0.85, 0.95, epoch * batches + batch, (first + epochs) * batches)";
        return switch (config.get(Setting.OPTIMISER)) {
            case SGD, RMSPROP -> "";
            case MOMENTUM, NESTEROV -> indent + "group[\"momentum\"] = " + now;
            case ADAM, ADAMW -> indent + "group[\"betas\"] = (" + now + ", 0.999)";
        };
    }

    String optimiser() {
        String decay = number(Setting.WEIGHT_DECAY);
        String momentum = number(Setting.MOMENTUM);
        String rest = "(model.parameters(), lr=RATE, weight_decay=" + decay;
        return switch (config.get(Setting.OPTIMISER)) {
            case SGD -> "torch.optim.SGD" + rest + ")";
            case MOMENTUM -> "torch.optim.SGD" + rest + ", momentum=" + momentum + ")";
            case NESTEROV -> "torch.optim.SGD" + rest + ", momentum=" + momentum + ", nesterov=True)";
            case RMSPROP -> "torch.optim.RMSprop" + rest + ")";
            case ADAM -> "torch.optim.Adam" + rest + ")";
            case ADAMW -> "torch.optim.AdamW" + rest + ")";
        };
    }

    String order() {
        return config.shuffle() ? "torch.randperm(len(images))" : "torch.arange(len(images))";
    }

    String clip() {
        return config.get(Setting.CLIP) > 0
                ? "\n            nn.utils.clip_grad_norm_(model.parameters(), " + number(Setting.CLIP) + ")"
                : "";
    }
}

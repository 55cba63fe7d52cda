package latentlab.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;

/**
 * What a run's validation loss measures. Losses of different kinds are numbers of different things: neither is better.
 *
 * @param loss the setting
 * @param validation which images it is taken on
 * @param sparsity the weight of a penalty that is part of it
 * @param beta the weight of a variational code's divergence in it; empty of other models
 * @param data hash of all images
 */
public record LossKind(String loss, String validation, String sparsity, String beta, String data) {
    static LossKind of(ComparedRun run) {
        return new LossKind(
                run.text(Setting.LOSS),
                run.text(Setting.VALIDATION),
                run.text(Setting.SPARSITY),
                run.config().kind() == ModelKind.VARIATIONAL ? run.text(Setting.BETA) : "",
                run.start().data().hash());
    }

    /** @return names of what some of these kinds differ in, as on the command line */
    static List<String> differing(Collection<LossKind> kinds) {
        List<String> names = new ArrayList<>();
        add(names, Setting.LOSS.name(), kinds, LossKind::loss);
        add(names, Setting.VALIDATION.name(), kinds, LossKind::validation);
        add(names, Setting.SPARSITY.name(), kinds, LossKind::sparsity);
        add(names, Setting.BETA.name(), kinds, LossKind::beta);
        add(names, Difference.DATA, kinds, LossKind::data);
        return names;
    }

    private static void add(
            List<String> names, String name, Collection<LossKind> kinds, Function<LossKind, String> part) {
        if (kinds.stream().map(part).distinct().count() > 1) {
            names.add(name);
        }
    }
}

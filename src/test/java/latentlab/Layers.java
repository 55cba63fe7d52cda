package latentlab;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;

/** The layers of the program, with who may use each. */
final class Layers {
    /** Each layer that not everybody may use, and those that may. */
    private static final String[][] USERS = {
        {
            "data",
            "natives, engine, embedding, run, diagnosis, library, comparison, sweep, map, lesson, "
                    + "session, figure, export,"
                    + " measure, cli, view, app, window measured, root"
        },
        {"natives", "engine, embedding, run, measure, cli, app, window measured, root"},
        {
            "engine",
            "run, diagnosis, library, comparison, sweep, map, lesson, session, glossary, export, measure, cli, "
                    + "view, app, window measured, root"
        },
        {"embedding", "run, sweep, map, lesson, session, export, cli, view, app, window measured, root"},
        {
            "run",
            "diagnosis, library, comparison, sweep, map, lesson, session, figure, export, measure, "
                    + "cli, view, app, window measured, root"
        },
        {"diagnosis", "export, cli, view, app"},
        {"library", "cli, view, app, window measured"},
        {"glossary", "view, app"},
        {"comparison", "sweep, figure, export, cli, view, app"},
        {"sweep", "cli, view, app"},
        {"map", "lesson, figure, export, cli, view, app, window measured"},
        {"lesson", "cli, view, app"},
        {"session", "view, app, window measured"},
        {"figure", "export, view"},
        {"export", "cli, view, app, root"},
        {"measure", "cli, window measured, root"},
        {"preferences", "lesson, cli, session, view, app, window measured"},
        {"cli", "root"},
        {"view", "app, window measured"},
        {"app", "window measured, root"},
        {"window measured", "root"},
    };

    private Layers() {}

    static ArchRule rule(String root) {
        LayeredArchitecture rule = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("text")
                .definedBy(root + ".text..")
                .layer("files")
                .definedBy(root + ".files..")
                .layer("root")
                .definedBy(root);
        for (String[] layer : USERS) {
            rule = rule.layer(layer[0]).definedBy(packages(root, layer[0]));
        }
        for (String[] layer : USERS) {
            rule = rule.whereLayer(layer[0]).mayOnlyBeAccessedByLayers(layer[1].split(", "));
        }
        return rule.whereLayer("root")
                .mayNotBeAccessedByAnyLayer()
                .because(
                        "the data's way is data, engine, run, then views, exports and the command line: what lies below"
                                + " can be used and tested without what lies above");
    }

    private static String packages(String root, String layer) {
        return switch (layer) {
            case "measure" -> root + ".measure";
            case "window measured" -> root + ".measure.window..";
            default -> root + "." + layer + "..";
        };
    }
}

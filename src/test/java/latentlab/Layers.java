package latentlab;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.lang.ArchRule;

/** The layers of the program, with who may use each. */
final class Layers {
    private Layers() {}

    static ArchRule rule(String root) {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("text")
                .definedBy(root + ".text..")
                .layer("files")
                .definedBy(root + ".files..")
                .layer("data")
                .definedBy(root + ".data..")
                .layer("natives")
                .definedBy(root + ".natives..")
                .layer("engine")
                .definedBy(root + ".engine..")
                .layer("embedding")
                .definedBy(root + ".embedding..")
                .layer("run")
                .definedBy(root + ".run..")
                .layer("map")
                .definedBy(root + ".map..")
                .layer("session")
                .definedBy(root + ".session..")
                .layer("figure")
                .definedBy(root + ".figure..")
                .layer("export")
                .definedBy(root + ".export..")
                .layer("measure")
                .definedBy(root + ".measure")
                .layer("preferences")
                .definedBy(root + ".preferences..")
                .layer("cli")
                .definedBy(root + ".cli..")
                .layer("view")
                .definedBy(root + ".view..")
                .layer("app")
                .definedBy(root + ".app..")
                .layer("window measured")
                .definedBy(root + ".measure.window..")
                .layer("root")
                .definedBy(root)
                .whereLayer("data")
                .mayOnlyBeAccessedByLayers(
                        "natives",
                        "engine",
                        "embedding",
                        "run",
                        "map",
                        "session",
                        "figure",
                        "export",
                        "measure",
                        "cli",
                        "view",
                        "app",
                        "window measured",
                        "root")
                .whereLayer("natives")
                .mayOnlyBeAccessedByLayers(
                        "engine", "embedding", "run", "measure", "cli", "app", "window measured", "root")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers(
                        "run", "map", "session", "export", "measure", "cli", "view", "app", "window measured", "root")
                .whereLayer("embedding")
                .mayOnlyBeAccessedByLayers(
                        "run", "map", "session", "export", "cli", "view", "app", "window measured", "root")
                .whereLayer("run")
                .mayOnlyBeAccessedByLayers(
                        "map",
                        "session",
                        "figure",
                        "export",
                        "measure",
                        "cli",
                        "view",
                        "app",
                        "window measured",
                        "root")
                .whereLayer("map")
                .mayOnlyBeAccessedByLayers("figure", "export", "cli", "view", "app", "window measured")
                .whereLayer("session")
                .mayOnlyBeAccessedByLayers("view", "app", "window measured")
                .whereLayer("figure")
                .mayOnlyBeAccessedByLayers("export", "view")
                .whereLayer("export")
                .mayOnlyBeAccessedByLayers("cli", "view", "app", "root")
                .whereLayer("measure")
                .mayOnlyBeAccessedByLayers("cli", "window measured", "root")
                .whereLayer("preferences")
                .mayOnlyBeAccessedByLayers("cli", "view", "app", "window measured")
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("view")
                .mayOnlyBeAccessedByLayers("app", "window measured")
                .whereLayer("app")
                .mayOnlyBeAccessedByLayers("window measured", "root")
                .whereLayer("window measured")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("root")
                .mayNotBeAccessedByAnyLayer()
                .because(
                        "the data's way is data, engine, run, then views, exports and the command line: what lies below"
                                + " can be used and tested without what lies above");
    }
}

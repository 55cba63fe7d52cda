package latentlab.packaging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What jpackage is asked for: first the image, then an installer of it.
 *
 * @param folder to work in
 * @param version as the POM has it
 * @param icon in the form that jpackage takes on this system
 * @param types files that say to jpackage which files the program opens
 */
record Orders(Platform platform, Path folder, String version, Path icon, List<Path> types) {
    static final String NAME = "latent-lab";
    static final String MAIN = "latentlab.Main";
    private static final String DESCRIPTION = "Train an autoencoder and watch it learn";

    /** By which Windows knows that a later version takes the place of an earlier one. */
    private static final String UPGRADE = "5f0c2a0e-7a53-4f0e-9c1b-6d1e4a3b8f27";
    /** There is nobody to write to yet, and a deb without an address is none. */
    private static final String ADDRESS = "nobody@latent-lab.invalid";
    /** Of all that is in the package: see its THIRD-PARTY.txt. */
    private static final String LICENCES = "Apache-2.0 AND BSD-3-Clause AND MIT"
            + " AND GPL-2.0-only WITH Classpath-exception-2.0"
            + " AND GPL-3.0-or-later WITH GCC-exception-3.1 AND LGPL-2.1-or-later";

    /**
     * @param jars folder of them
     * @param program name of the program's own
     * @param console file that tells jpackage of Windows' second program
     */
    List<String> image(Path jars, String program, Path runtime, Path console) {
        List<String> order = new ArrayList<>(List.of("--type", "app-image"));
        order.addAll(List.of("--name", NAME, "--app-version", number()));
        order.addAll(List.of("--description", DESCRIPTION, "--vendor", "Latent Lab"));
        order.addAll(List.of("--input", jars.toString()));
        order.addAll(List.of("--main-jar", program, "--main-class", MAIN));
        order.addAll(List.of("--runtime-image", runtime.toString()));
        order.addAll(List.of("--icon", icon.toString()));
        order.addAll(List.of("--dest", folder.resolve("image").toString()));
        for (String option : StartFile.options()) {
            order.addAll(List.of("--java-options", option));
        }
        if (platform == Platform.WINDOWS) {
            // A window's program has no terminal there: the command line is a second one.
            order.addAll(List.of("--add-launcher", NAME + "-cli=" + console));
        }
        if (platform == Platform.MAC) {
            // There they stand within the image, which the installer only wraps.
            addTypes(order);
        }
        return order;
    }

    /** @param resources folder of what takes the place of jpackage's own files; none of Windows' does */
    List<String> installer(Installer kind, Path image, Path licence, Path resources) {
        List<String> order = new ArrayList<>(List.of("--type", kind.name().toLowerCase(Locale.ROOT)));
        order.addAll(List.of("--app-image", image.toString()));
        order.addAll(List.of("--name", NAME, "--app-version", number()));
        order.addAll(List.of("--dest", folder.toString()));
        order.addAll(List.of("--description", DESCRIPTION));
        order.addAll(List.of("--vendor", "Latent Lab"));
        order.addAll(List.of("--license-file", licence.toString()));
        if (platform != Platform.MAC) {
            addTypes(order);
        }
        if (platform == Platform.LINUX) {
            order.addAll(List.of("--linux-package-name", NAME, "--linux-shortcut"));
            order.addAll(List.of("--linux-menu-group", "Education;ArtificialIntelligence;"));
            // The command on everybody's path.
            order.addAll(List.of("--install-dir", "/usr"));
        }
        if (platform != Platform.WINDOWS) {
            order.addAll(List.of("--resource-dir", resources.toString()));
        }
        switch (kind) {
            case DEB -> order.addAll(List.of("--linux-deb-maintainer", ADDRESS, "--linux-app-category", "science"));
            case RPM -> order.addAll(List.of("--linux-rpm-license-type", LICENCES));
            case MSI -> {
                order.addAll(List.of("--win-upgrade-uuid", UPGRADE));
                // For all accounts, below Program Files: some account's folder has a name that Windows loads no
                // libraries from.
                order.addAll(List.of("--win-menu", "--win-shortcut-prompt", "--win-dir-chooser"));
            }
            case DMG -> {}
        }
        return order;
    }

    private void addTypes(List<String> order) {
        for (Path type : types) {
            order.addAll(List.of("--file-associations", type.toString()));
        }
    }

    /** macOS takes no version that begins with 0, and must see each grow: its first number is one more there. */
    private String number() {
        if (platform != Platform.MAC) {
            return version;
        }
        int dot = version.indexOf('.');
        return Integer.parseInt(version.substring(0, dot)) + 1 + version.substring(dot);
    }
}

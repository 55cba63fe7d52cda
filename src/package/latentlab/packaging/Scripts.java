package latentlab.packaging;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What jpackage puts into a deb or an rpm by itself, but for five things. The entry in the desktop's menu has the name
 * of the command, and starts the program without the files that somebody opens with it. What is run when the package is
 * installed and removed ends in an error, and leaves a deb half installed, where there is no desktop with a menu, such
 * as on a server or in a container; the command works there all the same. The icon has one size. The packages it needs
 * are those that are installed where it is made, by their names there: Debian has since renamed some. And its jars are
 * copies, with whose time Java takes no start cache.
 */
final class Scripts {
    /** Folder of icons beside the jars, each named after its size. */
    static final String ICONS = "icons";

    private static final String INSTALLED_ICONS = "/usr/lib/latent-lab/app/" + ICONS;
    private static final String TEMPLATES = "modules/jdk.jpackage/jdk/jpackage/internal/resources/template.";
    /** Lines for which jpackage puts the commands in. */
    private static final String INSTALL = "(?m)^(DESKTOP_COMMANDS_INSTALL)$";

    private static final String UNINSTALL = "(?m)^(DESKTOP_COMMANDS_UNINSTALL)$";

    private static final String AND_ICONS =
            """
            ( set +e
            \\$1
            for icon in %s/*.png; do
              %sxdg-icon-resource %s --noupdate --novendor --size "\\$(basename "\\$icon" .png)" %slatent-lab
            done
            xdg-icon-resource forceupdate
            ) || true"""
                    .replace("\\$1", "$1");

    /** For the window; that what these need is there, is their own affair. */
    private static final String DEB_NEEDS = "libc6 (>= 2.27), libstdc++6, zlib1g, libfontconfig1, libfreetype6, libgl1,"
            + " libx11-6, libxtst6, libxxf86vm1, libgtk-3-0t64 | libgtk-3-0, xdg-utils";
    /** The libraries themselves: each distribution calls the packages that have them otherwise. */
    private static final String RPM_NEEDS = "libc.so.6(GLIBC_2.27)(64bit), libstdc++.so.6()(64bit), libz.so.1()(64bit),"
            + " libfontconfig.so.1()(64bit), libfreetype.so.6()(64bit), libGL.so.1()(64bit), libX11.so.6()(64bit),"
            + " libXtst.so.6()(64bit), libXxf86vm.so.1()(64bit), libgtk-3.so.0()(64bit), xdg-utils";

    private Scripts() {}

    /** @return the folder, which jpackage takes them from */
    static Path write(Path folder, Platform platform) throws IOException {
        Files.createDirectories(folder);
        // jpackage packs a copy of the image, whose files are all new.
        put(folder, Orders.NAME + "-post-image.sh", StartFile.SETTLE);
        return platform == Platform.LINUX ? linux(folder) : folder;
    }

    private static Path linux(Path folder) throws IOException {
        String install = AND_ICONS.formatted(INSTALLED_ICONS, "", "install", "\"\\$icon\" ");
        String uninstall = AND_ICONS.formatted(
                INSTALLED_ICONS, "do_if_file_belongs_to_single_package \"\\$icon\" ", "uninstall", "");
        put(folder, "postinst", mended("postinst", INSTALL, install));
        put(folder, "prerm", mended("prerm", UNINSTALL, uninstall));
        put(folder, "control", mended("control", "(?m)^Depends: .*$", "Depends: " + DEB_NEEDS));
        put(
                folder,
                Orders.NAME + ".spec",
                mended(
                        "spec",
                        INSTALL,
                        install,
                        UNINSTALL,
                        uninstall,
                        "(?m)^Requires: .*$",
                        "Requires: " + RPM_NEEDS,
                        "(?m)^Summary: .*$",
                        // As small as a deb: not every rpmbuild packs so by itself.
                        "%define _binary_payload w6.xzdio\nSummary: APPLICATION_DESCRIPTION",
                        "(?m)^(cp -r) (?=.*APPLICATION_DIRECTORY)",
                        "$1 --preserve=timestamps "));
        put(
                folder,
                Orders.NAME + ".desktop",
                mended(
                        "desktop",
                        "(?m)^Name=APPLICATION_NAME$",
                        "Name=Latent Lab",
                        "(?m)^(Comment=.*)$",
                        "$1\nComment[ja]=オートエンコーダーを学習させ、学んでいく様子を見る",
                        // All files that were opened at once, as the command takes them.
                        "(?m)^(Exec=APPLICATION_LAUNCHER)$",
                        "$1 %F",
                        "(?m)^Icon=.*$",
                        "Icon=latent-lab"));
        return folder;
    }

    private static void put(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** @param changes what is found, and what is put in its place, by turns */
    private static String mended(String template, String... changes) throws IOException {
        String text = Files.readString(
                FileSystems.getFileSystem(URI.create("jrt:/")).getPath(TEMPLATES + template));
        for (int i = 0; i < changes.length; i += 2) {
            String mended = text.replaceAll(changes[i], changes[i + 1]);
            if (mended.equals(text)) {
                throw new IllegalStateException("jpackage's " + template + " is not as expected.");
            }
            text = mended;
        }
        return text;
    }
}

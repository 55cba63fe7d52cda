package latentlab.text;

import java.util.ResourceBundle;

/** The version of this program. */
public final class AppVersion {
    private AppVersion() {}

    /** @return such as 1.2.0 */
    public static String text() {
        return ResourceBundle.getBundle("latentlab.text.version").getString("version");
    }
}

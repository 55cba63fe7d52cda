package latentlab.view.controls;

import latentlab.engine.settings.Setting;
import latentlab.engine.settings.SettingGroup;

/**
 * How the row of a setting looks: where its words come from and how the style sheet knows it.
 *
 * @param id of the row: what the ids of its controls begin with
 * @param name key of what stands beside the editor
 * @param spokenName key of what it is called where there is no heading above it
 * @param help key of the sentence on what it does
 * @param style what the style classes of its parts begin with
 * @param problemBelow whether the row itself says what is wrong, below its editor; else whoever shows it finds a place
 */
record SettingLook(String id, String name, String spokenName, String help, String style, boolean problemBelow) {
    /** A setting that is always in sight. @param id which its words go by too */
    static SettingLook basic(String id) {
        String key = "view.controls." + id;
        return new SettingLook(id, key, key, key + ".help", "number", false);
    }

    /** A setting that folds away under its group's heading, which need not be repeated. */
    static SettingLook advanced(Setting<?> setting) {
        String id = setting.name();
        String whole = "engine.setting." + id;
        String name = setting.group() == SettingGroup.ACTIVATION ? "view.activation." + id : whole;
        return new SettingLook(id, name, whole, "engine.help." + id, "setting", true);
    }
}

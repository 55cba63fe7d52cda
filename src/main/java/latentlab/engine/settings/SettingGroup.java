package latentlab.engine.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What settings are about, in the order in which the window has them. */
public enum SettingGroup {
    /** Those that are always in sight, in places of their own. */
    BASIC,
    MODEL,
    ACTIVATION,
    LOSS,
    VARIATIONAL,
    NOISE,
    OPTIMISER,
    SCHEDULE,
    VALIDATION,
    NUMBERS;

    /** The groups that fold away: all but the basic settings. */
    public static final List<SettingGroup> ADVANCED = List.of(values()).subList(BASIC.ordinal() + 1, values().length);

    /**
     * @return its settings: first the one that has the group's name, then the others as {@link Setting#ALL} has them
     */
    public List<Setting<?>> settings() {
        return Setting.ALL.stream()
                .filter(setting -> setting.group() == this)
                .sorted(Comparator.comparing(setting -> !setting.name().equals(name().toLowerCase(Locale.ROOT))))
                .toList();
    }
}

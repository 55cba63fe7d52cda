package latentlab.view.controls;

import java.util.List;
import latentlab.engine.settings.Setting;

/** The settings that fold away, under the headings they have. */
enum SettingGroup {
    MODEL(Setting.HIDDEN, Setting.INITIALISER),
    ACTIVATION(Setting.ENCODER, Setting.CODE, Setting.DECODER, Setting.OUTPUT),
    LOSS(Setting.LOSS, Setting.SPARSITY),
    NOISE(Setting.NOISE, Setting.NOISE_LEVEL),
    OPTIMISER(Setting.OPTIMISER, Setting.MOMENTUM, Setting.WEIGHT_DECAY, Setting.CLIP),
    SCHEDULE(Setting.SCHEDULE, Setting.SCHEDULE_FACTOR, Setting.SCHEDULE_EPOCHS, Setting.WARM_UP),
    VALIDATION(Setting.VALIDATION, Setting.EARLY_STOPPING),
    NUMBERS(Setting.REPRODUCIBLE);

    private final List<Setting<?>> settings;

    SettingGroup(Setting<?>... settings) {
        this.settings = List.of(settings);
    }

    List<Setting<?>> settings() {
        return settings;
    }

    /** @return key of what a setting is called under this heading, which need not be repeated */
    String nameKey(Setting<?> setting) {
        return this == ACTIVATION ? "view.activation." + setting.name() : "engine.setting." + setting.name();
    }
}

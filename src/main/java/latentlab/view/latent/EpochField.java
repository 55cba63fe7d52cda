package latentlab.view.latent;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.util.StringConverter;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/** The epoch of a map that has one of its own. What is no epoch of the run is taken back. */
final class EpochField extends Spinner<Integer> {
    private final IntegerSpinnerValueFactory epochs = new IntegerSpinnerValueFactory(0, 0);

    EpochField(Texts texts) {
        setValueFactory(epochs);
        setEditable(true);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        getStyleClass().addAll(Styles.SMALL, "epoch-field");
        Buttons.named(this, texts.bind("view.latent.epoch.help"));
        getEditor().accessibleTextProperty().bind(texts.bind("view.latent.epoch.help"));
        epochs.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer epoch) {
                return epoch == null ? "" : epoch.toString();
            }

            @Override
            public Integer fromString(String typed) {
                try {
                    return Math.clamp(Long.parseLong(typed.strip()), epochs.getMin(), epochs.getMax());
                } catch (NumberFormatException _) {
                    return epochs.getValue();
                }
            }
        });
    }

    /** @param last the run's last epoch so far */
    void offer(int last) {
        if (last != epochs.getMax()) {
            epochs.setMax(last);
        }
    }

    void choose(int epoch) {
        epochs.setValue(epoch);
    }
}

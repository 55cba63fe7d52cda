package latentlab.view.latent;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import latentlab.run.store.EpochStore;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.input.RangedNumber;

/**
 * The epoch of a map that does not follow the selected one. An epoch the run does not have, or no longer keeps, is
 * reset.
 */
final class EpochField extends Spinner<Integer> {
    /** Steps from one kept epoch to the next. */
    private final IntegerSpinnerValueFactory epochs = new IntegerSpinnerValueFactory(0, 0) {
        @Override
        public void increment(int steps) {
            choose(store == null ? getValue() : store.keptFrom(Math.min(getMax(), getValue() + steps)));
        }

        @Override
        public void decrement(int steps) {
            choose(Math.max(0, getValue() - steps));
        }
    };

    private EpochStore store;

    EpochField(Texts texts) {
        setValueFactory(epochs);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        getStyleClass().addAll(Styles.SMALL, "epoch-field");
        Buttons.named(this, texts.bind("view.latent.epoch.help"));
        getEditor().accessibleTextProperty().bind(texts.bind("view.latent.epoch.help"));
        RangedNumber.in(this, texts, this::kept);
    }

    /** @param of epochs of the run so far */
    void offer(EpochStore of) {
        store = of;
        int last = of.count() - 1;
        if (last != epochs.getMax()) {
            epochs.setMax(last);
        }
        choose(epochs.getValue());
    }

    /** @param epoch to show; if it is not kept, the last one before it that is */
    void choose(int epoch) {
        epochs.setValue(kept(epoch));
    }

    private int kept(int epoch) {
        return store == null ? epoch : store.kept(epoch);
    }
}

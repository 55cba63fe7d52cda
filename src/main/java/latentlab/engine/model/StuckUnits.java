package latentlab.engine.model;

import java.util.List;
import latentlab.engine.model.UnitActivity.State;
import latentlab.engine.settings.Activation;

/**
 * Which latent units no longer tell images apart, by the rule of {@link UnitActivity}: the dead and the saturated.
 * Found from the codes of any epoch, so that all views that warn of them say the same.
 *
 * @param states one a unit
 */
public record StuckUnits(List<State> states) {
    public StuckUnits {
        states = List.copyOf(states);
    }

    /**
     * @param codes of the test images, shape [images, units]; all values finite
     * @param units of the latent layer
     * @param activation of the latent layer, which says how far a unit can go
     * @return none stuck where there are no images
     */
    public static StuckUnits of(float[] codes, int units, Activation activation) {
        return new StuckUnits(UnitActivity.of(codes, units, activation).stream()
                .map(UnitActivity::state)
                .toList());
    }

    /** @return how many units there are, stuck or not */
    public int units() {
        return states.size();
    }

    public int dead() {
        return count(State.DEAD);
    }

    public int saturated() {
        return count(State.SATURATED);
    }

    public int stuck() {
        return dead() + saturated();
    }

    private int count(State state) {
        return (int) states.stream().filter(each -> each == state).count();
    }
}

package latentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nothing in an event is live: all of it could be written down, and read by another process. */
class EventsArePlainDataTest extends ServiceWithEvents {
    private static final Set<Class<?>> PLAIN =
            Set.of(String.class, Integer.class, Long.class, Double.class, Float.class, Boolean.class);

    @Test
    void downToNumbersStringsAndListsOfThem() throws ReflectiveOperationException {
        service.open(TINY, CONFIG);
        service.setLearningRate(0.05);
        service.trainUntil(2);
        events.await(RunState.FINISHED);
        service.setLearningRate(1e38);
        service.trainUntil(3);
        events.await(RunState.DIVERGED);

        assertThat(events.kinds())
                .contains(
                        RunEvent.Opened.class,
                        RunEvent.EpochDone.class,
                        RunEvent.EpochProgress.class,
                        RunEvent.RateChanged.class,
                        RunEvent.StateChanged.class);
        for (RunEvent event : events.all()) {
            assertPlain(event, event.getClass().getSimpleName());
        }
    }

    private static void assertPlain(Object value, String where) throws ReflectiveOperationException {
        if (value == null || PLAIN.contains(value.getClass()) || value instanceof Enum<?>) {
            return;
        }
        if (value.getClass().isArray()) {
            assertThat(value.getClass().getComponentType().isPrimitive())
                    .as(where)
                    .isTrue();
        } else if (value instanceof Map<?, ?> map) {
            assertPlain(map.keySet(), where + " keys");
            assertPlain(map.values(), where + " values");
        } else if (value instanceof Collection<?> all) {
            for (Object each : all) {
                assertPlain(each, where + " element");
            }
        } else {
            assertThat(value.getClass().isRecord())
                    .as("%s has a %s", where, value.getClass().getName())
                    .isTrue();
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                assertPlain(component.getAccessor().invoke(value), where + "." + component.getName());
            }
        }
    }
}

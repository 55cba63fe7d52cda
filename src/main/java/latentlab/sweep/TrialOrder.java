package latentlab.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Which trial comes next, for as long as nobody has begun it. Safe to use from any thread. */
final class TrialOrder {
    private final List<Integer> waiting;
    private final Set<Integer> cancelled = new HashSet<>();
    private boolean held;

    /** @param trials how many there are; their numbers count from 1 */
    TrialOrder(int trials) {
        waiting = new ArrayList<>(IntStream.rangeClosed(1, trials).boxed().toList());
    }

    /** Waits while trials are held back. @return the number of the next one; 0 if there are no more */
    synchronized int take() {
        while (held && !waiting.isEmpty()) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }
        return waiting.isEmpty() ? 0 : waiting.removeFirst();
    }

    synchronized void hold(boolean back) {
        held = back;
        notifyAll();
    }

    /** It keeps its turn, in which nothing is trained. */
    synchronized void cancel(int number) {
        cancelled.add(number);
    }

    synchronized boolean cancelled(int number) {
        return cancelled.contains(number);
    }

    /** @param numbers that come first, as far as they are waiting; the others follow as they are */
    synchronized void arrange(List<Integer> numbers) {
        Set<Integer> next = new LinkedHashSet<>(numbers);
        next.retainAll(waiting);
        next.addAll(waiting);
        waiting.clear();
        waiting.addAll(next);
    }
}

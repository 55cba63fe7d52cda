package latentlab.planted.run;

/** Cannot be repeated. */
final class RunOfChance {
    double initial() {
        return Math.random();
    }
}

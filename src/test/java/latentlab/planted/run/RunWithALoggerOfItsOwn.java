package latentlab.planted.run;

import org.slf4j.LoggerFactory;

/** Picks a logging library. */
final class RunWithALoggerOfItsOwn {
    void log() {
        LoggerFactory.getLogger(RunWithALoggerOfItsOwn.class).info("epoch done");
    }
}

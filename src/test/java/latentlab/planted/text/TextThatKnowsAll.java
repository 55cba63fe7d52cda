package latentlab.planted.text;

import latentlab.planted.WindowThatKnowsTheApp;
import latentlab.planted.bench.Stopwatch;
import latentlab.planted.chart.Axis;
import latentlab.planted.cli.Prompt;
import latentlab.planted.data.Images;
import latentlab.planted.embedding.Plane;
import latentlab.planted.engine.Machine;
import latentlab.planted.export.Picture;
import latentlab.planted.natives.Library;
import latentlab.planted.run.TrainingService;
import latentlab.planted.settings.Choices;
import latentlab.planted.view.latent.Map;

/** Reaches up into every layer. */
final class TextThatKnowsAll {
    Images images;
    Library library;
    Machine machine;
    Plane plane;
    TrainingService trainingService;
    Axis axis;
    Picture picture;
    Stopwatch stopwatch;
    Choices choices;
    Prompt prompt;
    Map map;
    WindowThatKnowsTheApp window;
}

package latentlab.data.shapes;

import java.util.Locale;

/** The shapes that are the classes of {@link BuiltInShapes}, each about as large as a circle of radius 1 around 0. */
enum Shape {
    DISC {
        @Override
        boolean holds(double x, double y) {
            return x * x + y * y <= 1;
        }
    },
    RING {
        @Override
        boolean holds(double x, double y) {
            double square = x * x + y * y;
            return square <= 1 && square >= 0.3;
        }
    },
    SQUARE {
        @Override
        boolean holds(double x, double y) {
            return Math.max(Math.abs(x), Math.abs(y)) <= 0.85;
        }
    },
    FRAME {
        @Override
        boolean holds(double x, double y) {
            double far = Math.max(Math.abs(x), Math.abs(y));
            return far <= 0.85 && far >= 0.45;
        }
    },
    TRIANGLE {
        @Override
        boolean holds(double x, double y) {
            return y <= 0.6 && y >= 1.75 * Math.abs(x) - 1;
        }
    },
    DIAMOND {
        @Override
        boolean holds(double x, double y) {
            return Math.abs(x) / 0.6 + Math.abs(y) <= 1;
        }
    },
    CROSS {
        @Override
        boolean holds(double x, double y) {
            return Math.min(Math.abs(x), Math.abs(y)) <= 0.28 && Math.max(Math.abs(x), Math.abs(y)) <= 0.95;
        }
    },
    STAR {
        /** Five lines, of which a point of the star lies within at least four. */
        @Override
        boolean holds(double x, double y) {
            int within = 0;
            for (int side = 0; side < COSINES.length; side++) {
                within += COSINES[side] * x + SINES[side] * y <= INNER ? 1 : 0;
            }
            return within >= 4;
        }
    },
    HEART {
        @Override
        boolean holds(double x, double y) {
            double up = -1.2 * y + 0.1;
            double across = 1.2 * x;
            double round = across * across + up * up - 0.8;
            return round * round * round <= across * across * up * up * up;
        }
    },
    CRESCENT {
        @Override
        boolean holds(double x, double y) {
            return x * x + y * y <= 1 && (x - 0.5) * (x - 0.5) + y * y >= 0.6;
        }
    };

    /** How far the sides of a star with points at 1 are from its middle: cos 72°. */
    private static final double INNER = 0.30901699437494745;

    private static final double[] COSINES = new double[5];
    private static final double[] SINES = new double[5];

    static {
        for (int side = 0; side < COSINES.length; side++) {
            COSINES[side] = StrictMath.cos(2 * Math.PI * side / 5 + Math.PI / 2);
            SINES[side] = StrictMath.sin(2 * Math.PI * side / 5 + Math.PI / 2);
        }
    }

    /** Whether a point belongs to it; y points down. */
    abstract boolean holds(double x, double y);

    /** Name of the class. */
    String className() {
        return name().toLowerCase(Locale.ROOT);
    }
}

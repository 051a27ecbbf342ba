package microcosm.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.SplittableRandom;

import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test played once for each of the seeds 0, 1, 2 … It takes the seed as a `long`, or a [SplittableRandom] made from it.
///
/// The cases are the same on every machine and every day. A failure names its seed and prints the Maven line that repeats
/// that case alone; `-Dseeds=17`, or `-Dseeds=17,40`, plays only those.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(SeededCases.class)
public @interface Seeds {
    /// How many cases are played, at least 1.
    int value();
}

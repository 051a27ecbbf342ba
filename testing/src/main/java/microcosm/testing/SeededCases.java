package microcosm.testing;

import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/// Gives JUnit one invocation for each seed of a [Seeds] test.
final class SeededCases implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(Seeds.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        int cases = context.getRequiredTestMethod().getAnnotation(Seeds.class).value();
        return seeds(System.getProperty("seeds", ""), cases).mapToObj(SeededCase::new);
    }

    /// @param chosen seeds separated by commas; empty for all
    static LongStream seeds(String chosen, int cases) {
        if (cases < 1) {
            throw new IllegalArgumentException("@Seeds(" + cases + ") must be at least 1");
        }
        return chosen.isBlank()
                ? LongStream.range(0, cases)
                : Arrays.stream(chosen.split(",")).mapToLong(seed -> Long.parseLong(seed.strip()));
    }
}

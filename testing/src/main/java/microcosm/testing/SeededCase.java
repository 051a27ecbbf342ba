package microcosm.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/// One invocation: hands the test its seed, and puts the line that repeats it into a failure.
record SeededCase(long seed)
        implements
            TestTemplateInvocationContext,
            ParameterResolver,
            TestExecutionExceptionHandler {
    @Override
    public String getDisplayName(int invocationIndex) { return "seed " + seed; }

    @Override
    public List<Extension> getAdditionalExtensions() { return List.of(this); }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == long.class || type == SplittableRandom.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == long.class ? (Object) seed : new SplittableRandom(seed);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (failure instanceof TestAbortedException) {
            throw failure;
        }
        throw new AssertionFailedError(
                String.format(Locale.ROOT, "with seed %d: %s%nrepeat with: %s", seed, failure.getMessage(),
                        repeating(Path.of("").toAbsolutePath(), context.getRequiredTestClass().getSimpleName(),
                                context.getRequiredTestMethod().getName())),
                failure);
    }

    /// @param room the folder of the Maven module under test, where Surefire starts the JVM
    String repeating(Path room, String test, String method) {
        return "mvn -B -pl " + room.getFileName() + " -am test -Dtest='" + test + "#" + method
                + "' -Dsurefire.failIfNoSpecifiedTests=false -Dseeds=" + seed;
    }
}

package microcosm.cli;

import java.util.Optional;

import picocli.CommandLine.IVersionProvider;

/// Which Microcosm this is.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() { return new String[]{"microcosm " + number()}; }

    /// @return `0.1.0`; `unpackaged` where classes are run without their jar
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("unpackaged");
    }
}

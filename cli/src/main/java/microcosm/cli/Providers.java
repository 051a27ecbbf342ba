package microcosm.cli;

import java.net.URI;
import java.util.List;
import java.util.Map;

import microcosm.models.ModelSetup;
import microcosm.models.Models;
import microcosm.models.Models.Access;

/// Whom a model could be had from here. Says which keys are set; never what they are.
final class Providers {
    private Providers() {}

    /// @return every live provider, in the order in which they are documented
    static List<Access> of(Map<String, String> environment) {
        try (var models = new Models(ModelSetup.of(environment))) {
            return models.access();
        }
    }

    /// @return what there is and what is lacking: `OPENAI_API_KEY is not set`
    static String state(Access access) {
        if (access.variable().isEmpty()) {
            return "no key needed";
        }
        if (access.set()) {
            return access.variable() + " is set";
        }
        return access.variable() + " is not set"
                + (access.provider().needsKey() ? "" : ", which not every server needs");
    }

    /// @return where it is asked; what to set where nobody said
    static String place(Access access) {
        String address = address(access);
        return !address.isEmpty()
                ? address
                : "nowhere: " + access.provider().addressVariable()
                        + (access.address().isEmpty() ? " is not set" : " is not the address of a server");
    }

    /// @return without a user's name or password; empty where nobody said, or it is none
    static String address(Access access) {
        try {
            URI uri = URI.create(access.address());
            return uri.getUserInfo() == null && uri.getQuery() == null
                    ? access.address()
                    : uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                            + uri.getPath();
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }
}

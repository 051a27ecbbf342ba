package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import microcosm.speech.Reader;
import microcosm.speech.Reading;
import microcosm.speech.Setting;
import microcosm.worlds.Assertion;
import microcosm.worlds.Attempt;

/// Reads words that leave no doubt: `[offer to=bo; give=3 grain; get=2 salt]`, `{the-mill-stops}`. `$1` is the oldest offer open to
/// the speaker, `$text` the whole utterance. Keeps tests of the laws apart from tests of reading.
final class Plain implements Reader {
    private static final Pattern ATTEMPT = Pattern.compile("\\[(\\w+)([^\\]]*)]");
    private static final Pattern CLAIM = Pattern.compile("\\{([\\w-]+)}");

    @Override
    public Reading read(String text, Setting setting) {
        var attempts = new ArrayList<Attempt>();
        Optional<String> addressee = Optional.empty();
        Matcher found = ATTEMPT.matcher(text);
        while (found.find()) {
            var arguments = new LinkedHashMap<String, String>();
            for (String argument : found.group(2).strip().split(";")) {
                int equals = argument.indexOf('=');
                if (equals > 0) {
                    arguments.put(argument.substring(0, equals).strip(),
                            value(argument.substring(equals + 1), text, setting));
                }
            }
            addressee = addressee.or(() -> Optional.ofNullable(arguments.get("to")));
            attempts.add(new Attempt(found.group(1), arguments, found.start(), found.end()));
        }
        List<Assertion> claims = CLAIM.matcher(text).results()
                .map(claim -> new Assertion(claim.group(1), Assertion.Stance.ASSERTS, claim.start(), claim.end()))
                .toList();
        return new Reading(attempts, claims, List.of(), addressee);
    }

    private static String value(String written, String text, Setting setting) {
        return switch (written.strip()) {
            case "$1" -> setting.openOffers().isEmpty() ? "none" : setting.openOffers().getFirst().id();
            case "$text" -> text;
            default -> written.strip();
        };
    }
}

package microcosm.speech;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The forms of English verbs: from a base to its forms.
final class Verbs {
    private static final Map<String, String[]> IRREGULAR = new LinkedHashMap<>();

    static {
        for (String line : Lexicon.READING.words("irregular")) {
            String[] forms = line.split(" ");
            IRREGULAR.put(forms[0], forms);
        }
    }

    private Verbs() {}

    enum Form {
        BASE, THIRD, ING, PAST
    }

    /// @param phrase a verb, or a verb and what belongs to it: `pay back`
    /// @return each form with its phrase: `pays back` is THIRD; a form that is also the base is only the base
    static Map<String, Form> forms(String phrase) {
        int blank = phrase.indexOf(' ');
        String verb = blank < 0 ? phrase : phrase.substring(0, blank);
        String rest = blank < 0 ? "" : phrase.substring(blank);
        var forms = new LinkedHashMap<String, Form>();
        String[] irregular = IRREGULAR.get(verb);
        if (irregular != null) {
            forms.put(irregular[1] + rest, Form.PAST);
            forms.put(irregular[2] + rest, Form.PAST);
        } else {
            for (String past : pasts(verb)) {
                forms.put(past + rest, Form.PAST);
            }
        }
        for (String ing : ings(verb)) {
            forms.put(ing + rest, Form.ING);
        }
        forms.put(third(verb) + rest, Form.THIRD);
        forms.put(verb + rest, Form.BASE);
        return forms;
    }

    private static String third(String verb) {
        if (verb.equals("have")) {
            return "has";
        }
        if (endsIn(verb, "s", "x", "z", "ch", "sh", "o")) {
            return verb + "es";
        }
        return consonantY(verb) ? verb.substring(0, verb.length() - 1) + "ies" : verb + "s";
    }

    private static List<String> pasts(String verb) {
        var pasts = new ArrayList<String>();
        if (verb.endsWith("e")) {
            pasts.add(verb + "d");
        } else if (consonantY(verb)) {
            pasts.add(verb.substring(0, verb.length() - 1) + "ied");
        } else {
            pasts.add(verb + "ed");
            if (doubles(verb)) {
                pasts.add(verb + verb.charAt(verb.length() - 1) + "ed");
            }
        }
        return pasts;
    }

    private static List<String> ings(String verb) {
        var ings = new ArrayList<String>();
        if (verb.endsWith("e") && !verb.endsWith("ee") && verb.length() > 2) {
            ings.add(verb.substring(0, verb.length() - 1) + "ing");
        } else {
            ings.add(verb + "ing");
            if (doubles(verb)) {
                ings.add(verb + verb.charAt(verb.length() - 1) + "ing");
            }
        }
        return ings;
    }

    private static boolean doubles(String verb) {
        int n = verb.length();
        return n >= 3 && !vowel(verb.charAt(n - 1)) && "wxy".indexOf(verb.charAt(n - 1)) < 0
                && vowel(verb.charAt(n - 2)) && !vowel(verb.charAt(n - 3));
    }

    private static boolean consonantY(String verb) {
        return verb.length() > 1 && verb.endsWith("y") && !vowel(verb.charAt(verb.length() - 2));
    }

    private static boolean endsIn(String verb, String... endings) {
        for (String ending : endings) {
            if (verb.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static boolean vowel(char c) { return "aeiou".indexOf(c) >= 0; }
}

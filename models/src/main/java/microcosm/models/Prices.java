package microcosm.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What tokens cost, from a dated table. A model that is not in it has no price, and nobody guesses one.
public final class Prices {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final List<Price> table;

    private Prices(List<Price> table) { this.table = table; }

    /// @param model a model's name, or the beginning of several names before a `*`
    /// @param in dollars a million tokens of prompt
    /// @param out dollars a million tokens of reply
    /// @param asOf when this was read: `2025-09`
    public record Price(String model, BigDecimal in, BigDecimal out, String asOf) {
        boolean fits(String name) {
            return model.endsWith("*") ? name.startsWith(model.substring(0, model.length() - 1)) : name.equals(model);
        }

        BigDecimal of(Usage usage) {
            return in.multiply(BigDecimal.valueOf(usage.in())).add(out.multiply(BigDecimal.valueOf(usage.out())))
                    .divide(MILLION);
        }
    }

    /// @return the table that comes with the program
    public static Prices shipped() {
        try (InputStream in = Objects.requireNonNull(Prices.class.getResourceAsStream("prices.csv"))) {
            return read("prices.csv", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the table of prices cannot be read", e);
        }
    }

    /// @return the user's own table first, and the shipped one for what it does not name
    /// @throws ModelSetupException with every bad line
    public static Prices reading(Path file) {
        try {
            var table = new ArrayList<>(read(file.toString(), Files.readString(file)).table);
            table.addAll(shipped().table);
            return new Prices(table);
        } catch (IOException e) {
            throw new ModelSetupException("prices " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    static Prices read(String file, String text) {
        var table = new ArrayList<Price>();
        var problems = new ArrayList<String>();
        var lines = text.split("\n", -1);
        for (int number = 1; number <= lines.length; number++) {
            var line = lines[number - 1].strip();
            if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("model,")) {
                var cells = line.split(",", -1);
                try {
                    table.add(new Price(cells[0].strip(), dollars(cells[1]), dollars(cells[2]), cells[3].strip()));
                } catch (NumberFormatException | IndexOutOfBoundsException e) {
                    problems.add(file + ":" + number
                            + ":1: expected model,in,out,as-of with dollars a million tokens, such as"
                            + " openai:my-model,1.10,4.40,2026-01");
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ModelSetupException(String.join("\n", problems));
        }
        table.sort(Comparator.comparingInt((Price price) -> price.model().length()).reversed());
        return new Prices(table);
    }

    private static BigDecimal dollars(String cell) {
        var number = new BigDecimal(cell.strip());
        if (number.signum() < 0) {
            throw new NumberFormatException("a price must not be negative");
        }
        return number;
    }

    /// @return the price of the longest name that fits, the user's before the shipped ones
    public Optional<Price> of(ModelName name) {
        var model = name.toString();
        return table.stream().filter(price -> price.fits(model)).findFirst();
    }
}

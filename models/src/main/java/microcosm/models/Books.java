package microcosm.models;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Optional;

import microcosm.models.Gateway.CallRecords;

/// Where vectors that are bought are counted: against the budget before each attempt, and in the log of calls after it.
///
/// @param account holds the run to its budget
record Books(Account account, CallRecords records, Prices prices) {
    /// Nobody counts.
    static final Books NONE = new Books(new Account(Budget.NONE, Spending.NOTHING), call -> {}, Prices.read("", ""));
    private static final String PURPOSE = "embedding";

    /// @param tokens as the provider counted them
    void bought(ModelName model, String text, int attempt, Usage tokens, long millis) {
        var usd = prices.of(model).map(price -> price.of(tokens));
        account.spent(tokens, usd.orElse(BigDecimal.ZERO));
        records.append(new CallRecord(PURPOSE, model.toString(), PURPOSE, attempt, digest(model, text),
                new LinkedHashMap<>(), "", CallRecord.LIVE, tokens, usd, millis, text.length(), 0, "", ""));
    }

    void failed(ModelName model, String text, int attempt, Fault fault, long millis) {
        records.append(new CallRecord(PURPOSE, model.toString(), PURPOSE, attempt, digest(model, text),
                new LinkedHashMap<>(), "", CallRecord.LIVE, Usage.UNKNOWN, Optional.empty(), millis,
                text.length(), 0, fault.kind().word(), String.valueOf(fault.getMessage())));
    }

    private static String digest(ModelName model, String text) {
        return new Digest().add(model.toString()).add(text).hexadecimal();
    }
}

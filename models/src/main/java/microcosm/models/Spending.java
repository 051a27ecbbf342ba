package microcosm.models;

import java.math.BigDecimal;

/// What was spent so far, by this process and those it continues.
///
/// @param calls attempts on providers
/// @param cached replies that came out of the cache instead
/// @param usd dollars, as far as prices are known
/// @param unpriced attempts that brought a reply whose price nobody knows
public record Spending(long calls, long cached, Usage tokens, BigDecimal usd, long unpriced, long promptCharacters) {
    public static final Spending NOTHING = new Spending(0, 0, Usage.UNKNOWN, BigDecimal.ZERO, 0, 0);

    Spending plus(CallRecord call) {
        boolean live = call.source().equals(CallRecord.LIVE);
        return new Spending(calls + (live ? 1 : 0),
                cached + (call.source().equals(CallRecord.CACHE) && call.fault().isEmpty() ? 1 : 0),
                live ? tokens.plus(call.usage()) : tokens, usd.add(call.usd().orElse(BigDecimal.ZERO)),
                unpriced + (live && call.fault().isEmpty() && call.usd().isEmpty() ? 1 : 0),
                promptCharacters + (live ? call.promptCharacters() : 0));
    }
}

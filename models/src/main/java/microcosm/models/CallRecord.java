package microcosm.models;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SequencedMap;

/// One attempt, as `calls.jsonl` keeps it. Holds digests and counts, never a prompt, a reply or a key.
///
/// @param attempt counts up from 1 within the call
/// @param request digest of everything that was sent
/// @param version what the provider calls the model that replied; empty where it does not say
/// @param source `live`, or `cache`
/// @param usd dollars; empty where the price is unknown
/// @param fault why there was no reply; empty where there was one
/// @param detail the fault in words
record CallRecord(String call, String model, String purpose, int attempt, String request,
        SequencedMap<String, String> parameters, String version, String source, Usage usage, Optional<BigDecimal> usd,
        long latencyMillis, int promptCharacters, int replyCharacters, String fault, String detail) {
    static final String LIVE = "live";
    static final String CACHE = "cache";

    static CallRecord replied(Request request, int attempt, String digest, String source, Reply reply,
            Optional<BigDecimal> usd, long millis) {
        return new CallRecord(request.call(), request.model().toString(), request.purpose(), attempt, digest,
                request.parameters().entries(), reply.version(), source, reply.usage(), usd, millis,
                request.characters(), reply.text().length(), "", "");
    }

    static CallRecord failed(Request request, int attempt, String digest, String source, String fault, String detail,
            long millis) {
        return new CallRecord(request.call(), request.model().toString(), request.purpose(), attempt, digest,
                request.parameters().entries(), "", source, Usage.UNKNOWN, Optional.empty(), millis,
                request.characters(), 0, fault, detail);
    }

    String json() {
        var node = Json.object().put("call", call).put("model", model).put("purpose", purpose)
                .put("attempt", attempt).put("request", request).put("source", source)
                .put("latency_ms", latencyMillis).put("prompt_chars", promptCharacters);
        var set = node.putObject("parameters");
        parameters.forEach(set::put);
        if (fault.isEmpty()) {
            node.put("version", version).put("tokens_in", usage.in()).put("tokens_out", usage.out())
                    .put("reply_chars", replyCharacters);
            usd.ifPresent(dollars -> node.put("usd", dollars));
        } else {
            node.put("fault", fault).put("detail", detail);
        }
        return node.toString();
    }
}

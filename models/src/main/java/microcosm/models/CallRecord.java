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
        return Json.text(json -> {
            json.writeStringField("call", call);
            json.writeStringField("model", model);
            json.writeStringField("purpose", purpose);
            json.writeNumberField("attempt", attempt);
            json.writeStringField("request", request);
            json.writeStringField("source", source);
            json.writeNumberField("latency_ms", latencyMillis);
            json.writeNumberField("prompt_chars", promptCharacters);
            json.writeObjectFieldStart("parameters");
            for (var set : parameters.entrySet()) {
                json.writeStringField(set.getKey(), set.getValue());
            }
            json.writeEndObject();
            if (fault.isEmpty()) {
                json.writeStringField("version", version);
                json.writeNumberField("tokens_in", usage.in());
                json.writeNumberField("tokens_out", usage.out());
                json.writeNumberField("reply_chars", replyCharacters);
                if (usd.isPresent()) {
                    json.writeNumberField("usd", usd.get().stripTrailingZeros());
                }
            } else {
                json.writeStringField("fault", fault);
                json.writeStringField("detail", detail);
            }
        });
    }
}

package microcosm.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;

import microcosm.models.Fault.Kind;

/// One provider over LangChain4j. The only class that knows its requests and responses; loaded when a live model is asked.
final class LangChainWire implements Wire {
    private static final String IN_WORDS = "\n\nReply with one JSON object and nothing else. It follows this JSON"
            + " Schema:\n";

    private record Connected(String model, Parameters parameters, boolean strict) {}

    private final Endpoint endpoint;
    private final HttpWire http;
    private final Map<Connected, ChatModel> models = new ConcurrentHashMap<>();
    private final Set<String> withoutSchemas = ConcurrentHashMap.newKeySet();

    LangChainWire(Endpoint endpoint, HttpWire http) {
        this.endpoint = endpoint;
        this.http = http;
    }

    @Override
    public Reply send(Request request) throws Fault {
        boolean bySchema = !request.schema().isEmpty() && !withoutSchemas.contains(request.model().model());
        var key = new Connected(request.model().model(), request.parameters(),
                bySchema && Schemas.strict(request.schema()));
        var known = models.get(key);
        var model = known != null ? known : models.computeIfAbsent(key, this::connect);
        var exchange = new Exchange();
        try {
            return ScopedValue.where(Exchange.CURRENT, exchange)
                    .call(() -> reply(model.chat(translated(request, bySchema)), exchange));
        } catch (RuntimeException e) {
            var fault = exchange.fault();
            if (fault == null) {
                return withheld(exchange).orElseThrow(() -> new Fault(Kind.MALFORMED,
                        "not a reply as " + endpoint.provider().word() + " writes them: " + said(e)));
            }
            if (fault.kind() == Kind.SCHEMA_REFUSED) {
                if (!bySchema) {
                    throw new Fault(Kind.REJECTED, String.valueOf(fault.getMessage()));
                }
                withoutSchemas.add(request.model().model());
            }
            throw fault;
        }
    }

    private ChatModel connect(Connected one) {
        return ChatModels.connect(endpoint, one.model(), one.parameters(), one.strict(), http::builder);
    }

    private static String said(Throwable e) {
        var first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return e.getClass().getSimpleName() + ": " + first.substring(0, Math.min(120, first.length()));
    }

    private static ChatRequest translated(Request request, boolean bySchema) {
        List<ChatMessage> messages = new ArrayList<>();
        for (var message : request.messages()) {
            messages.add(message.who().equals("assistant")
                    ? AiMessage.from(message.text())
                    : UserMessage.from(message.text()));
        }
        if (request.schema().isEmpty()) {
            return ChatRequest.builder().messages(messages).build();
        }
        if (!bySchema) {
            messages.removeLast();
            messages.add(UserMessage.from(request.messages().getLast().text() + IN_WORDS + request.schema()));
            return ChatRequest.builder().messages(messages).build();
        }
        // A raw schema, because a typed one loses the order of its fields on the way to Gemini.
        var schema = JsonSchema.builder().name("reply").rootElement(JsonRawSchema.from(request.schema())).build();
        return ChatRequest.builder().messages(messages)
                .responseFormat(ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(schema).build())
                .build();
    }

    private Reply reply(ChatResponse response, Exchange exchange) {
        var message = response.aiMessage();
        var finish = finish(response, exchange);
        return new Reply(orEmpty(message.text()), finish, !orEmpty(message.thinking()).isEmpty(),
                message.hasToolExecutionRequests(), RawReply.usage(response.tokenUsage()),
                orEmpty(response.modelName()));
    }

    private Reply.Finish finish(ChatResponse response, Exchange exchange) {
        return switch (response.finishReason()) {
            case STOP, TOOL_EXECUTION -> Reply.Finish.COMPLETE;
            case LENGTH -> Reply.Finish.TRUNCATED;
            case CONTENT_FILTER -> Reply.Finish.FILTERED;
            case OTHER -> RawReply.of(exchange.body()).refused() ? Reply.Finish.REFUSED : Reply.Finish.OTHER;
            case null -> Reply.Finish.OTHER;
        };
    }

    /// LangChain4j throws where a provider withholds a reply; the body says that it did, and what it cost.
    private Optional<Reply> withheld(Exchange exchange) {
        var raw = RawReply.of(exchange.body());
        return raw.refused() || raw.blocked()
                ? Optional.of(new Reply("", raw.refused() ? Reply.Finish.REFUSED : Reply.Finish.FILTERED, false, false,
                        raw.usage(), raw.version()))
                : Optional.empty();
    }

    private static String orEmpty(@Nullable String text) { return text == null ? "" : text; }

    @Override
    public void close() { http.close(); }
}

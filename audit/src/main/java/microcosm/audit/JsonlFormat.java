package microcosm.audit;

import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/// One JSON object per line: `run`, `step`, `from`, `to`, `text`, `private`, `action`, `state`, `time`.
final class JsonlFormat implements Format {
    @Override
    public String name() { return "jsonl"; }

    @Override
    public boolean recognises(Path file, String head) {
        String first = head.lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
        boolean object = first.startsWith("{") && first.endsWith("}");
        return (object && first.length() > 2) || file.toString().replaceAll("\\.gz$", "").endsWith(".jsonl");
    }

    @Override
    public void read(Path file, Intake intake) throws IOException {
        var fields = new Fields(intake.mapping());
        Lines.forEach(file, intake, (number, text) -> {
            if (!text.isBlank()) {
                try {
                    JsonNode item = Json.MAPPER.readTree(text);
                    fields.add(item, file.toString(), number, intake);
                } catch (JsonProcessingException e) {
                    intake.bad(file.toString(), number, "not JSON: " + e.getOriginalMessage());
                }
            }
        });
    }
}

package dev.handoff.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.handoff.experiment.Estimate;
import java.io.IOException;
import java.io.StringWriter;

/** JSON text that is being written, with two spaces of indentation and "\n"; unknown numbers are null. */
final class Json {

    /** What goes between the outermost braces. */
    interface Content {
        void write(Json json) throws IOException;
    }

    private final JsonGenerator generator;

    private Json(JsonGenerator generator) {
        this.generator = generator;
    }

    static String text(Content content) throws IOException {
        StringWriter writer = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        try (JsonGenerator generator = new JsonFactory().createGenerator(writer)) {
            generator.setPrettyPrinter(printer);
            generator.writeStartObject();
            content.write(new Json(generator));
            generator.writeEndObject();
        }
        return writer.append('\n').toString();
    }

    Json text(String key, String value) throws IOException {
        generator.writeStringField(key, value);
        return this;
    }

    Json flag(String key, boolean value) throws IOException {
        generator.writeBooleanField(key, value);
        return this;
    }

    Json whole(String key, long value) throws IOException {
        generator.writeNumberField(key, value);
        return this;
    }

    Json number(String key, double value) throws IOException {
        generator.writeFieldName(key);
        String text = Numbers.text(value);
        if (text.isEmpty()) {
            generator.writeNull();
        } else {
            generator.writeNumber(text);
        }
        return this;
    }

    /** The parts of an estimate as fields of their own. */
    Json estimate(Estimate estimate) throws IOException {
        whole("n", estimate.n());
        number("mean", estimate.mean());
        number("ci_low", estimate.low());
        return number("ci_high", estimate.high());
    }

    Json quantiles(Estimate estimate) throws IOException {
        for (int quantile = 0; quantile < Estimate.QUANTILES.size(); quantile++) {
            number(Estimate.QUANTILES.get(quantile), estimate.quantiles()[quantile]);
        }
        return this;
    }

    Json object(String key, Content content) throws IOException {
        generator.writeObjectFieldStart(key);
        content.write(this);
        generator.writeEndObject();
        return this;
    }

    Json list(String key, Content content) throws IOException {
        generator.writeArrayFieldStart(key);
        content.write(this);
        generator.writeEndArray();
        return this;
    }

    /** An object within a list. */
    Json element(Content content) throws IOException {
        generator.writeStartObject();
        content.write(this);
        generator.writeEndObject();
        return this;
    }

    /** A whole number within a list. */
    Json element(long value) throws IOException {
        generator.writeNumber(value);
        return this;
    }

    /** A text within a list. */
    Json element(String text) throws IOException {
        generator.writeString(text);
        return this;
    }
}

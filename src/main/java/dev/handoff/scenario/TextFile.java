package dev.handoff.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A file of the user, read whole as UTF-8 text. */
public final class TextFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    /**
     * The text without a byte order mark; empty after a problem.
     *
     * @param named the start of messages: where the file is named, or the file itself
     */
    public static Optional<String> read(Path file, String named, int longestBytes, Problems problems) {
        if (Files.isDirectory(file)) {
            problems.add(named + " is a folder; a file is needed");
            return Optional.empty();
        }
        try (InputStream input = Files.newInputStream(file)) {
            byte[] bytes = input.readNBytes(longestBytes + 1);
            if (bytes.length <= longestBytes) {
                return Optional.of(decoded(bytes));
            }
            problems.add(named + " is larger than " + longestBytes / 1024 + " KiB");
        } catch (NoSuchFileException missing) {
            problems.add(named + " does not exist");
        } catch (CharacterCodingException notText) {
            problems.add(named + " is not a text file in UTF-8");
        } catch (IOException failed) {
            problems.add(named + " cannot be read");
        }
        return Optional.empty();
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}

package dev.handoff.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Notebooks that differ are found. */
class NotebookTest {

    @Test
    void textThatIsStoredAsLinesIsTheSame() {
        assertThat(printing("[\"a\\n\", \"b\"]").differencesFrom(printing("\"a\\nb\"")))
                .isEmpty();
    }

    @Test
    void anotherTextIsADifference() {
        assertThat(printing("\"12.3\"").differencesFrom(printing("\"12.4\"")))
                .singleElement()
                .asString()
                .contains("cell of code 1", "12.4", "became", "12.3");
    }

    @Test
    void anotherCellIsADifference() {
        assertThat(notebook("1 + 1", "").differencesFrom(notebook("1 + 2", "")))
                .containsExactly("the cells are others");
    }

    @Test
    void anOutputThatIsMissingIsADifference() {
        assertThat(notebook("x", "").differencesFrom(printing("\"12\""))).hasSize(1);
    }

    @Test
    void picturesAreComparedBySize() throws IOException {
        Notebook small = showing(40, 20, 0);
        assertThat(small.differencesFrom(showing(40, 20, 0xff))).isEmpty();
        assertThat(small.differencesFrom(showing(40, 21, 0))).hasSize(1);
        assertThat(small.equalPictures(showing(40, 20, 0))).containsExactly(1, 1);
        assertThat(small.equalPictures(showing(40, 20, 0xff))).containsExactly(1, 0);
    }

    @Test
    void failuresAndComplaintsAreErrors() {
        assertThat(printing("\"x\"").hasErrors()).isFalse();
        assertThat(notebook("x", "{\"output_type\": \"error\", \"evalue\": \"no\"}")
                        .hasErrors())
                .isTrue();
        assertThat(notebook("x", "{\"output_type\": \"stream\", \"name\": \"stderr\", \"text\": \"no\"}")
                        .hasErrors())
                .isTrue();
    }

    private static Notebook printing(String text) {
        return notebook("x", "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": " + text + "}");
    }

    private static Notebook showing(int width, int height, int color) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, color);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        String text = Base64.getEncoder().encodeToString(bytes.toByteArray());
        return notebook("x", "{\"output_type\": \"execute_result\", \"data\": {\"image/png\": \"" + text + "\"}}");
    }

    private static Notebook notebook(String source, String outputs) {
        return Notebook.parse("{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"words\"},"
                + " {\"cell_type\": \"code\", \"source\": \"" + source + "\", \"outputs\": [" + outputs + "]}]}");
    }
}

package dev.handoff.page;

/** Text for XML. */
final class Xml {
    private Xml() {}

    /** As it stands, between tags or in an attribute between double quotes; without what XML 1.0 cannot hold. */
    static String escaped(String text) {
        StringBuilder possible = new StringBuilder(text.length());
        text.codePoints().filter(Xml::isPossible).forEach(possible::appendCodePoint);
        return Html.escaped(possible.toString());
    }

    private static boolean isPossible(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || letter >= 0x20 && letter <= 0xD7FF
                || letter >= 0xE000 && letter <= 0xFFFD
                || letter >= 0x10000;
    }
}

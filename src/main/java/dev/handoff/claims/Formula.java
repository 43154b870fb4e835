package dev.handoff.claims;

/** Decimal numbers with + - * / ^ and parentheses. */
final class Formula {
    private final String text;
    private int place;

    private Formula(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if it cannot be read */
    static double value(String text) {
        Formula formula = new Formula(text.replaceAll("\\s+", ""));
        double value = formula.sum();
        if (formula.place < formula.text.length() || !Double.isFinite(value)) {
            throw new IllegalArgumentException("must be a formula such as 1.01^52 - 1");
        }
        return value;
    }

    private double sum() {
        double value = product();
        while (at('+') || at('-')) {
            char sign = text.charAt(place++);
            double other = product();
            value = sign == '+' ? value + other : value - other;
        }
        return value;
    }

    private double product() {
        double value = power();
        while (at('*') || at('/')) {
            char sign = text.charAt(place++);
            double other = power();
            value = sign == '*' ? value * other : value / other;
        }
        return value;
    }

    /* Powers bind from the right and before a sign: -2^2 is -4. */
    private double power() {
        if (at('-')) {
            place++;
            return -power();
        }
        double base = atom();
        if (at('^')) {
            place++;
            return StrictMath.pow(base, power());
        }
        return base;
    }

    private double atom() {
        if (at('(')) {
            place++;
            double value = sum();
            if (!at(')')) {
                throw new IllegalArgumentException("has a parenthesis that is not closed");
            }
            place++;
            return value;
        }
        int begin = place;
        while (place < text.length() && (Character.isDigit(text.charAt(place)) || at('.'))) {
            place++;
        }
        String number = text.substring(begin, place);
        if (!number.matches("[0-9]+(\\.[0-9]*)?|\\.[0-9]+")) {
            throw new IllegalArgumentException("must be a formula such as 1.01^52 - 1");
        }
        return Double.parseDouble(number);
    }

    private boolean at(char wanted) {
        return place < text.length() && text.charAt(place) == wanted;
    }
}

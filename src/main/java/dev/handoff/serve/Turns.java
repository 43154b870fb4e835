package dev.handoff.serve;

import dev.handoff.experiment.Control;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Whose turn it is to simulate: pages take turns, however often each of them asks. Of a page only the latest question counts: it stops
 * the earlier one and stands where that stood in the line. Only a short one that has its turn is finished, so that a page that asks faster
 * than can be answered is answered all the same.
 */
final class Turns {
    private final int mostPages;
    private final Map<String, Question> latest = new HashMap<>(); // by page
    private final Deque<String> line = new ArrayDeque<>(); // pages that wait, the next one first
    private Question running; // null for none
    private boolean closed;

    /** What a page asks; it is stopped when it is of no use any more. */
    static final class Question {
        private final String page;
        private final boolean isShort;
        private final Control control = new Control();

        private Question(String page, boolean isShort) {
            this.page = page;
            this.isShort = isShort;
        }

        Control control() {
            return control;
        }
    }

    /** @param mostPages that may have questions at the same time */
    Turns(int mostPages) {
        this.mostPages = mostPages;
    }

    /**
     * A new question of a page.
     *
     * @param isShort whether it is finished in one turn, soon
     * @throws Refused with status 503 if too many pages have questions
     */
    synchronized Question ask(String page, boolean isShort) throws Refused {
        if (!latest.containsKey(page) && latest.size() >= mostPages) {
            throw new Refused(503, "too many pages ask at once; try again");
        }
        Question question = new Question(page, isShort);
        Question earlier = latest.put(page, question);
        if (earlier != null && !(earlier.isShort && earlier == running)) {
            earlier.control.stop();
        }
        if (closed) {
            question.control.stop();
        }
        notifyAll();
        return question;
    }

    /**
     * Waits for the turn of a question, which {@link #end} gives to the next page.
     *
     * @throws Refused with status 409 if the question was stopped
     */
    synchronized void begin(Question question) throws Refused {
        if (!question.control.isStopping() && !line.contains(question.page)) {
            line.addLast(question.page);
        }
        while (!question.control.isStopping() && (running != null || !question.page.equals(line.peekFirst()))) {
            try {
                wait();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                question.control.stop();
            }
        }
        if (question.control.isStopping()) {
            throw superseded(); // the place in the line is that of the question that came instead
        }
        line.removeFirst();
        running = question;
    }

    static Refused superseded() {
        return new Refused(409, "the page asked for something else meanwhile");
    }

    synchronized void end() {
        running = null;
        notifyAll();
    }

    /** A question is answered, or given up. */
    synchronized void leave(Question question) {
        if (latest.remove(question.page, question)) {
            line.remove(question.page);
            notifyAll();
        }
    }

    /** How many pages wait. */
    synchronized int waiting() {
        return line.size();
    }

    /** Stops all questions, also those that come, and waits until nobody simulates. */
    synchronized void close() {
        closed = true;
        latest.values().forEach(question -> question.control.stop());
        if (running != null) {
            running.control.stop();
        }
        notifyAll();
        while (running != null) {
            try {
                wait();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}

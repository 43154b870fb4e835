package dev.handoff.serve;

import dev.handoff.experiment.Control;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Whose turn it is to simulate: pages take turns, however often each of them asks. Of a page only the latest question counts: it stops
 * the earlier one and stands where that stood in the line.
 */
final class Turns {
    private final int mostPages;
    private final Map<String, Control> latest = new HashMap<>(); // question by page
    private final Deque<String> line = new ArrayDeque<>(); // pages that wait, the next one first
    private boolean isTaken;
    private boolean closed;

    /** @param mostPages that may have questions at the same time */
    Turns(int mostPages) {
        this.mostPages = mostPages;
    }

    /**
     * A new question of a page.
     *
     * @return its own, by which it is stopped
     * @throws Refused with status 503 if too many pages have questions
     */
    synchronized Control ask(String page) throws Refused {
        if (!latest.containsKey(page) && latest.size() >= mostPages) {
            throw new Refused(503, "too many pages ask at once; try again");
        }
        Control question = new Control();
        Control earlier = latest.put(page, question);
        if (earlier != null) {
            earlier.stop();
        }
        if (closed) {
            question.stop();
        }
        notifyAll();
        return question;
    }

    /**
     * Waits for the turn of a question, which {@link #end} gives to the next page.
     *
     * @throws Refused with status 409 if the question was stopped
     */
    synchronized void begin(String page, Control question) throws Refused {
        if (!question.isStopping() && !line.contains(page)) {
            line.addLast(page);
        }
        while (!question.isStopping() && (isTaken || !page.equals(line.peekFirst()))) {
            try {
                wait();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                question.stop();
            }
        }
        if (question.isStopping()) {
            throw superseded(); // the place in the line is that of the question that came instead
        }
        line.removeFirst();
        isTaken = true;
    }

    static Refused superseded() {
        return new Refused(409, "the page asked for something else meanwhile");
    }

    synchronized void end() {
        isTaken = false;
        notifyAll();
    }

    /** A question is answered, or given up. */
    synchronized void leave(String page, Control question) {
        if (latest.remove(page, question)) {
            line.remove(page);
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
        latest.values().forEach(Control::stop);
        notifyAll();
        while (isTaken) {
            try {
                wait();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}

package dev.handoff.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is answered in which order, counted and not timed: each step waits for the one before. */
@Timeout(60)
class TurnsTest {
    private final Turns turns = new Turns(4);
    private final List<String> begun = Collections.synchronizedList(new ArrayList<>());
    private final List<String> refused = Collections.synchronizedList(new ArrayList<>());

    /** A question in a thread of its own, which keeps its turn until it is told to end it. */
    private final class Asking {
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private final Turns.Question question;
        private final Thread thread;

        private Asking(String page, String name) throws Refused {
            this(page, name, false);
        }

        private Asking(String page, String name, boolean isShort) throws Refused {
            question = turns.ask(page, isShort);
            thread = new Thread(() -> wait(name));
            thread.start();
        }

        private void wait(String name) {
            try {
                turns.begin(question);
                begun.add(name);
                mayEnd.await();
                turns.end();
            } catch (Refused superseded) {
                refused.add(name + " " + superseded.status());
            } catch (InterruptedException never) {
                throw new AssertionError(never);
            } finally {
                turns.leave(question);
            }
        }

        private void end() throws InterruptedException {
            mayEnd.countDown();
            thread.join();
        }
    }

    /** Fifty questions of a hasty page get one turn, and those who came later than its first get theirs right behind. */
    @Test
    void aPageThatAsksOftenHasOneTurnLikeEveryOther() throws Exception {
        Asking holder = new Asking("holder", "holder");
        await(() -> begun.size() == 1);
        List<Asking> hasty = new ArrayList<>(List.of(new Asking("hasty", "hasty 1")));
        await(() -> turns.waiting() == 1);
        Asking calm = new Asking("calm", "calm");
        await(() -> turns.waiting() == 2);
        for (int number = 2; number <= 50; number++) {
            hasty.add(new Asking("hasty", "hasty " + number));
            hasty.get(number - 2).thread.join();
        }
        Asking third = new Asking("third", "third");
        await(() -> turns.waiting() == 3);
        assertThat(refused).hasSize(49).startsWith("hasty 1 409").endsWith("hasty 49 409");
        holder.end();
        await(() -> begun.size() == 2);
        Asking next = new Asking("hasty", "hasty 51");
        await(() -> turns.waiting() == 3);
        assertThat(hasty.get(49).question.control().isStopping()).isTrue();
        hasty.get(49).end();
        await(() -> begun.size() == 3);
        calm.end();
        await(() -> begun.size() == 4);
        third.end();
        await(() -> begun.size() == 5);
        next.end();
        assertThat(begun).containsExactly("holder", "hasty 50", "calm", "third", "hasty 51");
        assertThat(turns.waiting()).isZero();
    }

    /** Of a hundred short questions that come while one is answered, that one and the last are answered, however fast they come. */
    @Test
    void aShortQuestionThatHasItsTurnIsAnswered() throws Exception {
        Asking first = new Asking("hasty", "first", true);
        await(() -> begun.size() == 1);
        Asking latest = first;
        for (int number = 1; number <= 100; number++) {
            Asking before = latest;
            latest = new Asking("hasty", "question " + number, true);
            if (before != first) {
                before.thread.join();
            }
        }
        await(() -> turns.waiting() == 1);
        assertThat(first.question.control().isStopping()).isFalse();
        first.end();
        latest.end();
        assertThat(begun).containsExactly("first", "question 100");
        assertThat(refused).hasSize(99);
    }

    @Test
    void moreThanSoManyPagesAreRefusedUntilOneIsAnswered() throws Exception {
        List<Turns.Question> questions = new ArrayList<>();
        for (int page = 0; page < 4; page++) {
            questions.add(turns.ask("page " + page, false));
        }
        turns.ask("page 3", false); // takes the place of its earlier one
        assertThatThrownBy(() -> turns.ask("page 4", false))
                .isInstanceOfSatisfying(
                        Refused.class, refusal -> assertThat(refusal.status()).isEqualTo(503));
        turns.leave(questions.get(0));
        turns.ask("page 4", false);
    }

    @Test
    void whoeverEndsStopsAllQuestions() throws Exception {
        Asking running = new Asking("one", "one");
        await(() -> begun.size() == 1);
        Asking waiting = new Asking("two", "two");
        await(() -> turns.waiting() == 1);
        Thread closing = new Thread(turns::close);
        closing.start();
        waiting.thread.join();
        assertThat(running.question.control().isStopping()).isTrue();
        running.end();
        closing.join();
        assertThat(refused).containsExactly("two 409");
        assertThat(turns.ask("three", true).control().isStopping()).isTrue();
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) {
        while (!condition.holds()) {
            Thread.onSpinWait();
        }
    }
}

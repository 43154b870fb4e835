package dev.handoff.cli;

import dev.handoff.experiment.Control;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C, or a request to terminate, during a run: the experiment is asked to stop, and the program ends only when this is
 * closed, with what was done written. A second Ctrl-C ends the program at once, as a kill does.
 */
final class Interruption implements AutoCloseable {
    private final Control control;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final Thread hook = new Thread(this::beforeTheEnd, "interruption");
    private final Runnable notice;
    private Object earlier;

    /** @param notice called at the first Ctrl-C */
    Interruption(Control control, Runnable notice) {
        this.control = control;
        this.notice = notice;
        Runtime.getRuntime().addShutdownHook(hook);
        earlier = handle(handler((proxy, method, arguments) -> {
            onInterrupt();
            return null;
        }));
    }

    private void onInterrupt() {
        if (interrupted.getAndSet(true)) {
            Runtime.getRuntime().halt(Main.INTERRUPTED);
        }
        control.stop();
        notice.run();
    }

    private void beforeTheEnd() {
        control.stop();
        try {
            finished.await();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /* By name: the compiler knows these classes of every JDK only with a warning. */
    private static Object handler(InvocationHandler action) {
        try {
            Class<?> type = Class.forName("sun.misc.SignalHandler");
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, action);
        } catch (ReflectiveOperationException absent) {
            return null;
        }
    }

    /** Gives the handler that was there; null if Ctrl-C is left to the JVM, which then ends in the hook. */
    private static Object handle(Object handler) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> type = Class.forName("sun.misc.SignalHandler");
            Object interrupt = signal.getConstructor(String.class).newInstance("INT");
            return handler == null
                    ? null
                    : signal.getMethod("handle", signal, type).invoke(null, interrupt, handler);
        } catch (ReflectiveOperationException ignoredOrAbsent) {
            return null;
        }
    }

    /** The exit code of a program that was interrupted. */
    int code() {
        return Main.INTERRUPTED;
    }

    @Override
    public void close() {
        handle(earlier);
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The program is ending: the hook runs, and ends now.
            return;
        }
    }
}

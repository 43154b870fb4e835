package dev.handoff.claims;

import dev.handoff.model.World;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The program once more, with one class compiled from another source. All classes of the program are loaded anew, so whole worlds, and
 * whatever judges them, meet only that class; libraries are shared.
 */
final class OtherModel extends URLClassLoader {
    private static final String PROGRAM = "dev.handoff.";

    private final Path compiled;
    private final Set<String> fromCompiled = new HashSet<>();

    private OtherModel(Path compiled, URL[] places) {
        super(places, OtherModel.class.getClassLoader());
        this.compiled = compiled;
    }

    /** @param folder empty, for what is compiled */
    static OtherModel of(String className, String source, Path folder) throws IOException {
        compile(className, source, folder);
        URL[] places = {folder.toUri().toURL(), place(World.class), place(OtherModel.class)};
        return new OtherModel(folder, places);
    }

    private static URL place(Class<?> loaded) {
        return loaded.getProtectionDomain().getCodeSource().getLocation();
    }

    private static void compile(String className, String source, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> mistakes = new DiagnosticCollector<>();
        URI name = URI.create("string:///" + className.replace('.', '/') + ".java");
        JavaFileObject file = new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        List<String> options = List.of("-proc:none", "-parameters", "-d", folder.toString(), "-cp", classPath());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(mistakes, null, null)) {
            if (!compiler.getTask(null, files, mistakes, options, null, List.of(file))
                    .call()) {
                throw new IllegalArgumentException(mistakes.getDiagnostics().toString());
            }
        }
    }

    private static String classPath() {
        try {
            return Path.of(place(World.class).toURI()).toString();
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The verdict, told as by {@link Retrial}, of this model. */
    @SuppressWarnings("unchecked")
    Function<String, String> retrial() throws ReflectiveOperationException {
        return (Function<String, String>)
                loadClass(Retrial.class.getName()).getDeclaredConstructor().newInstance();
    }

    /** Whether the class was loaded from what was compiled. */
    boolean hasLoaded(String className) {
        return fromCompiled.contains(className);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PROGRAM)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> found = super.findClass(name);
        if (place(found).getPath().equals(compiled.toUri().getPath())) {
            synchronized (fromCompiled) {
                fromCompiled.add(name);
            }
        }
        return found;
    }
}

package org.virtualwindow.server.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where the files of item packages lie: those that come with the program, and over them perhaps a folder that is laid out alike.
 *
 * @param find the files of a name like {@code ENT_NAME/item.yaml}; a later one stands over those before it
 * @param own names of the files in the folder, each of which is there to be read
 */
record ItemFiles(Function<String, List<ItemFile>> find, List<String> own) {

    /** @param path as somebody finds it who has to mend it */
    record ItemFile(String path, byte[] bytes) {}

    static ItemFiles ofProgram() {
        return new ItemFiles(ItemFiles::withProgram, List.of());
    }

    ItemFiles under(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
            return new ItemFiles(
                    name -> names.contains(name)
                            ? Stream.concat(find.apply(name).stream(), Stream.of(in(folder, name)))
                                    .toList()
                            : find.apply(name),
                    names);
        } catch (IOException e) {
            throw new PackageFault(
                    folder.toString(), Fault.ofFile("不能当作事项包的文件夹来读", "cannot be read as a folder of item packages"));
        }
    }

    private static ItemFile in(Path folder, String name) {
        Path file = folder.resolve(name);
        try (InputStream in = Files.newInputStream(file)) {
            return new ItemFile(file.toString(), in.readNBytes(PackageFile.LARGEST + 1));
        } catch (IOException e) {
            throw new PackageFault(file.toString(), Fault.ofFile("读不出来", "cannot be read"));
        }
    }

    private static List<ItemFile> withProgram(String name) {
        String path = "items/" + name;
        try (InputStream in = ItemFiles.class.getClassLoader().getResourceAsStream(path)) {
            return in == null ? List.of() : List.of(new ItemFile(path, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}

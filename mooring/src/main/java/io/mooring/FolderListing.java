package io.mooring;

import io.mooring.yaml.Limits;
import io.mooring.yaml.Source;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What may be manifests in a folder and in those below it, and what of it cannot be read, each thing with its own reason.
 *
 * <pre>
 * a regular file                                        is read
 * a link to a file in the folder                        is read, once: as itself where it is listed itself
 * a link to a folder in the folder                      is passed over: what it leads to is listed
 * a link out of the folder, to nothing, or in a circle  cannot be read
 * a pipe, a socket, a device                            cannot be read: nobody waits for it
 * </pre>
 *
 * <p>Files count by their names' endings, links to folders whatever they are called. Nothing is said of other files.
 */
final class FolderListing {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    private final Path named;
    private final Path root;
    private final Limits limits;
    private final Map<Path, Path> files = new TreeMap<>();
    private final Map<Path, Path> links = new TreeMap<>();
    private final Map<Path, Source> faults = new TreeMap<>();
    private int entries;
    private Optional<Source> tooLarge = Optional.empty();

    private FolderListing(Path named, Path root, Limits limits) {
        this.named = named;
        this.root = root;
        this.limits = limits;
    }

    /**
     * What was found.
     *
     * @param files by the names they have there, each with what is to be opened
     * @param faults by the names of what cannot be read
     */
    record Found(Map<Path, Path> files, Map<Path, Source> faults) {}

    /** The folder, which may be a link to one. Where it is too large, that is its one fault. */
    static Found of(Path folder, Limits limits) {
        try {
            FolderListing listing = new FolderListing(folder, folder.toRealPath(), limits);
            listing.list(folder, listing.root, 1);
            return listing.found();
        } catch (IOException e) {
            return new Found(Map.of(), Map.of(folder, Content.Fault.of(e).source(ManifestFiles.name(folder))));
        }
    }

    private Found found() {
        if (tooLarge.isPresent()) {
            return new Found(Map.of(), Map.of(named, tooLarge.get()));
        }
        Map<Path, Path> all = new HashMap<>(files);
        Set<Path> opened = new HashSet<>(files.values());
        links.forEach((link, target) -> {
            if (opened.add(target) || FileTree.saysWhatItsFolderIs(link)) {
                all.put(link, target);
            }
        });
        return new Found(all, faults);
    }

    /** @param real the same folder without links on the way to it */
    private void list(Path folder, Path real, int depth) {
        if (depth > limits.folderDepth()) {
            faults.put(folder, Source.largeFolder(folder.toString(), "folderDepth", limits.folderDepth()));
            return;
        }
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path child : all) {
                count(++entries, "folderEntries", limits.folderEntries());
                if (tooLarge.isPresent()) {
                    return;
                }
                children.add(child);
            }
        } catch (IOException e) {
            fault(folder, Content.Fault.of(e));
        } catch (DirectoryIteratorException e) {
            fault(folder, Content.Fault.of(Objects.requireNonNull(e.getCause())));
        }
        for (Path child : children) {
            look(child, real.resolve(child.getFileName()), depth);
            if (tooLarge.isPresent()) {
                return;
            }
        }
    }

    private void count(int there, String limit, int allowed) {
        if (there > allowed) {
            tooLarge = Optional.of(Source.largeFolder(ManifestFiles.name(named), limit, allowed));
        }
    }

    private void look(Path path, Path real, int depth) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                list(path, real, depth + 1);
            } else if (attributes.isSymbolicLink()) {
                follow(path);
            } else if (!isManifest(path)) {
                return;
            } else if (attributes.isRegularFile()) {
                files.put(path, real);
                count(files.size() + links.size(), "files", limits.files());
            } else {
                fault(path, Content.Fault.NO_FILE);
            }
        } catch (IOException e) {
            if (isManifest(path)) {
                fault(path, Content.Fault.of(e));
            }
        }
    }

    private void follow(Path link) throws IOException {
        if (Files.isDirectory(link)) {
            if (!link.toRealPath().startsWith(root)) {
                leadsOut(link);
            }
            return;
        }
        if (!isManifest(link)) {
            return;
        }
        Path target = link.toRealPath();
        if (!target.startsWith(root)) {
            leadsOut(link);
        } else if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            links.put(link, target);
            count(files.size() + links.size(), "files", limits.files());
        } else {
            fault(
                    link,
                    new Content.Fault(
                            "it is a link to a pipe, a socket or a device", "name it outright to have it read"));
        }
    }

    private void leadsOut(Path link) {
        fault(link, new Content.Fault("it is a link that leads out of the folder", "name it outright to have it read"));
    }

    private void fault(Path path, Content.Fault fault) {
        faults.put(path, fault.source(ManifestFiles.name(path)));
    }

    private static boolean isManifest(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith) || KustomizationFile.isName(file);
    }
}

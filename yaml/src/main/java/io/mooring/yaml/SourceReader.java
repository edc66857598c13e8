package io.mooring.yaml;

/** Takes the texts of sources. */
interface SourceReader {
    /** A text of YAML, and so of JSON. */
    void readYaml(String source, String text);

    /** A text of JSON. */
    void readJson(String source, String text);

    /** There is no text, or none to read; the problem says why. */
    void readNothing(Problem problem);
}

package io.mooring.yaml.node;

import io.mooring.yaml.scalar.ResolvedScalar;
import io.mooring.yaml.scalar.ScalarResolver;
import java.util.List;

/** A node of a document. */
public sealed interface YamlNode {
    LineColumn start();

    <R> R accept(Visitor<R> visitor);

    /** Answers for each kind of node. */
    interface Visitor<R> {
        R scalar(Scalar scalar);

        R sequence(Sequence sequence);

        R mapping(Mapping mapping);

        R alias(Alias alias);
    }

    /**
     * A YAML scalar.
     *
     * @param tag in full; empty if there is none, {@code ?} for any that Kubernetes does not know
     * @param isPlain whether it is without quotes, so that without a tag its looks decide what it is
     */
    record Scalar(String text, String tag, boolean isPlain, LineColumn start) implements YamlNode {
        /** What its tag, or else its looks, make of it. */
        public ResolvedScalar resolve() {
            if (!tag.isEmpty()) {
                return ScalarResolver.tagged(tag, text);
            }
            return isPlain ? ScalarResolver.plain(text) : new ResolvedScalar.Text(text);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.scalar(this);
        }
    }

    record Sequence(List<YamlNode> items, LineColumn start) implements YamlNode {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sequence(this);
        }
    }

    record Mapping(List<Entry> entries, LineColumn start) implements YamlNode {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mapping(this);
        }
    }

    record Entry(YamlNode key, YamlNode value) {}

    /**
     * Stands for an anchored node.
     *
     * @param name the anchor's
     * @param start where the alias stands
     */
    record Alias(String name, YamlNode target, LineColumn start) implements YamlNode {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alias(this);
        }
    }
}

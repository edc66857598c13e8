package io.mooring.examples;

import io.mooring.Mooring;
import io.mooring.Refusal;
import io.mooring.binding.explain.ExplanationGroup;
import java.io.PrintStream;
import java.nio.file.Path;

/** The few lines that a tool needs: what is refused, and why each claim waits. */
public final class InATool {
    private InATool() {}

    public static void main(String[] arguments) {
        print(
                Path.of(arguments.length > 0 ? arguments[0] : "examples/manifests/web-on-one-hostpath-volume.yaml"),
                System.out);
    }

    static void print(Path manifests, PrintStream out) {
        Mooring settled = Mooring.load(manifests).settle();
        for (Refusal refusal : settled.refusals()) {
            out.println(refusal.text());
        }
        for (ExplanationGroup waiting : settled.waiting()) {
            out.print(waiting.text());
        }
    }
}

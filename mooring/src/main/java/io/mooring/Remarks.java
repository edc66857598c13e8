package io.mooring;

import io.mooring.tree.FieldPath;
import io.mooring.yaml.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What there is to say of a dump: the same of many objects is said once. */
final class Remarks {
    private final Map<Sort, Remark> remarks = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /** What is the same in several problems: what is wrong, with which field of which kind. */
    private record Sort(Class<?> problem, String kind, String field) {
        static Sort of(Problem problem) {
            String subject = problem.location().subject();
            int space = subject.indexOf(' ');
            String field = problem.location().path().segments().stream()
                    .map(Sort::name)
                    .collect(Collectors.joining("."));
            return new Sort(problem.getClass(), space < 0 ? subject : subject.substring(0, space), field);
        }

        private static String name(FieldPath.Segment segment) {
            return segment instanceof FieldPath.Segment.Index ? "[]" : segment.name();
        }
    }

    void remark(Problem problem) {
        remarks.merge(Sort.of(problem), new Remark(problem, 1), (before, more) -> before.again());
    }

    void refuse(Problem problem) {
        refusals.add(new Refusal.Unreadable(problem));
    }

    List<Remark> remarks() {
        return List.copyOf(remarks.values());
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }
}

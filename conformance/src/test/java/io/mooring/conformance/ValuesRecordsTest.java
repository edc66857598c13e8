package io.mooring.conformance;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ValuesRecordsTest {
    @TestFactory
    Stream<DynamicTest> agreesWithTheControlPlane() throws IOException {
        return Recorded.VALUES.agreeInSlices(100);
    }
}

package io.mooring.benchmarks;

import io.mooring.quantity.Quantity;
import java.math.BigDecimal;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** 1.5Gi and 1536Mi, as each model holds them; they are equal. The bare numbers are what client-java holds: bytes, one of them with a place. */
@State(Scope.Thread)
public class TwoAmounts {
    final Quantity left = Quantity.parse("1.5Gi");
    final Quantity right = Quantity.parse("1536Mi");
    final io.fabric8.kubernetes.api.model.Quantity fabric8Left =
            io.fabric8.kubernetes.api.model.Quantity.parse("1.5Gi");
    final io.fabric8.kubernetes.api.model.Quantity fabric8Right =
            io.fabric8.kubernetes.api.model.Quantity.parse("1536Mi");
    final io.kubernetes.client.custom.Quantity clientJavaLeft =
            io.kubernetes.client.custom.Quantity.fromString("1.5Gi");
    final io.kubernetes.client.custom.Quantity clientJavaRight =
            io.kubernetes.client.custom.Quantity.fromString("1536Mi");
    final BigDecimal numberLeft = new BigDecimal("1610612736.0");
    final BigDecimal numberRight = new BigDecimal("1610612736");
}

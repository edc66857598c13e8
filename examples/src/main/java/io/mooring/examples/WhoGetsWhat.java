package io.mooring.examples;

public final class WhoGetsWhat {
    private WhoGetsWhat() {}

    public static void main(String[] args) {
        System.out.println(String.join(" ", args));
    }
}

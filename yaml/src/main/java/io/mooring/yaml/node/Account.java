package io.mooring.yaml.node;

/** How much of one limit on a whole reading is left. */
final class Account {
    private final String limit;
    private final int allowed;
    private long left;
    private boolean isOverdrawn;

    /** @param limit its name */
    Account(String limit, int allowed) {
        this.limit = limit;
        this.allowed = allowed;
        this.left = allowed;
    }

    /** True once more was asked for than there was left. */
    boolean isOverdrawn() {
        return isOverdrawn;
    }

    long left() {
        return left;
    }

    /**
     * Takes so much away.
     *
     * @throws DocumentRefusal if there is not that much left; what is left stays, for who needs less
     */
    void spend(long amount, LineColumn at) {
        if (amount > left) {
            isOverdrawn = true;
            throw DocumentRefusal.overLimit(limit, allowed, at);
        }
        left -= amount;
    }

    void refund(long amount) {
        left += amount;
    }
}

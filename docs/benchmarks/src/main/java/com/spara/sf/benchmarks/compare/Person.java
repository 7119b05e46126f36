package com.spara.sf.benchmarks.compare;

/**
 * One person of the job, told by a number. Every other one is known to the org, as a Lead and as a Contact whose Account
 * bears the company's name; every fourth one has a phone there already, which must stay.
 */
record Person(int number) {

    private static final int PEOPLE_PER_COMPANY = 4;

    String email() {
        return "person" + number + "@example.com";
    }

    String firstName() {
        return "Ada " + number;
    }

    String lastName() {
        return "Lovelace " + number;
    }

    String company() {
        return "Company " + number / PEOPLE_PER_COMPANY;
    }

    String phone() {
        return "+44 20 7946 " + number;
    }

    String mobile() {
        return "+44 7700 " + number;
    }

    String title() {
        return "Countess";
    }

    boolean isKnown() {
        return number % 2 == 0;
    }

    boolean hasPhone() {
        return number % 4 == 0;
    }

    /** The phone that the org has of a known person before the job, and after it. */
    String knownPhone() {
        return "+1 555 " + number;
    }
}

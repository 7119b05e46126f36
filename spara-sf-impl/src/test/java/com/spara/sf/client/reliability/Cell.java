package com.spara.sf.client.reliability;

/** One cell of a table: an operation, the fault that one of its calls meets, and what is promised then. */
record Cell(Operation operation, String fault, String promise) {

    @Override
    public String toString() {
        return operation + " × " + fault + ": " + promise;
    }
}

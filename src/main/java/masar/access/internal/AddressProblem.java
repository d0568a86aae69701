package masar.access.internal;

import masar.launch.Explained;

/** The address of {@code MASAR_PUBLIC_URL} cannot be one; stops the start. */
final class AddressProblem extends RuntimeException implements Explained {

    private static final long serialVersionUID = 1L;

    AddressProblem(String address) {
        super(address);
    }
}

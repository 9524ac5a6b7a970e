/** The concrete adapters behind the ports. Only the composition roots and the tests import them. */
export {};

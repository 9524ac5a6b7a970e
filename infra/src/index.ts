/** The ports to the outside world and the errors they raise. Concrete adapters are in `./adapters`. */
export {};

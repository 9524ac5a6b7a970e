/** What a client of the API needs to know about it: types alone. */
export {};

/** The web application. */
export {};

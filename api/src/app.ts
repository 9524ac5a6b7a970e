/** The HTTP application: commands in, queries out, the live stream. */
export {};

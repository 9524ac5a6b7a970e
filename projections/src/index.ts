/** Read models folded from events: the pure views, which run in the browser and on the server alike. */
export {};

/** Read models kept in SQLite: lists, registers and search across meetings. Node only. */
export {};

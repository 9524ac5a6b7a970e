export type ScriptSize = {
  readonly file: string;
  readonly gzip: number;
};
/** What an attendee's browser loads from the personal link to the room, the video client aside. */
export declare const attendeePage: string[];
/** Bytes, gzipped. */
export declare const attendeeBudget: number;
/**
 * Every script that the named modules load at once, each counted once.
 * @param dist folder of the build
 * @param modules names in the manifest
 * @throws RangeError where the build has no such module
 */
export declare function scriptsOf(dist: string, modules: readonly string[]): ScriptSize[];

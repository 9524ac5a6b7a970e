// The server as a part: for whoever starts one in a process of their own, such as the demonstration, the tests and the
// benchmarks. `main.ts` is the same with settings from the environment.

export { isRefused } from './commands/receipt.ts';
export type { Outcome, Receipt } from './commands/receipt.ts';
export { openHouse } from './house.ts';
export type { House, Ports } from './house.ts';
export { listen } from './listen.ts';
export type { Listening } from './listen.ts';
export { Log } from './operations/log.ts';
export { runProcess } from './processes/run-process.ts';
export type { Charge, ProcessOptions, RunningProcess } from './processes/run-process.ts';
export { readSettings } from './settings.ts';
export type { Settings } from './settings.ts';

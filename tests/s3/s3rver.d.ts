/** What is used of the server; it ships no types. */
declare module '@20minutes/s3rver' {
  import type { AddressInfo } from 'node:net';

  export default class S3rver {
    constructor(options: {
      readonly address: string;
      readonly port: number;
      readonly silent: boolean;
      readonly directory: string;
      readonly configureBuckets: readonly {
        readonly name: string;
        readonly configs: readonly (string | Uint8Array)[];
      }[];
    });
    run(): Promise<AddressInfo>;
    close(): Promise<void>;
  }
}

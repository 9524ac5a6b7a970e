/** A backup that cannot be made. The sentence says why and what to do; nothing is left of it. */
export class BackupRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupRefused';
  }
}

// The fields of a command that a chosen file fills.

export const FILE_FIELDS = ['fileName', 'mediaType', 'sizeBytes', 'sha256'] as const;

import { describe, expect, it } from 'vitest';
import { readS3Address } from './address.ts';

describe('an address of files', () => {
  it.each([
    ['s3://minutes', 'minutes', '', 'https://minutes.s3.us-east-1.amazonaws.com'],
    ['s3://minutes/city/?region=eu-central-1', 'minutes', 'city/', 'https://minutes.s3.eu-central-1.amazonaws.com'],
    ['s3://city.minutes', 'city.minutes', '', 'https://s3.us-east-1.amazonaws.com/city.minutes'],
    ['s3://minutes/a/b?endpoint=https://s3.example.org:9000', 'minutes', 'a/b/', 'https://s3.example.org:9000/minutes'],
    ['s3://minutes?endpoint=https://example.org/storage/s3/', 'minutes', '', 'https://example.org/storage/s3/minutes'],
    ['s3://minutes?endpoint=http://store:9000/&style=virtual', 'minutes', '', 'http://minutes.store:9000'],
    ['s3://minutes?endpoint=http://127.0.0.1:9000', 'minutes', '', 'http://127.0.0.1:9000/minutes'],
    ['s3://minutes?endpoint=http://[::1]:9000', 'minutes', '', 'http://[::1]:9000/minutes'],
    ['s3://minutes?endpoint=http://10.1.2.3', 'minutes', '', 'http://10.1.2.3/minutes'],
    ['s3://minutes?endpoint=http://s3.svc.cluster.local', 'minutes', '', 'http://s3.svc.cluster.local/minutes'],
  ])('%s', (text, bucket, prefix, base) => {
    expect(readS3Address(text)).toMatchObject({ bucket, prefix, base });
  });

  it.each([
    ['minutes', 'such as s3://'],
    ['https://minutes', 'must begin with s3://'],
    ['s3://', 'must name a bucket'],
    ['s3://key:secret@minutes', 'Credentials go into'],
    ['s3://minutes:9000', 'host and port into endpoint='],
    ['s3://Minutes_', 'must name a bucket'],
    ['s3://minutes/with space', 'must have a prefix'],
    ['s3://minutes?endpoint=store:9000', 'must have an endpoint'],
    ['s3://minutes?endpoint=https://key:secret@store', 'must have an endpoint'],
    ['s3://minutes?endpoint=https://store/?secret', 'must have an endpoint'],
    ['s3://minutes?endpoint=http://s3.example.org', 'begins with https://'],
    ['s3://minutes?endpoint=http://8.8.8.8', 'begins with https://'],
    ['s3://minutes?region=here or there', 'must have a region'],
    ['s3://minutes?colour=red', 'takes endpoint=, region= and style='],
    ['s3://minutes?style=other', 'style=path or style=virtual'],
    ['s3://minutes?endpoint=http://10.1.2.3&style=virtual', 'the name of a host'],
  ])('is refused in a sentence that repeats none of it: %s', (text, sentence) => {
    expect(() => readS3Address(text)).toThrow(RangeError);
    expect(() => readS3Address(text)).toThrow(sentence);
    expect(() => readS3Address(text)).not.toThrow(/key:secret|\?secret|colour|here or there|8\.8/);
  });
});

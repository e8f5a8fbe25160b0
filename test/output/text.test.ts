import { describe, expect, test } from 'vitest';
import { hangingIndent, wrap } from '../../lib/output/text';

describe('wrapped text', () => {
  test('cuts a word that is longer than a line, after a separator', () => {
    expect(wrap('spec.template.spec.containers', 20)).toEqual(['spec.template.spec.', 'containers']);
  });

  test('never cuts an address, which can only be opened whole', () => {
    const address = '(https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html)';
    expect(hangingIndent(' · ', `1–5 minutes ${address}`, 40)).toEqual([' · 1–5 minutes', `   ${address}`]);
  });
});

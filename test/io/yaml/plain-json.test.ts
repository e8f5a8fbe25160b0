import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYamlConfig } from '../../../lib/io/yaml/parse-yaml-config';
import { plainJson } from '../../../lib/io/yaml/plain-json';

describe('plain JSON', () => {
  it('is the value that the YAML parser reads', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 4 }), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), undefined, indent);
        const value = plainJson(written);
        if (value === undefined) return;
        read++;
        expect(value).toEqual(parseYamlConfig(written, 'file', 'file.json'));
      }),
    );
    expect(read).toBeGreaterThan(20);
    expect(plainJson('{\n  "region": "eu-west-1", "budget": 2500\n}\n')).toEqual({ region: 'eu-west-1', budget: 2500 });
  });

  it.each([
    ['a duplicate key', '{"tier": "small", "tier": "large"}'],
    ['a rounded number', '{"budget": 12345678901234567890}'],
    ['a merge key', '{"<<": {"tier": "small"}}'],
    ['the prototype', '{"__proto__": {"tier": "small"}}'],
    ['a character that YAML refuses', '{"tier": "\u007f"}'],
    ['deep nesting', `${'['.repeat(500)}${']'.repeat(500)}`],
    ['broken JSON', '{"tier": "small"'],
    ['YAML', 'tier: small'],
    ['an empty file', ''],
  ])('is not %s', (_what, text) => {
    expect(plainJson(text)).toBeUndefined();
  });
});

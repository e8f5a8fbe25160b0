import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requestFromContext } from '../../bin/context-request';
import { temporaryFolder } from '../support/temporary-folder';

const TIER =
  '{ id: small, components: { api: { kind: service, vcpu: VCPU, memoryGib: 1, instances: { min: 1, max: 2 } }, nodes: { kind: node-pool, runs: [api] } } }';

test('a problem of a system of a folder names its file in a context', () => {
  const folder = join(temporaryFolder(), 'systems');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.yaml'), `id: shop\ntiers: [${TIER.replace('VCPU', '1')}]\n`);
  writeFileSync(join(folder, 'b.yaml'), `id: mailer\ntiers: [${TIER.replace('VCPU', 'two')}]\n`);
  expect(() => requestFromContext({ config: folder, system: 'mailer', tier: 'small' })).toThrow(
    `invalid context\n  system mailer in ${join(folder, 'b.yaml')}: tiers.0.components.api.vcpu: invalid value "two"; expected a number`,
  );
});

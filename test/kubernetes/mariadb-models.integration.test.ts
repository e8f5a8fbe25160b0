import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { manifestsOf } from '../../lib/kubernetes/manifests/manifests';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { judged } from '../support/judges';
import { modelViolations } from '../support/manifest-judges';
import { inScope } from '../support/scope';
import { aivaWithMariadb } from '../support/systems';

const MARIADB = aivaWithMariadb();

/** No system has MariaDB, so the proofs of manifests do not contain it. */
judged('kubernetes-models', () => {
  describe.each(inScope(MARIADB.tiers, ({ id }) => id === MARIADB.tiers.at(-1)?.id).map(({ id }) => id))('%s with MariaDB', (tier) => {
    test.each(['statefulset', 'operator'])(
      'matches the models of Kubernetes and the definitions of operators as %s',
      async (dataStores) => {
        const blueprint = blueprintFor({ system: MARIADB.id, tier, platform: 'kubernetes', dataStores }, { systems: [MARIADB] });
        const objects = manifestsOf(blueprint).files.flatMap(({ path, text }) =>
          path.endsWith('.yaml') ? parseManifests(text, path) : [],
        );
        expect(objects.some(({ group }) => group.endsWith('mariadb.com'))).toBe(dataStores === 'operator');
        const { modelled, without, messages } = await modelViolations(objects);
        expect([...modelled]).toEqual(expect.arrayContaining(['Deployment', 'NetworkPolicy', 'NodePool', 'EC2NodeClass']));
        expect([...without]).toEqual([]);
        expect(messages).toEqual([]);
      },
    );
  });
});

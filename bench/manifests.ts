import { blueprintFor } from '../lib/answers/blueprint-for';
import { estimateManifestObjects } from '../lib/answers/estimate-manifest-files';
import { manifestsOf } from '../lib/kubernetes/manifests/manifests';
import { parseManifests } from '../lib/manifests/read-manifests';
import { aiva } from '../tiers';
import { type Benchmark, ratioFinding } from './measure';

const ROUNDS = 5;
const AT_MOST = 2;

/** All tiers of a system written as manifests, read back and priced, compared with writing them only. */
export const manifestsBenchmark: Benchmark = {
  name: 'manifests',
  measure() {
    const blueprints = aiva.tiers.map(({ id }) => blueprintFor({ system: aiva.id, tier: id, platform: 'kubernetes' }));
    const written = () => blueprints.map((blueprint) => manifestsOf(blueprint));
    const priced = () => {
      for (const { directory, files } of written())
        estimateManifestObjects(
          files.flatMap(({ path, text }) => parseManifests(text, path)),
          directory,
        );
    };
    const contestants = [
      { name: 'write, read and price', run: priced },
      { name: 'write', run: written },
    ] as const;
    return [
      ratioFinding(
        `${blueprints.length} tiers of AIVA as manifests, with their estimates, against cdk8s alone`,
        contestants,
        ROUNDS,
        AT_MOST,
      ),
    ];
  },
};

import { textOf } from '../property-value';
import type { TransitionRule } from '../rule';
import type { Preparation } from '../transition';

export const eksVersion: TransitionRule = {
  id: 'eks-version',
  description: 'EKS upgrades a control plane by one minor version at a time and rejects a downgrade',
  sources: ['https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html'],
  asOf: '2026-11-28',
  *judge(context) {
    for (const { id, before, after } of context.changed('Version', 'AWS::EKS::Cluster')) {
      const [old, next] = [textOf(before, 'Version'), textOf(after, 'Version')];
      const steps = minorOf(next) - minorOf(old);
      const text = `Kubernetes changes from ${old ?? 'the default version'} to ${next ?? 'the default version'}`;
      const verdict = { resource: id, properties: ['Version'] };
      if (steps === 1) yield { ...verdict, class: 'in-place', text: `${text}; the API server stays available` };
      else if (steps < 1) yield { ...verdict, class: 'rejected', text: `${text}, which is not an upgrade` };
      else {
        const skipped = Number.isNaN(steps) ? 'unknown' : steps - 1;
        yield {
          ...verdict,
          class: 'rejected',
          text: `${text}, which skips ${skipped} minor versions`,
          first: versionsBetween(id, old, steps),
        };
      }
    }
  },
};

/** 35 of `1.35`; not a number without a version. */
function minorOf(version: string | undefined): number {
  return Number.parseInt(version?.split('.')[1] ?? '', 10);
}

function versionsBetween(id: string, old: string | undefined, steps: number): readonly Preparation[] {
  if (old === undefined || Number.isNaN(steps)) return [];
  const [major] = old.split('.');
  return Array.from({ length: steps - 1 }, (_, index) => {
    const version = `${major}.${minorOf(old) + index + 1}`;
    return { title: `Upgrade ${id} to Kubernetes ${version}, then its nodes`, properties: { Version: version } };
  });
}

import { textOf } from '../property-value';
import type { TransitionRule } from '../rule';

/** The control plane is upgraded by one minor version at a time. */
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
      else
        yield { ...verdict, class: 'rejected', text: `${text}, which skips ${Number.isNaN(steps) ? 'unknown' : steps - 1} minor versions` };
    }
  },
};

/** 35 of `1.35`; not a number without a version. */
function minorOf(version: string | undefined): number {
  return Number.parseInt(version?.split('.')[1] ?? '', 10);
}

import type { TemplateResource } from '../../cloudformation/template-resource';
import { valueAt } from '../property-value';
import type { TransitionRule } from '../rule';

/** Modes in the order in which a cluster passes them. */
const MODES = ['CONFIG_MAP', 'API_AND_CONFIG_MAP', 'API'];

export const eksAuthenticationMode: TransitionRule = {
  id: 'eks-authentication-mode',
  description: 'EKS changes the authentication mode only from CONFIG_MAP to API_AND_CONFIG_MAP, and from there to API',
  sources: ['https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html'],
  asOf: '2026-11-29',
  *judge(context) {
    for (const { id, before, after } of context.changed('AccessConfig', 'AWS::EKS::Cluster')) {
      const [old, next] = [modeOf(before), modeOf(after)];
      const verdict = { resource: id, properties: ['AccessConfig'], text: `the authentication mode changes from ${old} to ${next}` };
      // The guide names no direct change from the first to the last mode. The safe side is to refuse it.
      const steps = MODES.indexOf(next) - MODES.indexOf(old);
      if (steps === 0) continue;
      if (steps === 1) yield { ...verdict, class: 'in-place' };
      else if (steps < 1) yield { ...verdict, class: 'rejected', text: `${verdict.text}, and access entries cannot be disabled` };
      else yield { ...verdict, class: 'rejected', first: [{ title: `Allow access entries of ${id}`, properties: bothModes(before) }] };
    }
  },
};

/** The default of CloudFormation is CONFIG_MAP. */
function modeOf({ properties }: TemplateResource): string {
  return String(valueAt(properties, 'AccessConfig', 'AuthenticationMode') ?? MODES[0]);
}

function bothModes({ properties: { AccessConfig } }: TemplateResource): Readonly<Record<string, unknown>> {
  return { AccessConfig: { ...(typeof AccessConfig === 'object' ? AccessConfig : {}), AuthenticationMode: MODES[1] } };
}

import { billedAs } from '../../core/free-reason';
import type { Pricer } from '../pricer';
import { flag, object, optionalText, type Properties } from './properties';
import { trackingAlarms } from './target-tracking';

/** Scaling policy. Target tracking policies create alarms; other policies do not. */
export const scalingPolicy: Pricer = {
  types: ['AWS::ApplicationAutoScaling::ScalingPolicy', 'AWS::AutoScaling::ScalingPolicy'],
  charges: ({ properties }) => (isTracking(properties) ? [trackingAlarms({ growsOnly: growsOnly(properties) })] : []),
  freeReason: ({ properties }) => (isTracking(properties) ? undefined : billedAs('scaling-alarms')),
};

function isTracking(properties: Properties): boolean {
  return (optionalText(properties, 'PolicyType') ?? '').startsWith('TargetTracking');
}

/** The two services name the same configuration differently. */
function growsOnly(properties: Properties): boolean {
  const keys = ['TargetTrackingScalingPolicyConfiguration', 'TargetTrackingConfiguration'];
  return keys.some((key) => flag(object(properties, key), 'DisableScaleIn', false));
}

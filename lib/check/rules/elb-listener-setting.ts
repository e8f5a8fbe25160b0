import { is, isOther } from '../property-condition';
import { absent, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const elbListenerSetting: Rule = {
  id: 'elb-listener-setting',
  severity: 'error',
  description: 'Listener verifies clients without a trust store, or has an ALPN policy without TLS',
  fix: 'Set TrustStoreArn with mode verify, and AlpnPolicy with protocol TLS only',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html',
  unsettled:
    'The page states the ALPN policy. The guide states that mode verify compares certificates with a trust store: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::ElasticLoadBalancingV2::Listener',
      when(is('MutualAuthentication.Mode', 'verify'), required('MutualAuthentication.TrustStoreArn')),
      when(isOther('Protocol', 'TLS'), absent('AlpnPolicy')),
    ),
};

import { stringsAt } from '../../manifests/values';
import { lengthOf } from '../field-checks';
import type { Rule } from '../rule';

export const ingressWithoutTls: Rule = {
  id: 'ingress-without-tls',
  severity: 'warning',
  set: 'security',
  description: 'Ingress serves HTTP only',
  fix: 'Set spec.tls, or the annotation of the controller that names a certificate',
  citation: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
  *check({ ofKind }) {
    for (const object of ofKind('Ingress')) {
      if (lengthOf(object.raw, 'spec', 'tls') > 0) continue;
      const annotations = stringsAt(object.raw, 'metadata', 'annotations');
      if (CERTIFICATES.some((key) => annotations[key] !== undefined) || /HTTPS/.test(annotations[LISTEN_PORTS] ?? '')) continue;
      yield { object, path: ['spec', 'tls'], expected: 'a Secret with a certificate for each host' };
    }
  },
};

const LISTEN_PORTS = 'alb.ingress.kubernetes.io/listen-ports';

/** Annotations with the certificate of an Ingress, of the AWS Load Balancer Controller, GKE and AKS. */
const CERTIFICATES: readonly string[] = [
  'alb.ingress.kubernetes.io/certificate-arn',
  'networking.gke.io/managed-certificates',
  'ingress.gcp.kubernetes.io/pre-shared-cert',
  'appgw.ingress.kubernetes.io/appgw-ssl-certificate',
  'kubernetes.azure.com/tls-cert-keyvault-uri',
];
